/** The public face of the core: compile a scenario, play it, read its tables. */

export { dateOfWeek, formatDate, parseDate, yearOf } from "./calendar.ts";
export { byKind, type Entry, type EntryWithParams, entryOf } from "./catalogue.ts";
export { INSTRUMENTS } from "./instruments/index.ts";
export { clamp, exp, expm1, log, log1p, pow } from "./math.ts";
export { METRICS } from "./metrics/index.ts";
export { PHASES } from "./phases/index.ts";
export { dateSchema, GRADES, type Grade, gradeSchema, values } from "./quantity.ts";
export { hashText } from "./random/hash.ts";
export { normal } from "./random/normal.ts";
export { metricColumns, type Recording, recordingOf, tableSpecs } from "./record.ts";
export { begin, type Run, type RunOptions, type RunResult, simulate } from "./run.ts";
export { listed } from "./scenario/allowed.ts";
export { checkScenario } from "./scenario/check.ts";
export { calendarOf, compile } from "./scenario/compile.ts";
export { explainZod } from "./scenario/explain.ts";
export { nearest } from "./scenario/nearest.ts";
export { setPath } from "./scenario/override.ts";
export { columnName as parameterColumn, type Parameter, parametersOf, quantitiesOf } from "./scenario/parameters.ts";
export { childOf, formatPath, isMap, type Path, parsePath, valueAt } from "./scenario/path.ts";
export { targetSchema } from "./scenario/schema/ecosystem.ts";
export { name, named, text, title } from "./scenario/schema/names.ts";
export type { RunSettings, ScenarioDocument } from "./scenario/schema/scenario.ts";
export { MOST_REPLICATES, runSchema, scenarioSchema } from "./scenario/schema/scenario.ts";
export {
  type Ecosystem,
  ecosystemSchema,
  type Strategy,
  strategySchema,
} from "./scenario/schema/strategy.ts";
export { withSeed, withStrategy } from "./scenario/with-seed.ts";
export type { Table, TableColumn, TableSpec } from "./table.ts";
export { PER_THOUSAND, WEEKS_PER_YEAR } from "./units.ts";
export { type Asked, type Explanation, explainDecision, type Question, type WhyProblem } from "./why.ts";
export { MECHANISMS, type Mechanism } from "./world/mechanisms.ts";
export { columnName, type MetricColumn } from "./world/metric.ts";
export type { Model } from "./world/model.ts";
export { DECISIONS, type Decision, type Flip } from "./world/witness.ts";
