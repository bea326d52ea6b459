/** Numbers in sentences: as many digits as their uncertainty leaves, thousands apart. */

const DIGITS_IN_GROUP = /\B(?=(\d{3})+(?!\d))/g;
const MOST_DECIMALS = 12;
/** For numbers without uncertainty. */
const SIGNIFICANT = 6;

/**
 * Decimals for numbers known to within a half-width: its first digit shows, two when it is a 1 or there are hundreds of it
 * (then they are negative: -2 rounds to hundreds). No number that is not 0 is written as 0.
 */
export function decimalsFor(halfWidth: number, numbers: readonly number[]): number {
  let decimals = 0;
  for (let size = halfWidth; size > 0 && size < 2 && decimals < MOST_DECIMALS; size *= 10) decimals++;
  for (let size = halfWidth; size >= 100 && decimals > -MOST_DECIMALS; size /= 10) decimals--;
  const looksZero = (value: number) => value !== 0 && rounded(value, decimals) === 0;
  while (decimals < MOST_DECIMALS && numbers.some(looksZero)) decimals++;
  return decimals;
}

function rounded(value: number, decimals: number): number {
  if (decimals >= 0) return Number(value.toFixed(decimals));
  let step = 1;
  for (let i = decimals; i < 0; i++) step *= 10;
  return Math.round(value / step) * step;
}

/** "12,345.6"; never "-0". */
export function figure(value: number, decimals: number): string {
  const shown = rounded(value, decimals);
  const [whole = "", fraction] = Math.abs(shown).toFixed(Math.max(0, decimals)).split(".");
  const text = whole.replace(DIGITS_IN_GROUP, ",") + (fraction === undefined ? "" : `.${fraction}`);
  return shown < 0 ? `-${text}` : text;
}

/** "+6", "-4", "0". */
export function signed(value: number, decimals: number): string {
  return rounded(value, decimals) > 0 ? `+${figure(value, decimals)}` : figure(value, decimals);
}

/** Decimals that show a number known exactly. */
export function decimalsOf(value: number): number {
  const shown = Number(value.toPrecision(SIGNIFICANT));
  let decimals = 0;
  while (decimals < MOST_DECIMALS && Number(shown.toFixed(decimals)) !== shown) decimals++;
  return decimals;
}
