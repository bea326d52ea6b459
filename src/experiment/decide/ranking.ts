/**
 * Many strategies, one outcome: who leads, by how much, and who cannot be told from the leader. Never "the highest mean
 * wins": of two equal strategies one has the higher mean, and of ten the highest is high by luck.
 */
import type { MetricColumn } from "../../core/index.ts";
import type { Matched, Period } from "../matched.ts";
import { checkShare } from "../stats/interval.ts";
import type { Estimate } from "../stats/running.ts";
import { contest, type Direction, turned } from "./contest.ts";
import { allPairs, meanOf } from "./pairs.ts";
import { bootstrapMeans, REPLICATES } from "./resample.ts";

export interface RankingOptions {
  readonly seed: string;
  /** Needed where neither way is better in itself. */
  readonly direction?: Direction;
  /** A difference too small to care about, in the unit of the outcome. */
  readonly delta?: number;
  readonly confidence?: number;
  /** Of the bootstrap over trials. */
  readonly replicates?: number;
}

export interface RankedStrategy {
  readonly strategy: string;
  /** In the unit of the outcome, as are all differences; the interval is its own (Student t). */
  readonly mean: Estimate;
  /** By the mean: 1 is best; equal means share the better rank. NaN without a complete trial. */
  readonly rank: number;
  /** Ranks that the data do not exclude: 1 + strategies shown to be better ... count - strategies shown to be worse. */
  readonly rankLow: number;
  readonly rankHigh: number;
  /**
   * Its mean minus that of the best of the others. The intervals of all strategies hold at once, so they stay right
   * although the best was chosen by looking.
   */
  readonly toBest: Estimate;
  /** Share of trials in which it does best; a tie is split. */
  readonly bestTrials: number;
  /** Share of resamples of trials in which its mean is the best; a tie is split. */
  readonly bestMean: number;
  /** How far from the best of the same trial, 0 or more: what hindsight would have won. */
  readonly regret: Estimate;
  /** How far from the best mean, over resamples: what is lost on average if it is chosen and another is better. */
  readonly expectedLoss: number;
  /** It cannot be told from the best: no other strategy is shown to be better by more than delta. */
  readonly contender: boolean;
}

export interface Ranking {
  readonly outcome: MetricColumn;
  readonly period: Period;
  readonly direction: Direction;
  readonly delta: number;
  readonly confidence: number;
  /** Trials in which all have a value, and those left out because one has none. */
  readonly trials: number;
  readonly dropped: number;
  /** Strategies without any value; they are not ranked. */
  readonly without: readonly string[];
  /** The best mean first; equal means in the order given. */
  readonly rows: readonly RankedStrategy[];
}

/**
 * The indifference set is that of multiple comparisons with the best (Hsu 1984, Annals of Statistics 12, 1136-1144) over all
 * pairs: with the stated confidence it contains every strategy whose true mean is within delta of the best one.
 * @throws RangeError for a delta below 0, a confidence outside 0 to 1, or an outcome without direction
 */
export function rank(matched: Matched, options: RankingOptions): Ranking {
  const { seed, delta = 0, confidence = 0.95, replicates = REPLICATES } = options;
  if (!(delta >= 0)) throw new RangeError(`delta: ${delta}, use 0 or more`);
  checkShare("confidence", confidence);
  const { outcome, period } = matched;
  const { direction, sign, strategies, without, merit, trials, dropped } = contest(matched, options.direction);
  const pairs = allPairs(merit, confidence);
  const resampled = bootstrapMeans(merit, replicates, `${seed}|bootstrap|ranking|${outcome.name}|${period.name}`);
  const inTrials = againstBest(merit);
  const inResamples = againstBest(resampled);
  const means = merit.map((column) => meanOf(column, confidence));
  const rows = strategies.map((strategy, i): RankedStrategy => {
    const mine = means[i]?.mean ?? Number.NaN;
    const others = (pairs[i] ?? []).filter((_, j) => j !== i);
    return {
      strategy,
      mean: turned(means[i] ?? NOTHING, sign),
      rank: Number.isNaN(mine) ? Number.NaN : 1 + means.filter(({ mean }) => mean > mine).length,
      rankLow: trials.length === 0 ? Number.NaN : 1 + others.filter(({ high }) => high < 0).length,
      rankHigh: trials.length === 0 ? Number.NaN : strategies.length - others.filter(({ low }) => low > 0).length,
      toBest: turned(smallest(others), sign),
      bestTrials: inTrials.wins[i] ?? Number.NaN,
      bestMean: inResamples.wins[i] ?? Number.NaN,
      regret: meanOf(inTrials.losses[i] ?? new Float64Array(0), confidence),
      expectedLoss: meanOf(inResamples.losses[i] ?? new Float64Array(0), confidence).mean,
      contender: !others.some(({ high }) => high < -delta),
    };
  });
  // Sorting is stable: equal ranks stay in the order given.
  rows.sort((a, b) => a.rank - b.rank || 0);
  return { outcome, period, direction, delta, confidence, trials: trials.length, dropped, without, rows };
}

const NOTHING: Estimate = { mean: Number.NaN, low: Number.NaN, high: Number.NaN, n: 0 };

/** Mine minus the best of the others is the smallest of my differences; so are the ends of its interval. */
function smallest(differences: readonly Estimate[]): Estimate {
  const [first, ...rest] = differences;
  if (!first) return NOTHING;
  return rest.reduce(
    (a, b) => ({ mean: Math.min(a.mean, b.mean), low: Math.min(a.low, b.low), high: Math.min(a.high, b.high), n: a.n }),
    first,
  );
}

/** For each column the share of rows in which it is largest (ties split), and its distance to the largest in each row. */
function againstBest(columns: readonly Float64Array[]): { wins: number[]; losses: Float64Array[] } {
  const rows = columns[0]?.length ?? 0;
  const wins = columns.map(() => 0);
  const losses = columns.map(() => new Float64Array(rows));
  for (let row = 0; row < rows; row++) {
    let best = Number.NEGATIVE_INFINITY;
    for (const column of columns) best = Math.max(best, column[row] as number);
    const ties = columns.filter((column) => column[row] === best).length;
    columns.forEach((column, i) => {
      const loss = best - (column[row] as number);
      (losses[i] as Float64Array)[row] = loss;
      if (loss === 0) wins[i] = (wins[i] ?? 0) + 1 / ties;
    });
  }
  return { wins: wins.map((count) => (rows === 0 ? Number.NaN : count / rows)), losses };
}
