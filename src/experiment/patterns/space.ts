/** Where in the box a claim goes its way: how its effect moves with each quantity, and where that lies when it goes the other way. */
import { type Table, type TableSpec, tableBuilder } from "../../core/table.ts";
import type { Plan } from "../plan.ts";
import { ranksOf } from "../sensitivity/ranks.ts";
import { correlation } from "../stats/moments.ts";
import { quantile } from "../stats/quantile.ts";
import type { PatternsPlan } from "./planned.ts";
import type { Tried } from "./tried.ts";

const SPEC: TableSpec = {
  name: "pattern_space",
  about: "one row per claim, rule and quantity of the box: the effect of the claim over the points of the box",
  primaryKey: ["pattern", "claim", "rule", "quantity"],
  columns: [
    { name: "pattern", type: "string", unit: "", about: "pattern" },
    { name: "claim", type: "string", unit: "", about: "its claim" },
    { name: "rule", type: "string", unit: "", about: "decision rule under which the box was tried" },
    { name: "quantity", type: "string", unit: "", about: "path of the quantity" },
    { name: "points", type: "integer", unit: "points", about: "points with an effect" },
    {
      name: "rank_correlation",
      type: "number",
      unit: "1",
      about: "Spearman's, of the quantity and the effect (arm minus the other arm)",
    },
    {
      name: "expected_way",
      type: "integer",
      unit: "points",
      about: "points at which the effect has the expected sign, or lies in the band, told or not",
    },
    { name: "median_there", type: "number", unit: "as the quantity", about: "median of the quantity at those points" },
    { name: "median_elsewhere", type: "number", unit: "as the quantity", about: "median of the quantity at the other points" },
  ],
};

export function spaceTable(rows: readonly Tried[], plan: Plan, { tries, box }: PatternsPlan): Table {
  const builder = tableBuilder(SPEC);
  const boxed = rows.filter(({ point, role, pair }) => tries[point]?.of === "box" && role === "claim" && pair);
  const groups = new Map<string, { readonly of: readonly string[]; readonly rows: Tried[] }>();
  for (const row of boxed) {
    const of = [row.pattern, row.name, tries[row.point]?.name ?? ""];
    const key = of.join("\n");
    const group = groups.get(key) ?? { of, rows: [] };
    group.rows.push(row);
    groups.set(key, group);
  }
  for (const { of, rows: group } of groups.values()) {
    const effects = Float64Array.from(group, ({ pair }) => pair?.measured.difference.value ?? Number.NaN);
    for (const quantity of box) {
      const d = plan.knobs.findIndex(({ dimension }) => dimension.name === quantity);
      const at = Float64Array.from(group, ({ point }) => plan.points[point]?.[d] ?? Number.NaN);
      const isThere = (_: number, i: number) => goesItsWay(group[i] as Tried);
      const there = [...at].filter(isThere);
      const elsewhere = [...at].filter((x, i) => !isThere(x, i));
      builder.add([
        ...[...of, quantity, group.length],
        ...[correlation([...ranksOf(at)], [...ranksOf(effects)]), there.length, median(there), median(elsewhere)],
      ]);
    }
  }
  return builder.finish();
}

function goesItsWay({ claim: { expect, within, low = 0, high = 0 }, pair }: Tried): boolean {
  const change = pair?.change.value ?? Number.NaN;
  if (expect === "lower") return change < 0;
  if (expect === "higher") return change > 0;
  return expect === "little" ? Math.abs(change) <= within : low <= change && change <= high;
}

const median = (values: readonly number[]) => (values.length === 0 ? Number.NaN : quantile(values, 0.5));
