/**
 * How far a run lies from published figures. The implausibility of one figure is the distance in standard deviations of all
 * that may keep the two apart (history matching: Craig, Goldstein, Seheult and Smith 1997; Vernon, Goldstein and Bower 2010):
 *
 *   I = |simulated - published| / sqrt(uncertainty^2 + discrepancy^2 + luck^2)
 *
 * uncertainty: of the figure; its band is read as two standard deviations, each side by itself, since counts of deaths
 * reach further up than down. discrepancy: of the model, which is wrong at its best parameters too. luck: of the mean over
 * the replicates. The misfit of a set is the root of the weighted mean of I^2.
 */

/** A published figure and the terms on which it counts. */
export interface Target {
  /** As in the ecosystem, or in the calibration. */
  readonly name: string;
  readonly title: string;
  readonly metric: string;
  readonly year: number;
  readonly value: number;
  /** Ends of its band. */
  readonly low: number;
  readonly high: number;
  readonly weight: number;
  /** Standard deviation of the model's own error, in units of the figure. */
  readonly discrepancy: number;
}

/** Standard deviations from a figure to either end of its band. */
const BAND = 2;

/** @param luck standard deviation of the simulated mean @returns NaN for a run without a value */
export function implausibility(simulated: number, { value, low, high, discrepancy }: Target, luck: number): number {
  const uncertainty = (simulated < value ? value - low : high - value) / BAND;
  const distance = Math.abs(simulated - value);
  if (distance === 0) return 0;
  return distance / Math.sqrt(uncertainty * uncertainty + discrepancy * discrepancy + luck * luck);
}

/** @param parts implausibilities in the order of the targets @returns Infinity when one is missing: such a set is never accepted */
export function misfit(parts: readonly number[], targets: readonly Target[]): number {
  let [sum, weights] = [0, 0];
  targets.forEach(({ weight }, i) => {
    const part = parts[i] as number;
    sum += weight * part * part;
    weights += weight;
  });
  return Number.isNaN(sum) ? Number.POSITIVE_INFINITY : Math.sqrt(sum / weights);
}

/**
 * Standard deviation of the mean over `replicates` runs, for each target: the spread of the runs of one point relative to
 * their mean, at the published figure. 0 when there is a single run, which cannot tell.
 * @param values by target and run
 */
export function luckOf(values: readonly (readonly number[])[], targets: readonly Target[], replicates: number): number[] {
  return targets.map(({ value }, t) => {
    const present = (values[t] ?? []).filter((one) => !Number.isNaN(one));
    const mean = meanOf(present);
    if (present.length < 2 || mean === 0) return 0;
    const variance = present.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (present.length - 1);
    return (Math.abs(value / mean) * Math.sqrt(variance)) / Math.sqrt(replicates);
  });
}

/** Of the values that are there; NaN for none. */
export function meanOf(values: readonly number[]): number {
  const present = values.filter((one) => !Number.isNaN(one));
  return present.reduce((sum, one) => sum + one, 0) / present.length;
}
