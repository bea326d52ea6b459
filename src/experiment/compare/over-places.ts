/** One outcome at many places in a sentence: at how many it was told apart from the baseline. */

import { outcomeWords } from "../outcome-words.ts";
import type { Effect } from "./judge.ts";

/** @param effects of one strategy, outcome and period, one for each place */
export function overPlaces(effects: readonly Effect[]): string[] {
  const [first] = effects;
  if (!first) return [];
  const { strategy, baseline, outcome, period } = first;
  const count = (verdict: Effect["verdict"]) => effects.filter((effect) => effect.verdict === verdict).length;
  const [lower, higher] = [count("lower"), count("higher")];
  const neither = effects.length - lower - higher;
  return [
    `${strategy} against ${baseline}, ${outcomeWords(outcome.name)}, ${period.name}: of ${effects.length} places, ${lower} are shown to be lower, ${higher} higher, ${neither} neither (effects.csv says which).`,
  ];
}
