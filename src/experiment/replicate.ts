/**
 * Seeds of replicates. They depend on the seed of the scenario and the number of the replicate and on nothing else, so
 * that every strategy is played against the same luck, and a run alone is the run that it was among thousands.
 */
import seedrandom from "seedrandom";

/** Fifteen digits: what a spreadsheet shows of a number. A thousand replicates share one with probability 5e-10. */
const SEEDS = 1e15;

/**
 * The seed of a replicate as text. The first has the seed of the scenario itself; the others are drawn from
 * `<seed>|replicate|<number>`. So the seed of any row of `runs.csv`, given to a single run, repeats that run.
 * @param replicate 1 or more
 */
export function replicateSeed(seed: string | number, replicate: number): string {
  if (!Number.isInteger(replicate) || replicate < 1) {
    throw new RangeError(`replicate: ${replicate}, use a whole number of 1 or more`);
  }
  if (replicate === 1) return String(seed);
  return String(Math.floor(seedrandom.alea(`${seed}|replicate|${replicate}`).double() * SEEDS));
}
