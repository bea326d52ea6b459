/** How much the figures say about each free parameter: the posterior beside the prior, and which parameters stand in for each other. */
import { coordinate, type Dimension } from "../designs/index.ts";
import type { Calibrated } from "./calibration.ts";
import { CREDIBLE, credible, effectiveSize, type Interval, normalised, weightedCorrelation } from "./posterior.ts";

export type Verdict = "identified" | "narrowed" | "not identified";

export interface Identified extends Interval {
  readonly dimension: Dimension;
  /** Of the prior: its central 90 %. */
  readonly priorLow: number;
  readonly priorHigh: number;
  /** Width of the posterior interval over that of the prior, on the scale of the prior: 1 when nothing was learnt. */
  readonly width: number;
  readonly verdict: Verdict;
  readonly default: number;
  /** Whether the default lies among the kept sets. */
  readonly isInside: boolean;
}

export interface Correlated {
  readonly first: string;
  readonly second: string;
  readonly correlation: number;
}

/**
 * Widths that divide the verdicts. An interval of some forty sets is known to about a tenth of its width, so that nine tenths
 * and more may well be the whole prior.
 */
const NARROWED = 0.85;
const IDENTIFIED = 0.5;

export function identify({ plan, state, tried }: Calibrated): Identified[] {
  const shares = normalised(state.kept);
  return plan.knobs.map(({ dimension }, d) => {
    const units = state.kept.map(({ unit }) => unit[d] as number);
    const { low, high } = credible(units, shares);
    const width = (high - low) / CREDIBLE;
    const points = state.kept.map(({ index }) => tried[index]?.point[d] as number);
    return {
      ...{ dimension, width, default: dimension.value, ...credible(points, shares) },
      priorLow: coordinate(dimension, (1 - CREDIBLE) / 2),
      priorHigh: coordinate(dimension, (1 + CREDIBLE) / 2),
      verdict: width >= NARROWED ? "not identified" : width >= IDENTIFIED ? "narrowed" : "identified",
      isInside: Math.min(...points) <= dimension.value && dimension.value <= Math.max(...points),
    };
  });
}

/** Every pair of parameters, the most correlated first. */
export function correlations({ plan, state }: Calibrated): Correlated[] {
  const shares = normalised(state.kept);
  const columns = plan.knobs.map((_, d) => state.kept.map(({ unit }) => unit[d] as number));
  const pairs = plan.knobs.flatMap(({ dimension: { name: first } }, i) =>
    plan.knobs.slice(i + 1).map(({ dimension: { name: second } }, k): Correlated => {
      return { first, second, correlation: weightedCorrelation(columns[i] ?? [], columns[i + 1 + k] ?? [], shares) };
    }),
  );
  return pairs.sort((a, b) => Math.abs(b.correlation) - Math.abs(a.correlation));
}

/** Correlation that as many sets hardly show by luck (two standard errors). */
export function tellingCorrelation({ state }: Calibrated): number {
  return 2 / Math.sqrt(Math.max(effectiveSize(normalised(state.kept)), 1));
}
