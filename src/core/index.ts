/** The public face of the core: compile a scenario, play it, read its tables. */
export { INSTRUMENTS } from "./instruments/index.ts";
export { METRICS } from "./metrics/index.ts";
export { PHASES } from "./phases/index.ts";
export { hashText } from "./random/hash.ts";
export { metricColumns, tableSpecs } from "./record.ts";
export { type RunOptions, type RunResult, simulate } from "./run.ts";
export { calendarOf, compile } from "./scenario/compile.ts";
export { type Parameter, parametersOf } from "./scenario/parameters.ts";
export type { RunSettings, ScenarioDocument } from "./scenario/schema/scenario.ts";
export { runSchema, scenarioSchema } from "./scenario/schema/scenario.ts";
export {
  type Ecosystem,
  ecosystemSchema,
  type Strategy,
  strategySchema,
} from "./scenario/schema/strategy.ts";
export type { Table, TableColumn, TableSpec } from "./table.ts";
export { WEEKS_PER_YEAR } from "./units.ts";
export { type Explanation, explainDecision, type WhyProblem } from "./why.ts";
export { MECHANISMS, type Mechanism } from "./world/mechanisms.ts";
export type { MetricColumn } from "./world/metric.ts";
export type { Model } from "./world/model.ts";
