/** How the tests run: in Node, two to four at a time. Many start programs of several threads, so more at a time would only wait for each other. */
import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    environment: "node",
    pool: "forks",
    maxWorkers: Math.min(4, Math.max(2, availableParallelism())),
    testTimeout: 240_000, // milliseconds
    hookTimeout: 240_000,
  },
});
