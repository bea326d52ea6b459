/** How the tests run: in Node, two to four at a time. Many start programs of several threads, so more at a time would only wait for each other. */
import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Minutes each: begun first, so that none is left to end alone. */
const LONGEST = /test\/(docs|scenarios\/every-strategy|cli\/(shards|sweep)|cluster\/sweep|lab\/journey)\.test\.ts$/;

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => LONGEST.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    environment: "node",
    pool: "forks",
    sequence: { sequencer: LongestFirst },
    maxWorkers: Math.min(4, Math.max(2, availableParallelism())),
    testTimeout: 240_000, // milliseconds
    hookTimeout: 240_000,
  },
});
