import type { RankedStrategy, Ranking } from "../ranking.ts";
import { about, be, caveats, ENOUGH, exact, list, percent, quoted, spread, subject, trialsIn } from "./phrases.ts";

/**
 * Who is best, or that nobody is shown to be.
 * @param label what the outcome is called; its name when left out
 */
export function rankingWords(ranking: Ranking, label?: string): string[] {
  const { rows, trials, outcome, confidence } = ranking;
  const [first] = rows;
  const what = subject(ranking, label);
  const end = caveats(ranking);
  if (!first || trials === 0) return [`${what}: not estimable, no trial has a value of every strategy.`, ...end];
  if (rows.length === 1)
    return [
      `${what}: ${quoted(first.strategy)} has ${spread(first.mean, outcome.unit, confidence)}; there is nothing to compare it with.`,
      ...end,
    ];
  const names = rows.filter(({ contender }) => contender).map(({ strategy }) => strategy);
  const rest = rows.filter(({ contender }) => !contender).map(({ strategy }) => strategy);
  return [
    `${what}: ${names.length === 1 ? winner(ranking, first) : contenders(ranking, names)} (${trialsIn(ranking)}).`,
    ...behind(rest, names),
    ...end,
  ];
}

/** Who is best at how many of several places, each judged by itself. @param what a place is called, in the plural */
export function rankingsWords(rankings: readonly Ranking[], places: string): string[] {
  const [any] = rankings;
  if (!any) return [];
  const best = new Map<string, number>();
  let [undecided, empty] = [0, 0];
  for (const { rows, trials } of rankings) {
    const [first, second] = rows.filter(({ contender }) => contender);
    if (trials === 0 || !first || rows.length < 2) empty++;
    else if (second) undecided++;
    else best.set(first.strategy, (best.get(first.strategy) ?? 0) + 1);
  }
  const counts = [...best]
    .sort(([, a], [, b]) => b - a)
    .map(([strategy, count]) => `${quoted(strategy)} is shown to be best at ${count}`);
  if (undecided > 0) counts.push(`nobody is shown to be best at ${undecided}`);
  if (empty > 0) counts.push(`${empty} cannot be estimated`);
  const few = Math.min(...rankings.map(({ trials }) => trials));
  return [
    `${subject(any)}: of ${rankings.length} ${places}, ${list(counts)} (ranking.csv says which).`,
    ...caveats({ trials: few, without: [] }),
    `Each of the ${places} is judged by itself at ${exact(100 * any.confidence)} %: of many, a few are wrong by chance.`,
  ];
}

function winner({ outcome, confidence, delta }: Ranking, { strategy, toBest }: RankedStrategy): string {
  const lead = { ...toBest, mean: Math.abs(toBest.mean), ...sized(toBest) };
  const more = delta > 0 ? ` and by more than the ${exact(delta)} ${outcome.unit} that count` : "";
  return `${quoted(strategy)} is best, ahead of the next by ${spread(lead, outcome.unit, confidence)}${more}`;
}

/** The ends of a lead as sizes. */
function sized({ low, high }: { low: number; high: number }): { low: number; high: number } {
  return high < 0 ? { low: -high, high: -low } : { low, high };
}

function contenders({ rows, delta, outcome, trials }: Ranking, names: readonly string[]): string {
  const within = delta > 0 ? ` by more than ${exact(delta)} ${outcome.unit}` : "";
  const all = names.length === rows.length ? "no strategy is" : `none of ${list(names.map(quoted))} is`;
  const said = `${all} shown to be better than the others${within}`;
  // Three trials drawn anew are mostly the same three: the shares would be near 0 or 100 per cent by luck.
  if (trials < ENOUGH) return `${said}; fewer than ${ENOUGH} trials are too few to draw anew for the chance to be best`;
  const chances = rows
    .filter(({ contender }) => contender)
    .map(({ strategy, bestMean }) => `${quoted(strategy)} ${percent(bestMean)}`);
  const losses = rows.filter(({ contender }) => contender).map(({ expectedLoss }) => expectedLoss);
  const least = Math.min(...losses);
  const safest = rows.filter(({ contender, expectedLoss }) => contender && expectedLoss === least);
  const loss =
    least > 0
      ? `; the least is risked with ${list(safest.map(({ strategy }) => quoted(strategy)))}, ${about(least)} ${outcome.unit} on average`
      : "";
  return `${said}; the mean is the best in these shares of resamples: ${list(chances)}${loss}`;
}

function behind(rest: readonly string[], names: readonly string[]): string[] {
  if (rest.length === 0) return [];
  const than = names.length === 1 ? quoted(names[0] ?? "") : "one of these";
  return [`${list(rest.map(quoted))} ${be(rest)} shown to be worse than ${than}.`];
}
