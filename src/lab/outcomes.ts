/** Which outcomes are drawn, in groups; those of harms and conduct come from the ecosystem. */
import type { MetricColumn } from "../core/index.ts";
import { columnName } from "../core/world/metric.ts";
import { MAIN_OUTCOMES } from "../experiment/main-names.ts";

export const GROUPS = ["main", "harms", "market", "minds", "money"] as const;
export type Group = (typeof GROUPS)[number];

const NAMED: Readonly<Record<Group, readonly string[]>> = {
  main: MAIN_OUTCOMES,
  harms: ["deaths", "trafficked", "victims"],
  market: ["smugglers", "smugglers_listed", "entries", "share_listed", "trips", "interceptions", "enablers_listed", "listings"],
  minds: ["deterrence_number", "norm", "disapproval", "believed_danger", "support", "friction"],
  money: ["usd_fares", "usd_bribes", "usd_ransom_paid", "usd_frozen", "capital_smugglers", "debt_migrants"],
};

/** Those of which effects are stated. */
export const COMPARED = MAIN_OUTCOMES;

/** Names of the outcomes of a group that the columns have, in order. */
export function outcomesOf(
  group: Group,
  columns: readonly MetricColumn[],
  levels: readonly string[],
  harms: readonly string[],
): string[] {
  const own: Partial<Record<Group, string[]>> = {
    harms: harms.map((harm) => columnName("expected", harm)),
    market: levels.map((level) => columnName("share", level)),
    minds: levels.map((level) => columnName("perceived", "risk", level)),
  };
  const known = new Set(columns.map(({ name }) => name));
  return [...NAMED[group], ...(own[group] ?? [])].filter((name) => known.has(name));
}

/** Outcomes of all groups, and what ratios are made of. */
export function drawnColumns(
  columns: readonly MetricColumn[],
  levels: readonly string[],
  harms: readonly string[],
): MetricColumn[] {
  const wanted = new Set(GROUPS.flatMap((group) => outcomesOf(group, columns, levels, harms)));
  return columns.filter(({ name }) => wanted.has(name));
}
