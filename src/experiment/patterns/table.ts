/** patterns.csv: every claim at every point; pattern_verdicts.csv: what they come to. */
import { type Table, type TableColumn, type TableSpec, tableBuilder } from "../../core/table.ts";
import type { Plan } from "../plan.ts";
import { possibleChange } from "../possible.ts";
import type { PatternsPlan } from "./planned.ts";
import type { Decided, Tried } from "./tried.ts";

const text = (name: string, about: string): TableColumn => ({ name, type: "string", unit: "", about });
const share = (name: string, about: string): TableColumn => ({ name, type: "number", unit: "share", about });
const inUnit = (name: string, about: string): TableColumn => ({ name, type: "number", unit: "as the outcome", about });
const count = (name: string, unit: string, about: string): TableColumn => ({ name, type: "integer", unit, about });

const TRIED = [
  text("of", "default; rule; mechanism (switched off); alternative; box"),
  text("setting", "which rule, mechanism or alternative; of the box the rule under which it is tried"),
  text("point", "point of the design"),
];

const CLAIMS: TableSpec = {
  name: "patterns",
  about: "one row per claim of a pattern and point: the paired difference, and what it comes to",
  primaryKey: ["pattern", "claim", "point", "of", "setting"],
  columns: [
    text("pattern", "pattern"),
    text(
      "claim",
      "its claim; placebo: the first claim with an arm that should not do it; probe: that the outcome can move at all",
    ),
    ...TRIED,
    text("arm", "arm that is claimed to do something"),
    text("against", "arm that it is compared with"),
    text("outcome", "column of the time series"),
    text("part", "only this part of the split of the difference; empty for the whole"),
    text("unit", "unit of the outcome"),
    text("period", "span of policy"),
    text("expected", "lower, higher, little or between"),
    share("band_low", "lower end of the relative change that is expected; empty without one"),
    share("band_high", "upper end; of a direction the smallest change worth the name"),
    count("n", "pairs", "pairs with both values"),
    count("missing", "pairs", "pairs that lack one"),
    inUnit("against_mean", "mean under the other arm"),
    inUnit("difference", "mean difference, arm minus the other"),
    inUnit("low", "lower end of its 95 % interval (paired Student t)"),
    inUnit("high", "upper end"),
    share("relative", "difference over the other arm's mean"),
    share(
      "relative_low",
      "lower end of its 95 % interval, the other arm's mean taken as known; no lower than -1 where the outcome cannot be below zero",
    ),
    share("relative_high", "upper end"),
    { name: "p", type: "number", unit: "probability", about: "of a paired t test; of a band two one-sided tests" },
    { name: "p_holm", type: "number", unit: "probability", about: "adjusted for all claims at the point (Holm)" },
    count("family", "claims", "claims that were adjusted together"),
    text(
      "verdict",
      "holds (after Holm's correction); not told; fails (the interval, which nothing corrects, excludes what is claimed); reversed",
    ),
    text("reason", "why nothing could be measured"),
  ],
};

const at = ({ tries }: PatternsPlan, plan: Plan, point: number) => [
  tries[point]?.of ?? "",
  tries[point]?.name ?? "",
  plan.pointIds[point] ?? "",
];

export function claimsTable(rows: readonly Tried[], plan: Plan, planned: PatternsPlan): Table {
  const builder = tableBuilder(CLAIMS, rows.length);
  for (const { pattern, name, claim, point, pair, p, pHolm, family, verdict, reason } of rows) {
    const { expect, least, within, low, high } = claim;
    const [from, to] = {
      lower: [undefined, -least],
      higher: [least, undefined],
      little: [-within, within],
      between: [low, high],
    }[expect];
    const m = pair?.measured;
    const change = pair && possibleChange(pair.measured.outcome, pair.change);
    builder.add([
      ...[pattern, name, ...at(planned, plan, point), claim.arm, claim.against, claim.outcome, claim.part ?? ""],
      ...[m?.outcome.unit ?? "", m?.period.name ?? claim.period, expect, from, to, m?.n, m?.missing, m?.baselineMean],
      ...[m?.difference.value, m?.difference.low, m?.difference.high],
      ...[change?.value, change?.low, change?.high, p, pHolm, family, verdict, reason],
    ]);
  }
  return builder.finish();
}

const VERDICTS: TableSpec = {
  name: "pattern_verdicts",
  about: "one row per pattern and point: the worst of its claims",
  primaryKey: ["pattern", "point", "of", "setting"],
  columns: [
    text("pattern", "pattern"),
    text("title", "what it says"),
    ...TRIED,
    text("verdict", "holds; not told; fails; reversed; by construction: it could not but hold"),
    { name: "placebo_too", type: "boolean", unit: "", about: "the placebo does what the arm is claimed to do" },
    text("source", "where the expectation comes from"),
  ],
};

export function verdictsTable(verdicts: readonly Decided[], plan: Plan, planned: PatternsPlan): Table {
  const builder = tableBuilder(VERDICTS, verdicts.length);
  for (const { pattern, point, verdict, placeboToo } of verdicts) {
    const { title = "", source = "" } = planned.patterns[pattern] ?? {};
    builder.add([pattern, title, ...at(planned, plan, point), verdict, Number(placeboToo), source]);
  }
  return builder.finish();
}
