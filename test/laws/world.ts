/** What the tests of laws play: the small corridor over the common behaviour, changed as a law needs it. */

import { readFileSync } from "node:fs";
import { compile } from "../../src/core/scenario/compile.ts";
import { mergeLayers } from "../../src/core/scenario/merge.ts";
import { type RunSettings, runSchema } from "../../src/core/scenario/schema/scenario.ts";
import { type Ecosystem, ecosystemSchema, type Strategy, strategySchema } from "../../src/core/scenario/schema/strategy.ts";
import type { Model } from "../../src/core/world/model.ts";
import { read, type Tree } from "../scenarios/documents.ts";
import { GEOGRAPHY } from "./small-corridor.ts";

const COMMON = read("ecosystems/base.yaml");
const FROZEN = JSON.parse(readFileSync(new URL("../golden/behaviour.json", import.meta.url), "utf8")) as {
  numbers: Tree;
};

/** The small corridor with changes laid over it; numbers of the common behaviour are whatever is shipped. */
export function smallEcosystem(...changes: readonly object[]): Ecosystem {
  return ecosystemSchema.parse(mergeLayers([COMMON, GEOGRAPHY, ...changes]).value);
}

/**
 * The same with numbers of behaviour as they were on some day, for tests that need certain things to happen: tuning the
 * shipped numbers moves none of them. `test/golden/behaviour.json` says how to take new ones.
 */
export function frozenEcosystem(...changes: readonly object[]): Ecosystem {
  return smallEcosystem(FROZEN.numbers, ...changes);
}

export function strategyOf(instruments: Readonly<Record<string, object>> = {}): Strategy {
  return strategySchema.parse({
    format: "corridor/strategy@1",
    name: "trial",
    title: "A trial",
    about: "What a law tries.",
    instruments,
  });
}

/** Short and coarse: a run of the small corridor takes less than a tenth of a second. */
export const QUICK = { warmupWeeks: 30, scale: 50, recordWeeks: 4 } as const;

export function settingsOf(changes: Tree = {}): RunSettings {
  return runSchema.parse({ ...QUICK, ...changes });
}

export interface Case {
  readonly ecosystem?: Ecosystem;
  readonly changes?: object;
  readonly instruments?: Readonly<Record<string, object>>;
  readonly settings?: Tree;
  readonly seed?: string | number;
}

/** @param Case what differs from the small corridor without policy under seed 1 */
export function modelOf({ ecosystem, changes, instruments, settings, seed = 1 }: Case = {}): Model {
  return compile(ecosystem ?? smallEcosystem(...(changes ? [changes] : [])), strategyOf(instruments), settingsOf(settings), seed);
}
