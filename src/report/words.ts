/** Words of a report that are not in the tables: names as people say them, lists, numbers with their intervals. */
import { decimalsFor, figure, signed } from "../experiment/compare/figures.ts";

const PER_CENT = 100;

/** "harm index expected" */
export const plain = (name: string): string => name.replaceAll(/[_-]/g, " ");

export const quoted = (name: string): string => `“${name}”`;

/** "a, b and c" */
export function listOf(words: readonly string[]): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** More strategies are counted, not named one by one. */
export const MOST_NAMED = 4;

/** Names of strategies, or how many they are. @param all of how many */
export const listOrCount = (names: readonly string[], all: number): string =>
  names.length > MOST_NAMED ? `${names.length} of ${all} strategies` : listOf(names);

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Whether an interval lies on one side of zero. */
export const isOneSided = (low: number, high: number): boolean => low > 0 || high < 0;

/** "-3 (-9 to +4)", in as many digits as the interval leaves. */
export function change(value: number, low: number, high: number): string {
  if (!Number.isFinite(value)) return "not known";
  if (!(Number.isFinite(low) && Number.isFinite(high)))
    return `${signed(value, decimalsFor(Math.abs(value) / 20, [value]))} (no interval)`;
  // An end that is not zero is not written as zero, so that what leaves zero out is seen to do so.
  const decimals = decimalsFor((high - low) / 2, isOneSided(low, high) ? [value, low, high] : [value]);
  return `${signed(value, decimals)} (${signed(low, decimals)} to ${signed(high, decimals)})`;
}

/** The same in per cent. */
export function changePercent(value: number, low: number, high: number): string {
  const text = change(value * PER_CENT, low * PER_CENT, high * PER_CENT);
  return text.endsWith(")") ? `${text.slice(0, -1)} %)` : text;
}

/** "3,000 (2,200 to 3,800)" */
export function level(value: number, low: number, high: number): string {
  if (!Number.isFinite(value)) return "not known";
  if (!(Number.isFinite(low) && Number.isFinite(high)))
    return `${figure(value, decimalsFor(Math.abs(value) / 50, [value]))} (no interval)`;
  const decimals = decimalsFor((high - low) / 2, [value]);
  return `${figure(value, decimals)} (${figure(low, decimals)} to ${figure(high, decimals)})`;
}
