/** Words that sentences about choices share. */
import type { MetricColumn } from "../../../core/index.ts";
import { decimalsFor, decimalsOf, figure } from "../../compare/figures.ts";
import { outcomeWords } from "../../outcome-words.ts";
import { list } from "../../sensitivity/phrases.ts";
import type { Interval } from "../../stats/interval.ts";
import type { Estimate } from "../../stats/running.ts";

export { list };

/** Fewer trials give a hint, not a finding. */
export const ENOUGH = 10;
const PER_CENT = 100;

/** "Harm index expected, 5 years". */
export function subject(
  { outcome, period }: { readonly outcome: MetricColumn; readonly period: { readonly name: string } },
  label?: string,
): string {
  const words = outcomeWords(outcome.name);
  return `${label ?? words.charAt(0).toUpperCase() + words.slice(1)}, ${period.name}`;
}

/** "34 %"; what is not certain is never 0 or 100 per cent. */
export function percent(share: number): string {
  const whole = figure(share * PER_CENT, 0);
  if (whole === "0" && share > 0) return "less than 1 %";
  return whole === "100" && share < 1 ? "more than 99 %" : `${whole} %`;
}

/** "193 (95 % interval 184 to 203)", with the unit after the number; the size alone where there is no interval. */
export function spread(estimate: Estimate | Interval, unit: string, confidence: number): string {
  const value = "mean" in estimate ? estimate.mean : estimate.value;
  const { low, high } = estimate;
  const of = unit === "" || unit === "1" ? "" : ` ${unit}`;
  if (Number.isNaN(value)) return "not known";
  if (Number.isNaN(low) || Number.isNaN(high)) return `${exact(value)}${of} (no interval)`;
  const decimals = decimalsFor((high - low) / 2, [value]);
  if (low === high) return `${exact(value)}${of}`;
  const ends = `${figure(low, decimals)} to ${figure(high, decimals)}`;
  return `${figure(value, decimals)}${of} (${exact(confidence * PER_CENT)} % interval ${ends})`;
}

/** A number that is known as it stands. */
export function exact(value: number): string {
  return figure(value, decimalsOf(value));
}

/** To three digits. */
export function about(value: number): string {
  const rounded = Number(value.toPrecision(3));
  return figure(rounded, decimalsOf(rounded));
}

/** "12 trials", "12 trials, 2 left out because a strategy has no value there". */
export function trialsIn({ trials, dropped }: { readonly trials: number; readonly dropped: number }): string {
  const lost = dropped > 0 ? `, ${figure(dropped, 0)} left out because a value is missing` : "";
  return `${figure(trials, 0)} ${trials === 1 ? "trial" : "trials"}${lost}`;
}

/** What must be said of the data beside any finding. */
export function caveats({ trials, without }: { readonly trials: number; readonly without: readonly string[] }): string[] {
  return [
    ...(trials > 0 && trials < ENOUGH ? [`Indicative only (fewer than ${ENOUGH} trials).`] : []),
    ...(without.length > 0 ? [`Nothing can be said of ${list(without)}: no trial has a value.`] : []),
  ];
}

/** A name in quotes: a strategy may be called "none". */
export const quoted = (name: string): string => `"${name}"`;

/** "is" or "are". */
export function be(names: readonly string[]): string {
  return names.length === 1 ? "is" : "are";
}
