/**
 * How long something lasts when some of it had not ended when the record did (Kaplan and Meier 1958, J. American Statistical
 * Association 53, 457-481). Censored cases are kept: leaving them out makes every duration look shorter.
 */
import { exp, log } from "../../core/index.ts";
import { checkShare, type Interval, UNKNOWN } from "./interval.ts";
import { normalQuantile } from "./normal.ts";

export interface Duration {
  /** Any unit of time, 0 or more. */
  readonly time: number;
  /** Whether it ended then; false when it was still going on (censored). */
  readonly ended: boolean;
}

/** A time at which something ended; until the next one the survival stays. */
export interface SurvivalStep {
  readonly time: number;
  /** Cases not ended before that time; those censored at it were still at risk. */
  readonly atRisk: number;
  readonly ended: number;
  /** Share that lasts longer than that time, with its interval on the scale of log(-log S); no interval at 0. */
  readonly survival: Interval;
  /** Greenwood's standard error of the survival; NaN at 0. */
  readonly error: number;
}

/** Missing durations (NaN) are left out. @throws RangeError for a time below 0 */
export function kaplanMeier(durations: readonly Duration[], confidence = 0.95): SurvivalStep[] {
  checkShare("confidence", confidence);
  const cases = durations.filter(({ time }) => !Number.isNaN(time)).sort((a, b) => a.time - b.time);
  const first = cases[0];
  if (first && first.time < 0) throw new RangeError(`duration: ${first.time}, use 0 or more`);
  const z = normalQuantile((1 + confidence) / 2);
  const steps: SurvivalStep[] = [];
  let share = 1;
  let greenwood = 0;
  for (let i = 0; i < cases.length; ) {
    const time = cases[i]?.time;
    const atRisk = cases.length - i;
    let ended = 0;
    for (; i < cases.length && cases[i]?.time === time; i++) ended += Number(cases[i]?.ended);
    if (time === undefined || ended === 0) continue;
    share *= (atRisk - ended) / atRisk;
    greenwood += ended / (atRisk * (atRisk - ended));
    const error = share === 0 ? Number.NaN : share * Math.sqrt(greenwood);
    steps.push({ time, atRisk, ended, survival: withInterval(share, Math.sqrt(greenwood), z), error });
  }
  return steps;
}

/** S^exp(+-z e), e the standard error of log(-log S) (Kalbfleisch and Prentice 2002, 1.4.1): stays within 0 and 1. */
function withInterval(share: number, relativeError: number, z: number): Interval {
  if (share === 0) return { ...UNKNOWN, value: 0 };
  const logShare = log(share);
  const reach = (z * relativeError) / logShare;
  return { value: share, low: exp(logShare * exp(-reach)), high: exp(logShare * exp(reach)) };
}

/** One half, with room for the rounding of a product of shares that comes to it. */
const HALF = 0.5 + 1e-12;

/**
 * The time by which half has ended, with the interval of Brookmeyer and Crowley (1982, Biometrics 38, 29-41): the times at
 * which the limits of the survival come down to one half. NaN for what the record was too short to see.
 */
export function medianDuration(steps: readonly SurvivalStep[]): Interval {
  const reached = (end: keyof Interval) => steps.find(({ survival }) => survival[end] <= HALF)?.time ?? Number.NaN;
  return { value: reached("value"), low: reached("low"), high: reached("high") };
}
