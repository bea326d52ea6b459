/** sensitivity.csv: one row per index, of every outcome, period and method. */
import { type Table, type TableColumn, type TableSpec, tableBuilder } from "../../core/table.ts";
import { noiseShare, type Responses } from "./responses.ts";
import type { Analysis } from "./study.ts";

/** What was asked. */
export interface Subject {
  readonly ecosystem: string;
  readonly strategy: string;
  /** "" for a level. */
  readonly baseline: string;
  readonly outcome: string;
  readonly unit: string;
  readonly period: string;
  /** The outcome itself, or the difference of strategy and baseline with the same luck. */
  readonly target: "level" | "effect";
}

export interface SensitivityRow {
  readonly subject: Subject;
  readonly responses: Responses;
  readonly analyses: readonly Analysis[];
}

const text = (name: string, about: string): TableColumn => ({ name, type: "string", unit: "", about });
const number = (name: string, about: string): TableColumn => ({ name, type: "number", unit: "as the column unit", about });

const SPEC: TableSpec = {
  name: "sensitivity",
  about: "one row per index: how much an input matters for an outcome; intervals cover 95 %",
  primaryKey: ["ecosystem", "strategy", "outcome", "period", "target", "method", "parameter", "with_parameter", "index"],
  columns: [
    text("ecosystem", "ecosystem"),
    text("strategy", "strategy"),
    text("baseline", "of an effect: the strategy that it is compared with"),
    text("outcome", "name of a column of timeseries.csv"),
    text("period", "span over which the outcome is summed (flow), averaged (stock) or divided (ratio)"),
    text("target", "level: the outcome; effect: its difference to the baseline with the same luck"),
    text("method", "morris, sobol, prcc (partial rank correlation), src (standardised regression coefficients)"),
    text("parameter", "input; empty for what concerns them all"),
    text("with_parameter", "second input of a pair"),
    text(
      "index",
      "mu*, mu, sigma (Morris); S1, ST, ST-S1, S2 (Sobol'); prcc, p, p_holm; src, R2; what luck alone would show; noise share: part of the variance between points that is luck; none: not estimable",
    ),
    text("unit", "unit of value, low and high: that of the outcome, share (of its variance) or 1"),
    number("value", "estimate; a share of variance may come out below 0"),
    number("low", "lower end of its interval (bootstrap of trajectories or blocks; Fisher's z; Student's t)"),
    number("high", "upper end of that interval"),
    {
      name: "n",
      type: "integer",
      unit: "trajectories, blocks or points",
      about: "what it rests on; those with a missing value are left out",
    },
    text("note", "what a reader of this number must know"),
  ],
};

export function sensitivityTable(rows: readonly SensitivityRow[]): Table {
  const builder = tableBuilder(SPEC, rows.length);
  for (const { subject, responses, analyses } of rows) {
    const { ecosystem, strategy, baseline, outcome, period, target, unit } = subject;
    const asked = [ecosystem, strategy, baseline, outcome, period, target];
    for (const { method, indices, refusal, used } of analyses) {
      for (const one of indices) {
        builder.add([
          ...[...asked, method, one.parameter, one.with, one.index, one.unit === "outcome" ? unit : one.unit],
          ...[one.value, one.low, one.high, one.n, one.note],
        ]);
      }
      if (refusal)
        builder.add([...asked, method, "", "", "none", "", undefined, undefined, undefined, used, `not estimable: ${refusal}`]);
      const share = noiseShare(responses);
      const note = Number.isNaN(share) ? "unknown: one replicate a point, or nothing varies" : "";
      builder.add([...asked, method, "", "", "noise share", "share", share, undefined, undefined, used, note]);
    }
  }
  return builder.finish();
}
