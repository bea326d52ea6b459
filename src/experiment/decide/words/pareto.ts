import { decimalsFor, figure } from "../../compare/figures.ts";
import type { RatioSet } from "../../stats/fieller.ts";
import type { ParetoSet } from "../pareto.ts";
import type { Spend, SpendRow } from "../spend.ts";
import { caveats, list, percent, spread, subject, trialsIn } from "./phrases.ts";

/** A membership below this is doubtful, above its complement sure. */
const DOUBT = 0.05;

/** Whom nobody beats in everything. */
export function paretoWords(set: ParetoSet): string[] {
  const { rows, goals, trials } = set;
  const what = list(goals.map((goal) => subject(goal)));
  if (trials === 0) return [`${what}: not estimable, no trial has every value.`, ...caveats(set)];
  const members = rows.filter(({ member }) => member).map(({ strategy }) => strategy);
  const unsure = rows.filter(({ membership }) => membership > DOUBT && membership < 1 - DOUBT);
  return [
    `${what} together: no strategy beats ${list(members)} in everything (${trialsIn(set)}).`,
    ...rows
      .filter(({ member }) => !member)
      .map(
        ({ strategy, dominatedBy, membership }) =>
          `${strategy} is beaten in everything by ${list(dominatedBy)} (by some strategy in ${percent(1 - membership)} of resamples).`,
      ),
    ...(unsure.length > 0
      ? [
          `Not settled: ${list(unsure.map(({ strategy, membership }) => `${strategy} (unbeaten in ${percent(membership)} of resamples)`))}.`,
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
  if (trials === 0) return `of ${strategy} nothing is known, no trial has both values`;
  const costs = `${strategy} costs ${spread(extra, cost.unit, confidence)} more than ${against}`;
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
