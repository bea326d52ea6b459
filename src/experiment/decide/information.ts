/**
 * What it would be worth to know an uncertain quantity before choosing (expected value of partial perfect information): the
 * gain of choosing the best strategy for each of its values over choosing one strategy for all.
 *
 * Estimated by regression on the points of a design (Strong, Oakley and Brennan 2014, Medical Decision Making 34, 311-326):
 * a smooth curve of each strategy's lead along the quantity, then the mean of the best curve minus the best mean. All else
 * that is uncertain, and luck, are noise around the curve. The estimate is never below 0 and looks too high where strategies
 * are close, for the best of several noisy curves is high by luck; so it is set beside what shuffled points give.
 */
import seedrandom from "seedrandom";
import type { MetricColumn } from "../../core/index.ts";
import type { Matched, Period } from "../matched.ts";
import { checkShare, type Interval } from "../stats/interval.ts";
import { coordinatesOf } from "./axes.ts";
import { contest, type Direction } from "./contest.ts";
import { meanOf } from "./pairs.ts";
import { pointMerits, type Sampled } from "./points.ts";
import { type Basis, basisOf, fitted } from "./smooth.ts";

export interface InformationOptions {
  readonly seed: string;
  readonly direction?: Direction;
  readonly confidence?: number;
  /** Of the points against the outcomes: what chance gives. */
  readonly shuffles?: number;
}

export interface Worth {
  /** Name of the quantity; empty for all of them together. */
  readonly name: string;
  /** In the unit of the outcome, 0 or more; the interval counts the choice of points and luck, and is cut off at 0. */
  readonly value: Interval;
  /** What the same estimate gives on average where the quantity means nothing. */
  readonly byChance: number;
  /**
   * Chance of an estimate so high, for any of the quantities, where none means anything (Westfall and Young 1993,
   * Resampling-based Multiple Testing: adjusted for all of them).
   */
  readonly p: number;
}

export interface Information {
  readonly outcome: MetricColumn;
  readonly period: Period;
  readonly direction: Direction;
  readonly confidence: number;
  /** The strategy with the best mean: what would be chosen without knowing more. */
  readonly choice: string;
  readonly points: number;
  readonly dropped: number;
  readonly without: readonly string[];
  /** The most valuable quantity first. */
  readonly rows: readonly Worth[];
  /** All quantities at once, by the same regression: perfect information about them. */
  readonly all: Worth;
  /** The same from the means of the points without regression: too high, for it takes luck for knowledge. */
  readonly atMost: number;
}

const SHUFFLES = 199;
const KNOTS = { one: 10, all: 40 } as const;

/** @throws RangeError for an outcome without direction, a confidence outside 0 to 1, or no uncertain quantity */
export function information(matched: Matched, sampled: Sampled, options: InformationOptions): Information {
  const { seed, confidence = 0.95, shuffles = SHUFFLES } = options;
  checkShare("confidence", confidence);
  if (sampled.dimensions.length === 0) throw new RangeError("uncertainties: there is none to know more about");
  const { outcome, period } = matched;
  const found = contest(matched, options.direction);
  const at = pointMerits(found, sampled);
  const leads = leadsOf(at.means);
  const points = Array.from(at.points, (point) => sampled.points[point] ?? new Float64Array(0));
  const columns = sampled.dimensions.map((_, column) => column);
  const basisFor = (chosen: readonly number[], knots: number): Basis => {
    const coordinates = coordinatesOf(sampled.dimensions, chosen, points);
    const unit = points.map((point) => Float64Array.from(coordinates, ({ read }) => read(point)));
    return basisOf(
      unit,
      coordinates.map(({ ordered }) => ordered),
      knots,
    );
  };
  const bases = [...columns.map((column) => basisFor([column], KNOTS.one)), basisFor(columns, KNOTS.all)];
  const values = bases.map((basis) => worthOf(basis, leads.others, confidence));
  const chance = shuffled(bases, leads.others, shuffles, `${seed}|shuffle|information|${outcome.name}|${period.name}`);
  const worth = (b: number, name: string, rivals: readonly number[]): Worth => {
    const value = values[b] as Interval;
    const asHigh = chance.filter((one) => Math.max(...rivals.map((r) => one[r] as number)) >= value.value).length;
    return {
      name,
      value,
      byChance: chance.reduce((sum, one) => sum + (one[b] as number), 0) / chance.length,
      p: Number.isNaN(value.value) ? Number.NaN : (asHigh + 1) / (chance.length + 1),
    };
  };
  const rows = sampled.dimensions.map(({ name }, column) => worth(column, name, columns));
  rows.sort((a, b) => b.value.value - a.value.value || 0);
  return {
    outcome,
    period,
    direction: found.direction,
    confidence,
    choice: found.strategies[leads.choice] ?? "",
    points: points.length,
    dropped: found.dropped,
    without: found.without,
    rows,
    all: worth(columns.length, "", [columns.length]),
    atMost: gainOf(leads.others),
  };
}

