/** A run as JSON can carry it, in and out; plays in any engine. */
import { simulate } from "../../src/core/run.ts";
import { compile } from "../../src/core/scenario/compile.ts";
import type { RunSettings } from "../../src/core/scenario/schema/scenario.ts";
import type { Ecosystem, Strategy } from "../../src/core/scenario/schema/strategy.ts";

export interface Run {
  readonly ecosystem: Ecosystem;
  readonly strategy: Strategy;
  readonly settings: RunSettings;
  readonly seed: string;
}

export interface Played {
  readonly finalHash: number;
  readonly weeklyHashes: number[];
  /** Every number printed in full; missing ones as null. */
  readonly outcome: Readonly<Record<string, number | null>>;
}

export function play({ ecosystem, strategy, settings, seed }: Run): Played {
  const result = simulate(compile(ecosystem, strategy, settings, seed), { hash: true });
  const shown = (x: number) => (Number.isNaN(x) ? null : x);
  return {
    finalHash: result.finalHash,
    weeklyHashes: [...(result.weeklyHashes ?? [])],
    outcome: Object.fromEntries(Object.entries(result.outcome).map(([name, x]) => [name, shown(x)])),
  };
}
