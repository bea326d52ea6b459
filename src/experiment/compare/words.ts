/**
 * One plain sentence for a row. The interval stands where the number is said, and no direction is stated unless the interval
 * excludes zero and the finding survives the adjustment for all that was looked at.
 */

import { outcomeWords } from "../outcome-words.ts";
import { decimalsFor, decimalsOf, figure, signed } from "./figures.ts";
import { type Effect, ENOUGH_PAIRS, type Verdict } from "./judge.ts";

/**
 * "Expected deaths over 5 years: 12 % lower (95 % interval 3 to 20 % lower; 20 pairs), better in 18 of 20."
 * @param label what the outcome is called; its name when left out
 */
export function sentence(effect: Effect, label = plainName(effect.outcome.name)): string {
  const text = `${label} ${spanOf(effect.period.name)}: ${SAID[effect.verdict](effect)}.`;
  const isHint = effect.indicative && effect.verdict !== "not estimable" && effect.verdict !== "identical";
  return isHint ? `${text} Indicative only (fewer than ${ENOUGH_PAIRS} pairs).` : text;
}

const SAID = {
  lower: found,
  higher: found,
  "no detectable difference": notFound,
  identical: (effect) => `identical in ${effect.n === 1 ? "the only pair" : `all ${pairs(effect)}`}`,
  "not estimable": notEstimable,
} satisfies Record<Verdict, (effect: Effect) => string>;

function found(effect: Effect): string {
  const { verdict, assessment, n, error, difference } = effect;
  if (error === 0) {
    const size = figure(Math.abs(difference.value), decimalsOf(difference.value));
    return `${size} ${effect.outcome.unit} ${verdict} in each of ${pairs(effect)}${assessment ? `, ${assessment}` : ""}`;
  }
  const { value, low, high, unit } = scaled(effect);
  const decimals = decimalsFor((high - low) / 2, [value, low, high]);
  const size = (number: number) => figure(Math.abs(number), decimals);
  const [near, far] = verdict === "lower" ? [high, low] : [low, high];
  const interval = `${confidence(effect)} interval ${size(near)} to ${size(far)} ${unit} ${verdict}`;
  return `${size(value)} ${unit} ${verdict} (${interval}; ${pairs(effect)}), ${assessment ?? verdict} in ${agreeing(effect)} of ${n}`;
}

function notFound(effect: Effect): string {
  const { difference, error, p, alpha, family } = effect;
  if (error === 0) {
    const size = signed(difference.value, decimalsOf(difference.value));
    return `no detectable difference (${size} ${effect.outcome.unit} in each of ${pairs(effect)}, too few to tell from chance)`;
  }
  const { low, high, detectable, unit } = scaled(effect);
  const decimals = decimalsFor((high - low) / 2, [low, high, detectable]);
  const isAdjustedAway = p < alpha;
  const among = isAdjustedAway ? ` among ${family} comparisons` : "";
  const alone = isAdjustedAway ? " for this one alone" : "";
  const interval = `${confidence(effect)} interval ${signed(low, decimals)} to ${signed(high, decimals)} ${unit}${alone}`;
  const unseen =
    unit === "%" && detectable > PER_CENT
      ? `after correction for ${family} comparisons hardly any change could be told with so few pairs`
      : `a change smaller than about ${figure(detectable, decimals)} ${unit} could have gone unseen`;
  return `no detectable difference${among} (${interval}; ${pairs(effect)}; ${unseen})`;
}

/** "12 % lower (7 to 17 %)" where it was found, "-5 to +2 %" where nothing was. */
export function extent(effect: Effect): string {
  const { verdict, error, difference, outcome } = effect;
  if (error === 0) return `${signed(difference.value, decimalsOf(difference.value))} ${outcome.unit}`;
  const { value, low, high, unit } = scaled(effect);
  const decimals = decimalsFor((high - low) / 2, [value, low, high]);
  if (verdict !== "lower" && verdict !== "higher") return `${signed(low, decimals)} to ${signed(high, decimals)} ${unit}`;
  const size = (number: number) => figure(Math.abs(number), decimals);
  const [near, far] = verdict === "lower" ? [high, low] : [low, high];
  return `${size(value)} ${unit} ${verdict} (${size(near)} to ${size(far)})`;
}

function notEstimable(effect: Effect): string {
  const { n, missing } = effect;
  if (n === 0) return `not estimable, no pair has both values (${missing} missing)`;
  return n === 1 ? "not estimable from one pair" : `not estimable, a value is infinite (${pairs(effect)})`;
}

/**
 * In per cent of the baseline where that has an interval of the same sign and is not blown up by a baseline that is itself
 * hardly known, in the unit of the outcome otherwise.
 */
function scaled({ difference, relative, detectable, baselineMean, outcome }: Effect) {
  const isUsable = relative.low > 0 === difference.low > 0 && relative.high < 0 === difference.high < 0;
  const isSteady = relative.high - relative.low <= (MOST_BLOWN_UP * (difference.high - difference.low)) / Math.abs(baselineMean);
  if (!isSteady || !isUsable) {
    return { ...difference, detectable, unit: outcome.unit };
  }
  return {
    value: relative.value * PER_CENT,
    low: relative.low * PER_CENT,
    high: relative.high * PER_CENT,
    detectable: (detectable / Math.abs(baselineMean)) * PER_CENT,
    unit: "%",
  };
}

const PER_CENT = 100;
/** Beyond this the interval says more about the baseline than about the difference: "-227 to +3 %" for "-1.5 to +2.5 deaths". */
const MOST_BLOWN_UP = 2;

/** Pairs that went the way of the verdict. */
function agreeing({ verdict, outcome, better, worse }: Effect): number {
  return (verdict === "lower") === (outcome.better === "down") ? better : worse;
}

function pairs({ n, missing }: Effect): string {
  return `${figure(n, 0)} ${n === 1 ? "pair" : "pairs"}${missing > 0 ? `, ${figure(missing, 0)} missing` : ""}`;
}

function confidence({ alpha }: Effect): string {
  const share = (1 - alpha) * PER_CENT;
  return `${figure(share, decimalsOf(share))} %`;
}

function plainName(name: string): string {
  const words = outcomeWords(name);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const YEAR = /^\d{4}$/;

/** "in 2019", "over 5 years", "over the whole span". */
function spanOf(period: string): string {
  if (YEAR.test(period)) return `in ${period}`;
  return /^\d/.test(period) ? `over ${period}` : `over the ${period}`;
}
