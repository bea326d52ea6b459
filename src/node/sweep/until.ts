/** Replicates until the interval of a difference is narrow enough. How many that takes depends on the runs and on nothing else. */
import { pairsNeeded, type UntilState, untilNext, untilRule, untilStart } from "../../experiment/compare/until.ts";
import type { Plan } from "../../experiment/plan.ts";
import { readingsOf } from "../../experiment/readings-of.ts";
import type { Store } from "./store.ts";
import { storedNumbers } from "./stored-numbers.ts";

export interface Enough {
  readonly isReached: boolean;
  /** Replicates that belong to the result. */
  readonly replicates: number;
  readonly strategies: readonly { readonly strategy: string; readonly halfWidth: number; readonly target: number }[];
}

/** @param play plays what is missing of the first trials */
export async function playUntil(plan: Plan, store: Store, play: (trials: number) => Promise<void>): Promise<Enough> {
  const { until, settings } = plan;
  if (!until) throw new Error("the plan does not say when enough is known");
  const budget = settings.replicates;
  const rule = untilRule({ precision: until.precision, minimum: Math.min(until.minimum, budget), budget });
  for (let wave = rule.minimum + rule.lookAhead; ; ) {
    const replicates = Math.min(budget, wave);
    await play(replicates);
    const [matched] = readingsOf(plan, storedNumbers(plan, store), replicates).matched(
      { ecosystem: 0, point: 0 },
      [until.outcome],
      [until.period],
    );
    const [baseline, ...others] = matched?.values ?? [];
    const names = matched?.strategies.slice(1) ?? [];
    let states: UntilState[] = others.map(untilStart);
    const summed = (n: number): Enough => ({
      isReached: states.every(({ status }) => status === "reached"),
      replicates: n,
      strategies: states.map(({ halfWidth, target }, i) => ({ strategy: names[i] ?? "", halfWidth, target })),
    });
    for (let n = 0; n < replicates; n++) {
      states = states.map((state, i) => untilNext(rule, state, baseline?.[n] ?? Number.NaN, others[i]?.[n] ?? Number.NaN));
      if (states.every(({ status }) => status === "reached")) return summed(n + 1);
    }
    if (replicates >= budget) return summed(replicates);
    wave = nextWave(states, replicates, rule.lookAhead);
  }
}

/** As many as the spread so far asks for, but no more than twice as many at once: the spread is itself uncertain. */
function nextWave(states: readonly UntilState[], replicates: number, lookAhead: number): number {
  const needed = Math.max(...states.map((state) => pairsNeeded(state))) + lookAhead;
  return Math.max(replicates + 2, Number.isFinite(needed) ? Math.min(2 * replicates, Math.ceil(needed)) : 2 * replicates);
}
