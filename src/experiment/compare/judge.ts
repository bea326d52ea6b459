/** What may be said of rows that were looked at together. */
import type { Matched } from "../matched.ts";
import { holm } from "../stats/holm.ts";
import { detectableShift } from "../stats/power.ts";
import { ALPHA, type Measured, measure } from "./effect.ts";

export type Verdict = "lower" | "higher" | "no detectable difference" | "identical" | "not estimable";

export interface Judgement {
  /** p adjusted by Holm's method for the family; NaN for rows that are not in it. */
  readonly pHolm: number;
  /** Rows that were adjusted together. */
  readonly family: number;
  /**
   * The true difference, in the unit of the outcome, that a row as noisy as this would have called a difference with a chance
   * of POWER, whatever the others show (at alpha / family); NaN where the differences do not vary.
   */
  readonly detectable: number;
  /** "lower" and "higher" only when the adjusted p is below alpha; "identical" when every pair has the same value twice. */
  readonly verdict: Verdict;
  /** What a lower or higher value means for this outcome; undefined without such a verdict or where no direction is better. */
  readonly assessment: "better" | "worse" | undefined;
  /** Too few pairs to be more than a hint. */
  readonly indicative: boolean;
}

export type Adjusted = Omit<Judgement, "detectable">;
export type Effect = Measured & Judgement;

/** Fewer pairs are "indicative only". */
export const ENOUGH_PAIRS = 10;
export const POWER = 0.8;

/**
 * Adjusts and judges all rows of a comparison: outcomes x periods x strategies. Whoever has several tables judges them in
 * one call if they answer one question. Rows keep their order and whatever else they carry.
 */
export function judge<Row extends Measured>(rows: readonly Row[]): (Row & Judgement)[] {
  const judged = adjust(rows);
  const shift = shifts(judged[0]?.family ?? 0);
  return judged.map((row) => ({ ...row, detectable: row.error > 0 ? shift(row) * row.error : Number.NaN }));
}

/** The same without the difference that would have been detected, which takes longer than all the rest. */
export function adjust<Row extends Measured>(rows: readonly Row[]): (Row & Adjusted)[] {
  const p = rows.map((row) => (isIdentical(row) ? Number.NaN : row.p));
  const adjusted = holm(p);
  const family = p.filter((one) => !Number.isNaN(one)).length;
  return rows.map((row, i) => {
    const pHolm = adjusted[i] ?? Number.NaN;
    const verdict = verdictOf(row, pHolm);
    return {
      ...row,
      pHolm,
      family,
      verdict,
      assessment: assess(verdict, row.outcome.better),
      indicative: row.n < ENOUGH_PAIRS,
    };
  });
}

/** All rows of a comparison, measured and judged as one family, in the order of the list and within it of the strategies. */
export function effects(list: readonly Matched[], alpha = ALPHA): Effect[] {
  return judge(list.flatMap((matched) => measure(matched, alpha)));
}

/** Rows of one n share a shift, and finding it takes a while. */
function shifts(family: number): (row: Measured) => number {
  const known = new Map<string, number>();
  return ({ n, alpha }) => {
    const key = `${n} ${alpha}`;
    const shift = known.get(key) ?? detectableShift(n, alpha / Math.max(1, family), POWER);
    known.set(key, shift);
    return shift;
  };
}

function isIdentical({ n, same }: Measured): boolean {
  return n > 0 && same === n;
}

function verdictOf(row: Measured, pHolm: number): Verdict {
  if (isIdentical(row)) return "identical";
  if (Number.isNaN(pHolm)) return "not estimable";
  const { value, low, high } = row.difference;
  const excludesZero = low > 0 || high < 0;
  if (!excludesZero || pHolm >= row.alpha) return "no detectable difference";
  return value < 0 ? "lower" : "higher";
}

function assess(verdict: Verdict, wanted: Measured["outcome"]["better"]): Judgement["assessment"] {
  if (wanted === "neither" || (verdict !== "lower" && verdict !== "higher")) return undefined;
  return (verdict === "lower") === (wanted === "down") ? "better" : "worse";
}
