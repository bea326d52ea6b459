/** What a claim is about, at one point: two arms, pair by pair, as one paired difference. */
import type { MetricColumn } from "../../core/index.ts";
import { type Measured, measure } from "../compare/effect.ts";
import { HARM_INDEX } from "../decompose/layout.ts";
import { FIRST_CONDUCT, GROUPS, ROUTE, SHARE, VOLUME } from "../decompose/parts.ts";
import type { Matched } from "../matched.ts";
import type { Place, Readings } from "../readings.ts";
import { type Interval, UNKNOWN } from "../stats/interval.ts";
import { periodNamed } from "./clock.ts";
import type { CLAIMED_PARTS, Claim } from "./schema.ts";

/** What costs nothing takes nothing off for a million. */
const SPEND = "spend";

export interface ClaimedPair {
  readonly measured: Measured;
  /** The mean difference and its interval over the size of the other arm's mean, which is taken as known. */
  readonly change: Interval;
  /** Arm minus the other arm, pair by pair; NaN where one is missing. */
  readonly differences: Float64Array;
}

/** @returns the pair, or why there is none, in words. @param start first day of policy */
export function measureClaim(readings: Readings, place: Required<Place>, claim: Claim, start: string): ClaimedPair | string {
  const { plan, specs } = readings;
  for (const arm of [claim.arm, claim.against]) {
    if (!plan.strategies.some(({ name }) => name === arm)) return `the arm ${arm} was not played`;
  }
  const periods = plan.periods[place.ecosystem]?.periods ?? [];
  const period = periodNamed(claim.period, start, periods);
  if (period === undefined) return `the record has no ${claim.period}`;
  const kept = specs.outcomes[place.ecosystem]?.map(({ name }) => name) ?? [];
  const missing = [claim.outcome, ...(claim.perSpend ? [SPEND] : [])].find((outcome) => !kept.includes(outcome));
  if (missing !== undefined) return `the ecosystem has no outcome ${missing}`;
  const values = claim.part === undefined ? whole(readings, place, claim, period) : parts(readings, place, claim, period);
  if (typeof values === "string") return values;
  const { outcome, of } = values;
  const [against, arm] = of;
  const span = periods.find(({ name }) => name === period);
  if (!span) throw new Error(`there is no period ${period}`);
  const [measured] = measure({ outcome, period: span, strategies: [claim.against, claim.arm], values: [against, arm] });
  if (!measured) throw new Error("a pair of arms without a difference");
  const size = Math.abs(measured.baselineMean);
  const { value, low, high } = measured.difference;
  const change = size > 0 ? { value: value / size, low: low / size, high: high / size } : UNKNOWN;
  return { measured, change, differences: arm.map((value, i) => value - (against[i] ?? Number.NaN)) };
}

interface Values {
  readonly outcome: MetricColumn;
  readonly of: readonly [Float64Array, Float64Array];
}

function whole(readings: Readings, place: Place, { arm, against, outcome, perSpend }: Claim, period: string): Values {
  const [matched, spend] = readings.matched(place, perSpend ? [outcome, SPEND] : [outcome], [period]);
  if (!matched) throw new RangeError(`${outcome}, ${period}: not kept`);
  if (!perSpend || !spend) return { outcome: matched.outcome, of: [valuesOf(matched, against), valuesOf(matched, arm)] };
  const [base = new Float64Array()] = matched.values;
  const saved = (name: string) => {
    const [own, paid] = [valuesOf(matched, name), valuesOf(spend, name)];
    return own.map((value, i) => ((base[i] ?? Number.NaN) - value) / positive(paid[i]));
  };
  const unit = `${matched.outcome.unit} averted per million`;
  return { outcome: { ...matched.outcome, unit, better: "up", signed: true }, of: [saved(against), saved(arm)] };
}

const positive = (value: number | undefined) => (value !== undefined && value > 0 ? value : Number.NaN);

function valuesOf({ strategies, values }: Matched, name: string): Float64Array {
  return values[strategies.indexOf(name)] ?? new Float64Array();
}

const PLACES: Readonly<Record<(typeof CLAIMED_PARTS)[number], readonly number[]>> = {
  volume: [VOLUME],
  route: [ROUTE],
  share: [SHARE],
  coercion: [FIRST_CONDUCT + GROUPS.indexOf("designated")],
  "shaping-both": [FIRST_CONDUCT + GROUPS.indexOf("incumbent"), FIRST_CONDUCT + GROUPS.indexOf("entrant")],
};

/** The baseline's harm, moved by one part of each arm's difference to it. */
function parts(
  readings: Readings,
  place: Required<Place>,
  { arm, against, part, outcome }: Claim,
  period: string,
): Values | string {
  const layout = readings.specs.splits?.layouts[place.ecosystem]?.layout;
  const [matched] = readings.matched(place, [HARM_INDEX], [period]);
  if (!layout || !matched || part === undefined) return "the runs were not split";
  if (outcome !== HARM_INDEX) return `a part is of ${HARM_INDEX}, not of ${outcome}`;
  const [base = new Float64Array()] = matched.values;
  const p = layout.periods.findIndex(({ name }) => name === period);
  const o = layout.outcomes.indexOf(HARM_INDEX);
  const moved = (name: string): Float64Array | undefined => {
    if (name === readings.plan.baseline) return base;
    const pairs = readings.splits(place, name);
    // A pair that failed is left out there, so that its place is not known here.
    if (pairs.length !== base.length) return undefined;
    return base.map((value, i) =>
      PLACES[part].reduce((sum, at) => sum + (pairs[i]?.[layout.part(p, o, at)] ?? Number.NaN), value),
    );
  };
  const [one, other] = [moved(against), moved(arm)];
  // Moved by one part alone a level may be one that no world can have.
  return one && other
    ? { outcome: { ...matched.outcome, signed: true }, of: [one, other] }
    : "a run failed, so that its split has no pair";
}
