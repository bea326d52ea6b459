/**
 * The tests that mutants are shown: the quick ones, or those named in MUTATION_TESTS, separated by spaces
 * (`MUTATION_TESTS="test/core/random test/core/math.test.ts"`). Fewer tests can only find fewer mutants.
 */
import { defineConfig } from "vitest/config";

const NAMED = process.env.MUTATION_TESTS?.split(" ") ?? ["test/core", "test/experiment", "test/golden"];

export default defineConfig({
  test: {
    include: NAMED.map((path) => (path.endsWith(".ts") ? path : `${path}/**/*.test.ts`)),
    environment: "node",
    testTimeout: 240_000, // milliseconds
  },
});