/** Merit of every other strategy above that of the one with the best mean, by point. */
function leadsOf(means: readonly Float64Array[]): { choice: number; others: Float64Array[] } {
  const averages = means.map((column) => column.reduce((sum, value) => sum + value, 0));
  const choice = averages.indexOf(averages.reduce((most, one) => Math.max(most, one), Number.NEGATIVE_INFINITY));
  const best = means[choice];
  const others = means.filter((_, s) => s !== choice).map((column) => column.map((value, p) => value - (best?.[p] as number)));
  return { choice, others };
}

/** Which of the leads is highest at a point; -1 where none is above 0, the strategy with the best mean. */
function bestAt(leads: readonly Float64Array[], point: number): number {
  let best = -1;
  let most = 0;
  leads.forEach((lead, s) => {
    if ((lead[point] as number) > most) [best, most] = [s, lead[point] as number];
  });
  return best;
}

/** Mean of the best lead at each point. The best strategy for all has a lead of 0 and a mean as good as any. */
function gainOf(leads: readonly Float64Array[]): number {
  const count = leads[0]?.length ?? 0;
  let sum = 0;
  for (let p = 0; p < count; p++) sum += leads[bestAt(leads, p)]?.[p] ?? 0;
  return leads.length === 0 ? 0 : sum / count;
}

function estimateOf(basis: Basis, leads: readonly Float64Array[]): { curves: Float64Array[]; value: number } {
  const curves = leads.map((lead) => fitted(basis, lead));
  const isKnown = leads.length === 0 || basis.rows.length > basis.trend;
  return { curves, value: isKnown ? gainOf(curves) : Number.NaN };
}

/**
 * The interval is that of the mean, over points, of the lead that was really seen there for the strategy that the curves
 * choose: to first order the estimate moves as this mean does, for at the best choice a small change of the curves costs nothing.
 */
function worthOf(basis: Basis, leads: readonly Float64Array[], confidence: number): Interval {
  const { curves, value } = estimateOf(basis, leads);
  if (Number.isNaN(value)) return { value, low: value, high: value };
  const seen = Float64Array.from(basis.rows, (_, p) => leads[bestAt(curves, p)]?.[p] ?? 0);
  const { mean, low } = meanOf(seen, confidence);
  return { value, low: Math.max(0, value - (mean - low)), high: value + (mean - low) };
}

/** `[shuffle][basis]`: estimates with the outcomes dealt to other points, all strategies' together. */
function shuffled(bases: readonly Basis[], leads: readonly Float64Array[], shuffles: number, seed: string): number[][] {
  const random = seedrandom.alea(seed);
  const count = leads[0]?.length ?? 0;
  const order = Int32Array.from({ length: count }, (_, p) => p);
  return Array.from({ length: shuffles }, () => {
    for (let i = count - 1; i > 0; i--) {
      const j = Math.floor(random.double() * (i + 1));
      [order[i], order[j]] = [order[j] as number, order[i] as number];
    }
    const dealt = leads.map((lead) => Float64Array.from(order, (p) => lead[p] as number));
    return bases.map((basis) => estimateOf(basis, dealt).value);
  });
}
