/** How the tests run: in Node, two at a time, so that a laptop and a small CI machine give the same result. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    environment: "node",
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 240_000, // milliseconds
    hookTimeout: 240_000,
  },
});
