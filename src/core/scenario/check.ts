/** What no schema can see: whether the parts of an ecosystem, a strategy and the settings of a run fit together. */
import type { Issue } from "../issue.ts";
import { checkCorridor } from "./check-corridor.ts";
import { checkHarms } from "./check-harms.ts";
import { checkScale } from "./check-scale.ts";
import { checkSize } from "./check-size.ts";
import { checkOrder, checkTime } from "./check-time.ts";
import { checkReferences, type Defining } from "./references.ts";
import type { RunSettings } from "./schema/scenario.ts";
import { type Ecosystem, ecosystemSchema, type Strategy, strategySchema } from "./schema/strategy.ts";
import type { Schema } from "./schema-walk.ts";

/** Issues with paths into the ecosystem, the strategy or the settings of the run. */
export interface Checked {
  readonly ecosystem: readonly Issue[];
  readonly strategy: readonly Issue[];
  readonly run: readonly Issue[];
}

/** What can be said of documents of which a schema has refused a part: names and the order of dates in the others. */
export function checkParts(ecosystem: Defining | undefined, strategy: Defining): Omit<Checked, "run"> {
  // Names cannot be judged against an ecosystem that is not there.
  const names = (schema: Schema, document: Defining) => (ecosystem ? checkReferences(schema, document, ecosystem) : []);
  return {
    ecosystem: [...names(ecosystemSchema, ecosystem ?? {}), ...checkOrder(["shocks"], ecosystem?.shocks)],
    strategy: [...names(strategySchema, strategy), ...checkOrder(["instruments"], strategy.instruments)],
  };
}

/** Checks documents that their schemas have accepted. Warnings advise, errors stop a run. */
export function checkScenario(ecosystem: Ecosystem, strategy: Strategy, settings: RunSettings): Checked {
  const names = checkReferences(ecosystemSchema, ecosystem, ecosystem);
  // Where a name is missing, what hangs on it cannot be judged.
  const parts = names.length > 0 ? [] : [...checkCorridor(ecosystem), ...checkHarms(ecosystem)];
  const time = checkTime(ecosystem, strategy, settings);
  return {
    ecosystem: [...names, ...parts, ...checkSize(ecosystem, settings), ...time.ecosystem],
    strategy: [...checkReferences(strategySchema, strategy, ecosystem), ...time.strategy],
    run: [...time.run, ...checkScale(ecosystem, settings)],
  };
}
