/** All outcomes of one strategy over one span in a few lines: what was told apart from the baseline first, then what was not. */

import { outcomeWords } from "../outcome-words.ts";
import { type Effect, ENOUGH_PAIRS } from "./judge.ts";
import { extent } from "./words.ts";

const PER_CENT = 100;

/**
 * @param effects of one strategy and period, one for each outcome
 * @param where begins the first line: the place, if there are several
 */
export function brief(effects: readonly Effect[], where = ""): string[] {
  const [first] = effects;
  if (!first) return [];
  const { strategy, baseline, period, alpha } = first;
  const n = Math.min(...effects.map((effect) => effect.n));
  const indicative = effects.some((effect) => effect.indicative) ? `; fewer than ${ENOUGH_PAIRS}: indicative only` : "";
  const of = (...verdicts: readonly Effect["verdict"][]) => effects.filter(({ verdict }) => verdicts.includes(verdict));
  const named = (effect: Effect) => `${outcomeWords(effect.outcome.name)} ${extent(effect)}`;
  const told = of("lower", "higher");
  const unseen = of("no detectable difference");
  // Alone they would be told; among all that was looked at they are not.
  const alone = unseen.filter((effect) => effect.p < effect.alpha && effect.error > 0);
  const open = unseen.filter((effect) => !alone.includes(effect));
  const same = of("identical");
  const unknown = of("not estimable");
  const names = (some: readonly Effect[]) => some.map(({ outcome }) => outcomeWords(outcome.name)).join("; ");
  return [
    `${where}${strategy} against ${baseline}, ${period.name}, ${n} ${n === 1 ? "pair" : "pairs"}${indicative}.`,
    `  Different: ${told.length === 0 ? "nothing that was looked at" : told.map(named).join("; ")}.`,
    ...(open.length > 0 ? [`  No detectable difference: ${open.map(named).join("; ")}.`] : []),
    ...(alone.length > 0
      ? [`  Not told among ${first.family} comparisons, each by itself would be: ${alone.map(named).join("; ")}.`]
      : []),
    ...(same.length > 0 ? [`  The same in every pair: ${names(same)}.`] : []),
    ...(unknown.length > 0 ? [`  Not estimable: ${names(unknown)}.`] : []),
    ...(told.length + open.length > 0
      ? [`  Brackets and ranges are ${PER_CENT * (1 - alpha)} % intervals of the paired difference.`]
      : []),
  ];
}
