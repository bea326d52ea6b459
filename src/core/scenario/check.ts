/** What no schema can see: whether the parts of an ecosystem, a strategy and the settings of a run fit together. */
import type { Issue } from "../issue.ts";
import { bindStrategy } from "./bind.ts";
import { COMPOUND_CHECKS } from "./check-compounds.ts";
import { CORRIDOR_CHECKS } from "./check-corridor.ts";
import { GROUP_CHECKS } from "./check-groups.ts";
import { HARM_CHECKS } from "./check-harms.ts";
import { checkScale } from "./check-scale.ts";
import { checkCounts, checkPersons } from "./check-size.ts";
import { checkOrder, checkTime } from "./check-time.ts";
import { checkReferences, type Defining } from "./references.ts";
import type { RunSettings } from "./schema/scenario.ts";
import { type Ecosystem, ecosystemSchema, type Strategy, strategySchema } from "./schema/strategy.ts";
import type { Schema } from "./schema-walk.ts";
import { acceptedParts, check, type SoundParts, withoutMisnamed } from "./sound-parts.ts";

/** Issues with paths into the ecosystem, the strategy or the settings of the run. */
export interface Checked {
  readonly ecosystem: readonly Issue[];
  readonly strategy: readonly Issue[];
  readonly run: readonly Issue[];
}

/**
 * What can be said of documents of which a schema has refused a part: everything that does not hang on the refused parts.
 * @param ecosystem undefined when it is not there @param settings undefined when they are refused
 */
export function checkParts(
  ecosystem: Defining | undefined,
  strategy: Defining,
  settings: RunSettings | undefined,
): Omit<Checked, "run"> {
  // Names cannot be judged against an ecosystem that is not there.
  const names = (schema: Schema, document: Defining) => (ecosystem ? checkReferences(schema, document, ecosystem) : []);
  return {
    ecosystem: [
      ...(ecosystem ? checkEcosystem(ecosystem, acceptedParts(ecosystem), settings) : []),
      ...checkOrder(["shocks"], ecosystem?.shocks),
    ],
    strategy: [...names(strategySchema, strategy), ...checkOrder(["instruments"], strategy.instruments)],
  };
}

/** Checks documents that their schemas have accepted. Warnings advise, errors stop a run. */
export function checkScenario(ecosystem: Ecosystem, strategy: Strategy, settings: RunSettings): Checked {
  const time = checkTime(ecosystem, bindStrategy(strategy, ecosystem), settings);
  return {
    ecosystem: [...checkEcosystem(ecosystem, { whole: ecosystem, some: ecosystem }, settings), ...time.ecosystem],
    strategy: checkStrategy(ecosystem, strategy, settings),
    run: [...time.run, ...checkScale(ecosystem, settings)],
  };
}

/** Of a strategy in an ecosystem that is known to be sound. */
export function checkStrategy(ecosystem: Ecosystem, strategy: Strategy, settings: RunSettings): readonly Issue[] {
  return [
    ...checkReferences(strategySchema, strategy, ecosystem),
    ...checkTime(ecosystem, bindStrategy(strategy, ecosystem), settings).strategy,
  ];
}

/** Names, and whatever can be judged of the parts that are sound and whose names exist. */
function checkEcosystem(document: Defining, accepted: SoundParts, settings: RunSettings | undefined): Issue[] {
  const names = checkReferences(ecosystemSchema, document, document);
  const parts = withoutMisnamed(accepted, names);
  const persons = settings ? [check({ some: ["communities"] }, (of) => checkPersons(of, settings))] : [];
  return [
    ...names,
    ...[...CORRIDOR_CHECKS, ...HARM_CHECKS, ...COMPOUND_CHECKS, ...GROUP_CHECKS].flatMap((judge) => judge(parts)),
    ...checkCounts(document),
    ...persons.flatMap((judge) => judge(parts)),
  ];
}
