/** A whole number that was typed. */
import { EXIT, Failure } from "../node/failure.ts";

/**
 * @param option such as "--workers"
 * @param what in words, such as "of threads"
 * @throws Failure with status 2 for anything else than a number of that range
 */
export function wholeNumber(option: string, text: string, what: string, least: number, most: number): number {
  const number = /^\d{1,9}$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new Failure(EXIT.usage, `${option}: ${text} is not a number ${what}`, `use a whole number from ${least} to ${most}`);
}
