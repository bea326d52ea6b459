import { decimalsFor, figure } from "../../compare/figures.ts";
import type { RatioSet } from "../../stats/fieller.ts";
import type { ParetoSet } from "../pareto.ts";
import type { Spend, SpendRow } from "../spend.ts";
import { caveats, list, percent, quoted, spread, subject, trialsIn } from "./phrases.ts";

/** A membership below this is doubtful, above its complement sure. */
const DOUBT = 0.05;

/** Whom nobody beats: a tie in one goal and a lead in another is enough to be beaten. */
export function paretoWords(set: ParetoSet): string[] {
  const { rows, goals, trials } = set;
  const what = list(goals.map((goal) => subject(goal)));
  if (trials === 0) return [`${what}: not estimable, no trial has every value.`, ...caveats(set)];
  const members = rows.filter(({ member }) => member).map(({ strategy }) => quoted(strategy));
  const unsure = rows.filter(({ membership }) => membership > DOUBT && membership < 1 - DOUBT);
  return [
    `${what} together: by the means nothing beats ${list(members)}, which is to be as good in all and better in one (${trialsIn(set)}).`,
    ...rows
      .filter(({ member }) => !member)
      .map(
        ({ strategy, dominatedBy, membership }) =>
          `${quoted(strategy)} is beaten by ${list(dominatedBy.map(quoted))} (by some strategy in ${percent(1 - membership)} of resamples).`,
      ),
    ...(unsure.length > 0
      ? [
          `Not settled: ${list(unsure.map(({ strategy, membership }) => `${quoted(strategy)} (unbeaten in ${percent(membership)} of resamples)`))}.`,
        ]
      : []),
    ...caveats(set),
  ];
}

/** What each strategy cost and gained. */
export function spendWords(one: Spend, label?: string): string[] {
  return [...one.rows.map((row) => `${subject(one, label)}: ${costAndGain(one, row)}.`), ...caveats(one)];
}

function costAndGain(one: Spend, { strategy, extra, gain, perUnit }: SpendRow): string {
  const { cost, outcome, against, confidence, trials } = one;
  if (trials === 0) return `of ${quoted(strategy)} nothing is known, no trial has both values`;
  const isDearer = !(extra.mean < 0);
  const size = isDearer ? extra : { ...extra, mean: -extra.mean, low: -extra.high, high: -extra.low };
  const costs = `${quoted(strategy)} costs ${spread(size, cost.unit, confidence)} ${isDearer ? "more" : "less"} than ${quoted(against)}`;
  const gains = `gains ${spread(gain, outcome.unit, confidence)}`;
  return `${costs} and ${gains}; ${price(one, perUnit, gain.low > 0, gain.high < 0, extra)} (${trialsIn(one)})`;
}

function price({ cost, outcome }: Spend, set: RatioSet, isGain: boolean, isLoss: boolean, extra: SpendRow["extra"]): string {
  const unit = `${cost.unit} per unit of gain (${outcome.unit})`;
  if (isLoss) return "it makes things worse, so there is no price";
  if (isGain && extra.high < 0) return "it gains and saves";
  const decimals = decimalsFor(Math.abs(set.high - set.low) / 2, [set.low, set.high]);
  if (isGain) return `that is between ${figure(set.low, decimals)} and ${figure(set.high, decimals)} ${unit}`;
  if (set.form === "outside" && set.high > 0) {
    return `that it gains is not shown: the price is ${figure(set.high, decimals)} ${unit} or more, without end`;
  }
  return "that it gains is not shown, and no price can be stated";
}
