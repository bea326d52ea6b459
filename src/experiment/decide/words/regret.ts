import type { Regret } from "../regret.ts";
import { about, caveats, exact, list, percent, spread, subject, trialsIn } from "./phrases.ts";

/** What may be lost by not knowing, and how much of it is only luck. */
export function regretWords(one: Regret, label?: string): string[] {
  const { rows, points, outcome, tolerance, luck, confidence } = one;
  const [least] = rows;
  const what = subject(one, label);
  const { unit } = outcome;
  if (!least || points.length === 0) return [`${what}: not estimable, no point has a value of every strategy.`, ...caveats(one)];
  const tied = rows.filter(({ worst }) => worst === least.worst).map(({ strategy }) => strategy);
  const sure = Number.isNaN(least.minimax) ? "" : `, in ${percent(least.minimax)} of redrawn luck`;
  const smallest = rows.reduce((a, b) => (b.mean.mean < a.mean.mean ? b : a));
  const robust = rows.map(({ strategy, robust: share }) => `${strategy} ${percent(share)}`);
  return [
    `${what}, over ${points.length} points: the worst regret is smallest with ${list(tied)}, ${about(least.worst)} ${unit}${sure} (${trialsIn(one)}).`,
    `The mean regret is smallest with ${smallest.strategy}, ${spread(smallest.mean, unit, confidence)}.`,
    `Within ${exact(tolerance)} ${unit} of the best: ${list(robust)} of the points.`,
    Number.isNaN(luck.mean)
      ? "With one trial a point, regret and luck cannot be told apart."
      : `If all were equal at every point, luck alone would show a mean regret of ${about(luck.mean)} ${unit} and a worst one of ${about(luck.worst)}.`,
    ...caveats(one),
  ];
}
