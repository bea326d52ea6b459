/** The split in one plain sentence: what moved harm, each with its interval, and what cannot be told from nothing. */
import { decimalsFor, figure, signed } from "../compare/figures.ts";
import { outcomeWords } from "../outcome-words.ts";
import type { SplitRow } from "./split-rows.ts";

/** Names of parts as people say them. */
export const SAID: Readonly<Record<string, string>> = {
  volume: "more or fewer trips",
  route: "other routes",
  share: "other smugglers' share of trips",
  coercion: "other conduct of those listed",
  "shaping-incumbents": "other conduct of incumbents never listed",
  "shaping-entrants": "other conduct of newcomers never listed",
  environment: "other danger at the same conduct",
  "outside-trips": "harm outside trips",
};

/** @param rows of one outcome and period of one strategy */
export function splitWords(rows: readonly SplitRow[]): string {
  const total = rows.find(({ part }) => part === "total");
  const parts = rows.filter(({ part, is }) => is === "part" && part !== "residual");
  if (!total) throw new Error("a split without a total");
  const told = parts.filter(({ percent: { low, high } }) => low > 0 || high < 0);
  const open = parts.filter((row) => !told.includes(row) && row.percent.value !== 0);
  const what = `${outcomeWords(total.outcome)}, ${total.period}, in per cent of the baseline: ${share(total)}`;
  if (Number.isNaN(total.percent.low)) return `${what}; its parts take two pairs or more.`;
  const found = told.map((row) => `${SAID[row.part] ?? row.part} ${share(row)}`);
  const rest = open.map(({ part }) => SAID[part] ?? part);
  if (found.length === 0 && rest.length > 0) return `${what}. No part of it can be told from nothing.`;
  return [
    `${what}.`,
    found.length > 0 ? ` Of it: ${found.join("; ")}.` : "",
    rest.length > 0 ? ` Not told from nothing: ${rest.join("; ")}.` : "",
  ].join("");
}

/** "-10.2 (95 % interval -15.3 to -4.6)" */
function share({ percent: { value, low, high } }: SplitRow): string {
  if (Number.isNaN(low) || Number.isNaN(high)) return Number.isNaN(value) ? "not known" : figure(value, 1);
  const decimals = decimalsFor((high - low) / 2, [value, low, high]);
  return `${signed(value, decimals)} (95 % interval ${signed(low, decimals)} to ${signed(high, decimals)})`;
}
