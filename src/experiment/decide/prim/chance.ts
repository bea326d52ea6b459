/** Would a search so thorough have found as good a box where there is none? */
import seedrandom from "seedrandom";
import { countCases, everything, type Sample } from "./box.ts";
import { ALPHA, balance, type DiscoverOptions, LEAST_MASS, measure } from "./discover.ts";
import { peel } from "./peel.ts";

const SHUFFLES = 99;

/**
 * Share of searches that find as good a box as the first one when the marks of the cases are dealt out anew, the search itself
 * among them: a p-value that counts the searching, which a quasi-p-value does not. Good means balance of coverage and purity.
 * It peels once per shuffle.
 */
export function byChance(sample: Sample, seed: string, options: DiscoverOptions = {}, shuffles = SHUFFLES): number {
  const { alpha = ALPHA, leastMass = LEAST_MASS } = options;
  const rows = sample.points.map((_, row) => row);
  const total = countCases(sample, rows);
  const best = (dealt: Sample) => {
    const boxes = peel(dealt, everything(dealt.dimensions), rows, alpha, leastMass * rows.length);
    return boxes.reduce((most, box) => Math.max(most, balance(measure(dealt, box, rows, total), total / rows.length)), 0);
  };
  const found = best(sample);
  const random = seedrandom.alea(`${seed}|shuffle|boxes`);
  const cases = sample.cases.slice();
  let asGood = 1;
  for (let shuffle = 0; shuffle < shuffles; shuffle++) {
    for (let i = cases.length - 1; i > 0; i--) {
      const j = Math.floor(random.double() * (i + 1));
      [cases[i], cases[j]] = [cases[j] as number, cases[i] as number];
    }
    if (best({ ...sample, cases }) >= found) asGood++;
  }
  return asGood / (shuffles + 1);
}
