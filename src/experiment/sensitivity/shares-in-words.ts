/** What Sobol' indices say, in sentences. */
import { figure } from "../compare/figures.ts";
import { list, percent } from "./phrases.ts";
import type { Index } from "./study.ts";

/** Shares that end below it hardly matter. */
const SMALL = 0.05;
/** Intervals of a total share should not be wider. */
const WIDE = 0.1;

/** @param luck share of the variance between points that is luck; NaN where unknown */
export function readShares(indices: readonly Index[], blocks: number, luck: number): string[] {
  const of = (index: string) => indices.filter((one) => one.index === index);
  const totals = [...of("ST")].sort((a, b) => b.value - a.value);
  const isLuck = ({ low }: Index) => low < luck;
  const isSmall = ({ high }: Index) => high < SMALL + (luck > 0 ? luck : 0);
  const leading = totals.filter((one) => !isSmall(one) && !isLuck(one));
  const first = (name: string) => of("S1").find((one) => one.parameter === name)?.value ?? 0;
  const names = (some: readonly Index[]) => list(some.map(({ parameter }) => parameter));
  const found = [];
  if (leading.length > 0) {
    const shared = leading.map(
      (one) => `${one.parameter} ${percent(one.value)} (alone ${percent(Math.max(0, first(one.parameter)))})`,
    );
    found.push(`What matters, by share of the variance with all interactions: ${list(shared)}.`);
  }
  const interacting = of("ST-S1").filter((one) => one.low > (luck > 0 ? luck : 0) && one.value >= SMALL);
  if (interacting.length > 0) {
    const shared = interacting.map((one) => `${one.parameter} ${percent(one.value)}`);
    found.push(`In interaction with other inputs: ${list(shared)}.`);
  }
  const pairs = of("S2").filter(({ low, value }) => low > 0 && value >= SMALL);
  if (pairs.length > 0) {
    found.push(`Pairs that interact: ${list(pairs.map((one) => `${one.parameter} with ${one.with} ${percent(one.value)}`))}.`);
  }
  const small = totals.filter(isSmall);
  if (small.length > 0) found.push(`Hardly matters: ${names(small)}.`);
  const unclear = totals.filter((one) => !isSmall(one) && isLuck(one));
  if (unclear.length > 0)
    found.push(`Cannot be told from luck, which alone would show a total of ${percent(luck)}: ${names(unclear)}.`);
  const negative = indices.filter(({ value }) => value < 0).length;
  if (negative > 0) {
    found.push(
      `${negative} ${negative === 1 ? "estimate is" : "estimates are"} below 0: no share is; it is the error of an estimate near 0.`,
    );
  }
  return [...found, ...convergence(totals, blocks)];
}

function convergence(totals: readonly Index[], blocks: number): string[] {
  const widest = Math.max(...totals.map(({ low, high }) => high - low));
  if (!(widest > WIDE)) return [];
  let enough = blocks;
  for (const wanted = (blocks * widest * widest) / (WIDE * WIDE); enough < wanted; ) enough *= 2;
  return [
    `Not converged: the widest interval of a total share is ${figure(widest, 2)}; about ${figure(enough, 0)} blocks would bring it to ${figure(WIDE, 1)}.`,
  ];
}
