/** Resampling of trials with replacement: what could as well have been drawn (Efron 1979, Annals of Statistics 7, 1-26). */
import seedrandom from "seedrandom";

/**
 * Means over resampled trials: `means[column][replicate]`. Every column sees the same trials, so that strategies keep
 * their common luck, and one more column changes nothing in the others.
 * @param columns one number per trial each, all of one length; without trials there are no replicates
 * @param seed full, such as `seed|bootstrap|ranking|deaths|5 years`
 */
export function bootstrapMeans(columns: readonly Float64Array[], replicates: number, seed: string): Float64Array[] {
  const n = columns[0]?.length ?? 0;
  if (n === 0) return columns.map(() => new Float64Array(0));
  const means = columns.map(() => new Float64Array(replicates));
  const random = seedrandom.alea(seed);
  const drawn = new Int32Array(n);
  for (let replicate = 0; replicate < replicates; replicate++) {
    for (let i = 0; i < n; i++) drawn[i] = Math.floor(random.double() * n);
    columns.forEach((column, c) => {
      let sum = 0;
      for (const trial of drawn) sum += column[trial] as number;
      (means[c] as Float64Array)[replicate] = sum / n;
    });
  }
  return means;
}

/** Replicates of a bootstrap: a share of 0.05 is then known to within 0.01 (two standard errors). */
export const REPLICATES = 2000;
