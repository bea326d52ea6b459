/** Which mechanisms carry a claim: its effect with each switched off, against its effect with all on, on the same luck. */
import { type Table, type TableSpec, tableBuilder } from "../../core/table.ts";
import { ALPHA } from "../compare/effect.ts";
import { holm } from "../stats/holm.ts";
import type { Interval } from "../stats/interval.ts";
import { moments } from "../stats/moments.ts";
import { studentQuantile, studentTails } from "../stats/student.ts";
import type { PatternsPlan } from "./planned.ts";
import type { Tried } from "./tried.ts";

export interface Carrier {
  readonly pattern: string;
  readonly claim: string;
  readonly mechanism: string;
  readonly unit: string;
  readonly n: number;
  /** Effect with everything on, and with this off. */
  readonly on: number;
  readonly off: number;
  /** Off minus on, replicate by replicate. */
  readonly change: Interval;
  readonly pHolm: number;
  /** Verdict of the claim with it off. */
  readonly without: string;
  readonly does: "carries" | "works against" | "no detectable change" | "not told";
}

/** @param rows of one ecosystem */
export function carriersOf(rows: readonly Tried[], { tries }: PatternsPlan): Carrier[] {
  const claims = rows.filter(({ point, role, pair }) => tries[point]?.of === "default" && role === "claim" && pair);
  return claims.flatMap((base) => {
    const found = rows.flatMap((row): (Omit<Carrier, "pHolm" | "does"> & { p: number })[] => {
      const of = tries[row.point];
      const isSame = row.pattern === base.pattern && row.name === base.name && row.role === "claim";
      if (of?.of !== "mechanism" || !isSame || !row.pair || !base.pair) return [];
      const [off, on] = [row.pair, base.pair];
      const changes = [...off.differences]
        .map((value, i) => value - (on.differences[i] ?? Number.NaN))
        .filter((x) => !Number.isNaN(x));
      const { n, mean, variance } = moments(changes);
      const error = Math.sqrt(variance / n);
      const reach = n < 2 ? Number.NaN : studentQuantile(1 - ALPHA / 2, n - 1) * error;
      return [
        {
          ...{ pattern: row.pattern, claim: row.name, mechanism: of.name, unit: on.measured.outcome.unit, n },
          ...{ on: on.measured.difference.value, off: off.measured.difference.value, without: row.verdict },
          change: { value: mean, low: mean - reach, high: mean + reach },
          p: error > 0 ? studentTails(mean / error, n - 1) : Number.NaN,
        },
      ];
    });
    const adjusted = holm(found.map(({ p }) => p));
    return found.map(({ p: _, ...one }, i): Carrier => {
      const pHolm = adjusted[i] ?? Number.NaN;
      return { ...one, pHolm, does: doesOf(one, pHolm) };
    });
  });
}

/** A mechanism carries an effect that comes nearer to nothing without it. */
function doesOf({ change, on }: Pick<Carrier, "change" | "on">, pHolm: number): Carrier["does"] {
  if (change.value === 0) return "no detectable change";
  if (Number.isNaN(pHolm)) return "not told";
  if (pHolm >= ALPHA) return "no detectable change";
  return change.value > 0 === on < 0 ? "carries" : "works against";
}

const text = (name: string, about: string) => ({ name, type: "string" as const, unit: "", about });
const number = (name: string, about: string) => ({ name, type: "number" as const, unit: "as the outcome", about });

const SPEC: TableSpec = {
  name: "pattern_mechanisms",
  about: "one row per claim and mechanism: the effect with all on, with this one off, and the change on the same luck",
  primaryKey: ["pattern", "claim", "mechanism"],
  columns: [
    text("pattern", "pattern"),
    text("claim", "its claim"),
    text("mechanism", "what is switched off"),
    text("unit", "unit of the effects"),
    { name: "n", type: "integer", unit: "pairs", about: "replicates with both effects" },
    number("effect_on", "mean difference of the claim with every mechanism on"),
    number("effect_off", "the same with this one off"),
    number("change", "off minus on, mean over replicates"),
    number("low", "lower end of its 95 % interval (paired Student t)"),
    number("high", "upper end of that interval"),
    {
      name: "p_holm",
      type: "number",
      unit: "probability",
      about: "p of the change, adjusted for all mechanisms of the claim (Holm)",
    },
    text("claim_without", "verdict of the claim with it off"),
    text("does", "carries: the effect shrinks without it; works against: it grows; no detectable change; not told"),
  ],
};

export function carriersTable(rows: readonly Carrier[]): Table {
  const builder = tableBuilder(SPEC, rows.length);
  for (const { pattern, claim, mechanism, unit, n, on, off, change, pHolm, without, does } of rows) {
    builder.add([pattern, claim, mechanism, unit, n, on, off, change.value, change.low, change.high, pHolm, without, does]);
  }
  return builder.finish();
}
