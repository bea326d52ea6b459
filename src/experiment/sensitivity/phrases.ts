/** Words that the readings of all methods share. */
import { figure } from "../compare/figures.ts";
import type { Analysis } from "./study.ts";

const SIGNIFICANT = 3;
const PER_CENT = 100;
/** A sentence names no more inputs than this. */
const MOST_NAMES = 8;

/** "a, b and c"; the last of many are counted, not named. */
export function list(names: readonly string[]): string {
  const shown = names.length > MOST_NAMES ? [...names.slice(0, MOST_NAMES), `${names.length - MOST_NAMES} more`] : names;
  const last = shown.at(-1) ?? "";
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(", ")} and ${last}`;
}

/** Three digits, thousands apart. */
export function figureOf(value: number): string {
  if (value === 0) return "0";
  let decimals = 0;
  for (let size = Math.abs(value); size < PER_CENT && decimals < 12; size *= 10) decimals++;
  return Number.isFinite(value) ? figure(Number(value.toPrecision(SIGNIFICANT)), decimals) : String(value);
}

/** "34 %". */
export function percent(share: number): string {
  return `${figure(share * PER_CENT, 0)} %`;
}

/** What an analysis says that cannot be made. */
export function nothing(refusal: string): Pick<Analysis, "indices" | "refusal" | "reading"> {
  return { indices: [], refusal, reading: [`Not estimable: ${refusal}.`] };
}
