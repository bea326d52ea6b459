/**
 * The library: what a program may call, in Node, in a worker and in a browser. Stable within a major version.
 *
 *   documents --parse--> ecosystem, strategy, settings --compile--> model --simulate--> tables, outcome, hashes
 *
 * Documents by name or path, with everything they extend, are read by `corridor/node`.
 */
export {
  compile,
  dateOfWeek,
  type Ecosystem,
  ecosystemSchema,
  type Model,
  type RunOptions,
  type RunResult,
  type RunSettings,
  runSchema,
  type Strategy,
  simulate,
  strategySchema,
  type Table,
  type TableColumn,
  type TableSpec,
  withSeed,
} from "./core/index.ts";
export { numbersOf, textsOf } from "./core/table.ts";
export { csvHeader, csvRows } from "./formats/csv.ts";
