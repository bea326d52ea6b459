/**
 * What a claim comes to. Never more than its interval allows: a claim that is not shown has failed only where the interval
 * excludes what was claimed; otherwise the runs do not tell.
 *
 * What speaks for a claim, and a direction told against it, is corrected for all claims at the point (Holm). That the interval
 * excludes a claim is not: the expectation is the model's, and a correction would spare it failures. So among many claims that
 * are true some will fail by luck, and none will hold by it.
 */
import { ALPHA, type Measured } from "../compare/effect.ts";
import { holm } from "../stats/holm.ts";
import type { Interval } from "../stats/interval.ts";
import { studentCdf, studentQuantile } from "../stats/student.ts";
import type { Claim } from "./schema.ts";

export type ClaimVerdict = "holds" | "not told" | "fails" | "reversed";
export type PatternVerdict = ClaimVerdict | "by construction";

/** From what has to be read first to what may be read last. */
export const WORST_FIRST: readonly PatternVerdict[] = ["reversed", "fails", "not told", "by construction", "holds"];

export interface Judged {
  /** Of the claim: of a difference, or of the relative change lying in the band. */
  readonly p: number;
  /** Adjusted by Holm's method for all claims at the same point. */
  readonly pHolm: number;
  readonly family: number;
  readonly verdict: ClaimVerdict;
}

export interface Row {
  readonly claim: Claim;
  /** Absent where nothing could be measured; the change is change. */
  readonly pair?: { readonly measured: Measured; readonly change: Interval } | undefined;
}

/** Claims that were looked at together. */
export function judgeClaims(rows: readonly Row[]): Judged[] {
  const p = rows.map(({ claim, pair }) => (pair ? pOf(claim, pair) : Number.NaN));
  const adjusted = holm(p);
  const family = p.filter((one) => !Number.isNaN(one)).length;
  return rows.map(({ claim, pair }, i) => {
    const pHolm = adjusted[i] ?? Number.NaN;
    return { p: p[i] ?? Number.NaN, pHolm, family, verdict: pair ? verdictOf(claim, pair, pHolm) : "not told" };
  });
}

/** The band in which a relative change has to lie; undefined for a claim of a direction. */
function bandOf({ expect, within, low = 0, high = 0 }: Claim): readonly [number, number] | undefined {
  if (expect === "little") return [-within, within];
  return expect === "between" ? [low, high] : undefined;
}

type Pair = NonNullable<Row["pair"]>;

function pOf(claim: Claim, { measured: { p, n, same }, change }: Pair): number {
  const band = bandOf(claim);
  if (n > 0 && same === n) return Number.NaN;
  if (!band) return p;
  // Two one-sided tests (Schuirmann 1987, J. Pharmacokinetics and Biopharmaceutics 15, 657-680).
  const error = errorOf(change, n);
  if (!(error > 0)) return Number.NaN;
  const above = 1 - studentCdf((change.value - band[0]) / error, n - 1);
  const below = studentCdf((change.value - band[1]) / error, n - 1);
  return Math.max(above, below);
}

function errorOf({ low, high }: Interval, n: number): number {
  return n < 2 ? Number.NaN : (high - low) / (2 * studentQuantile(1 - ALPHA / 2, n - 1));
}

function verdictOf(claim: Claim, pair: Pair, pHolm: number): ClaimVerdict {
  const { n, same } = pair.measured;
  const band = bandOf(claim);
  if (n > 0 && same === n) return band && band[0] <= 0 && 0 <= band[1] ? "holds" : "fails";
  return band ? ofBand(band, pair, pHolm) : ofDirection(claim, pair, pHolm);
}

function ofDirection({ expect, least }: Claim, { measured, change }: Pair, pHolm: number): ClaimVerdict {
  const sign = expect === "lower" ? -1 : 1;
  if (pHolm < measured.alpha) return sign * measured.difference.value > 0 ? "holds" : "reversed";
  const most = sign > 0 ? change.high : -change.low;
  return most < least ? "fails" : "not told";
}

function ofBand([from, to]: readonly [number, number], { measured, change }: Pair, pHolm: number): ClaimVerdict {
  if (pHolm < measured.alpha) return "holds";
  if ((from > 0 && change.high < 0) || (to < 0 && change.low > 0)) return "reversed";
  return change.high < from || change.low > to ? "fails" : "not told";
}

/**
 * The worst of its claims. What could not have failed does not hold, it is by construction.
 * @param probe what the probe came to, if there is one: it holds when the outcome can move
 */
export function patternVerdict(
  claims: readonly ClaimVerdict[],
  isConstructed: boolean,
  probe: ClaimVerdict = "holds",
): PatternVerdict {
  const worst = WORST_FIRST.find((verdict) => claims.includes(verdict as ClaimVerdict)) ?? "not told";
  if (worst !== "holds") return worst;
  if (isConstructed || probe === "fails") return "by construction";
  return probe === "holds" ? "holds" : "not told";
}
