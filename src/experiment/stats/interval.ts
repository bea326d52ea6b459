/** A number with the two ends between which it probably lies. */
export interface Interval {
  readonly value: number;
  /** NaN where there is no interval. */
  readonly low: number;
  readonly high: number;
}

/** What cannot be estimated. */
export const UNKNOWN: Interval = { value: Number.NaN, low: Number.NaN, high: Number.NaN };

/** @throws RangeError when it is not a share between 0 and 1 */
export function checkShare(name: string, share: number): void {
  if (!(share > 0 && share < 1)) throw new RangeError(`${name}: ${share}, use a number between 0 and 1`);
}
