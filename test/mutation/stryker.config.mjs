/**
 * Mutation testing: `npm run mutation -- <glob>[,<glob>]`, `<file>:<first line>-<last line>` too. Which tests play is in
 * `vitest.config.ts` beside this file. The report lies in output/mutation.
 */
const options = {
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner"],
  vitest: { configFile: "test/mutation/vitest.config.ts", related: true },
  coverageAnalysis: "perTest",
  concurrency: 1, // machines are shared, and a mutant that is late on a busy one would count as killed
  timeoutMS: 20_000,
  timeoutFactor: 4,
  dryRunTimeoutMinutes: 30,
  tempDirName: "output/mutation/sandbox",
  ignorePatterns: ["package.json", ".ci", "output", "dist", "src/lab", "src/bench"],
  reporters: ["clear-text", "json", "progress-append-only"],
  jsonReporter: { fileName: "output/mutation/report.json" },
  clearTextReporter: { allowColor: false, reportTests: false, logTests: false },
  allowEmpty: false,
  thresholds: { high: 90, low: 80, break: null },
};

export default options;
