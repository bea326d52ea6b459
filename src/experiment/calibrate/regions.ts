/** Where in the priors nothing was accepted: quarters of one parameter, and halves of two at once. */
import { coordinate, type Dimension } from "../designs/index.ts";
import type { Calibrated } from "./calibration.ts";
import { normalised } from "./posterior.ts";

export interface Side {
  readonly dimension: Dimension;
  /** Ends of the region, in units of the parameter. */
  readonly low: number;
  readonly high: number;
}

export interface Rejected {
  readonly sides: readonly Side[];
  /** Sets that were tried there. */
  readonly tried: number;
  /** Share of the posterior that lies there. */
  readonly share: number;
  /** Share of the prior. */
  readonly prior: number;
}

const PARTS = 4;
/** Less of the posterior than this counts as nothing: one set of a hundred may be luck. */
const NOTHING = 0.02;
/** A region of two parameters is told only where each alone would let this much of the posterior into it. */
const EXPECTED = 0.1;
/** Too few tries show nothing. */
const LEAST_TRIED = 6;

interface Box {
  readonly of: readonly { readonly d: number; readonly from: number; readonly to: number }[];
}

export function rejectedRegions(calibrated: Calibrated): Rejected[] {
  const { plan, state, tried } = calibrated;
  const shares = normalised(state.kept);
  const isIn = (unit: Float64Array, { of }: Box) =>
    of.every(({ d, from, to }) => (unit[d] as number) >= from && (unit[d] as number) < (to === 1 ? 2 : to));
  const judged = (box: Box): Rejected => ({
    sides: box.of.map(({ d, from, to }) => {
      const { dimension } = plan.knobs[d] as (typeof plan.knobs)[number];
      return { dimension, low: coordinate(dimension, from), high: coordinate(dimension, to) };
    }),
    tried: tried.filter(({ unit }) => isIn(unit, box)).length,
    share: state.kept.reduce((sum, { unit }, i) => sum + (isIn(unit, box) ? (shares[i] as number) : 0), 0),
    prior: box.of.reduce((product, { from, to }) => product * (to - from), 1),
  });
  const isEmpty = ({ share, tried: count }: Rejected) => share < NOTHING && count >= LEAST_TRIED;
  const single = plan.knobs.flatMap((_, d) => outer(d).map(judged).filter(isEmpty).slice(0, 2));
  const double = plan.knobs.flatMap((_, d) =>
    plan.knobs.slice(d + 1).flatMap((_, k) =>
      corners(d, d + 1 + k)
        .filter(({ of }) => of.every((one) => judged({ of: [one] }).share >= Math.sqrt(EXPECTED)))
        .map(judged)
        .filter(isEmpty),
    ),
  );
  return [...widest(single), ...double];
}

/** From each end of a parameter inwards, the widest first. */
function outer(d: number): Box[] {
  const boxes: Box[] = [];
  for (let parts = PARTS - 1; parts > 0; parts--) {
    boxes.push({ of: [{ d, from: 0, to: parts / PARTS }] }, { of: [{ d, from: 1 - parts / PARTS, to: 1 }] });
  }
  return boxes;
}

function corners(a: number, b: number): Box[] {
  const halves = [
    [0, 0.5],
    [0.5, 1],
  ] as const;
  return halves.flatMap(([fromA, toA]) =>
    halves.map(([fromB, toB]) => ({
      of: [
        { d: a, from: fromA, to: toA },
        { d: b, from: fromB, to: toB },
      ],
    })),
  );
}

/** A region within a rejected one says nothing more. */
function widest(regions: readonly Rejected[]): Rejected[] {
  return regions.filter((one, i) => {
    const [side] = one.sides;
    return !regions.some((other, k) => {
      const [wider] = other.sides;
      if (k === i || !side || !wider || side.dimension !== wider.dimension) return false;
      return wider.low <= side.low && side.high <= wider.high && other.prior > one.prior;
    });
  });
}
