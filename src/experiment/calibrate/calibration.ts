/** A calibration from its first wave to its check, given something that plays points. It knows neither files nor threads. */
import type { Point } from "../designs/index.ts";
import { drawnSets } from "../ensemble-draws.ts";
import type { Plan } from "../plan.ts";
import type { Readings } from "../readings.ts";
import { luckOf } from "./misfit.ts";
import { type CalibrationPlan, checkingPlan, defaultsOf, defaultsPlan, fittingPlan, pointOf } from "./plan.ts";
import type { Particle } from "./population.ts";
import { normalised } from "./posterior.ts";
import { type Outcomes, outcomesOf, type Scored, scored } from "./results.ts";
import { beginSearch, type SearchState } from "./search.ts";

/** A set that was played to fit it. */
export interface Tried extends Scored {
  /** From 1. */
  readonly wave: number;
  readonly point: Point;
  readonly unit: Float64Array;
}

export interface Calibrated {
  readonly plan: CalibrationPlan;
  /** In the order in which they were played: the numbers of particles. */
  readonly tried: readonly Tried[];
  readonly state: SearchState;
  /** The ecosystem as it is shipped, over the years that are fitted. */
  readonly defaults: Scored;
  /** Standard deviation of luck in the mean of each target. */
  readonly luck: readonly number[];
  readonly checked: {
    /** Of the fitted targets, then of those that were held out; of the defaults first, then of the checked sets. */
    readonly outcomes: Outcomes;
    /** Weights of the checked sets, which add up to 1. */
    readonly shares: Float64Array;
  };
}

/** Plays a plan, or finds it played, and reads it. @param what in words, for whoever waits */
export type PlayPlan = (plan: Plan, what: string) => Promise<Readings>;

export async function calibrate(plan: CalibrationPlan, play: PlayPlan): Promise<Calibrated> {
  const { method, settings, targets, knobs } = plan;
  const names = knobs.map(({ dimension }) => dimension.name);
  const ofDefaults = outcomesOf(await play(defaultsPlan(plan), "defaults"), targets).map(([runs = []]) => runs);
  const luck = luckOf(ofDefaults, targets, settings.replicates);
  const tried: Tried[] = [];
  const search = beginSearch({ method, names, replicates: settings.replicates, seed: String(settings.seed) });
  for (let wave = 1; search.state().ended === undefined; wave++) {
    const units = search.next();
    const points = units.map((unit) => pointOf(plan, unit));
    const scores = scored(outcomesOf(await play(fittingPlan(plan, points), `wave ${wave}`), targets), targets, luck);
    search.tell(scores.map(({ misfit }) => misfit));
    scores.forEach((score, i) => {
      tried.push({ ...score, wave, point: points[i] as Point, unit: units[i] as Float64Array });
    });
  }
  const state = search.state();
  // The same luck as that of every set.
  const [defaults] = scored(
    ofDefaults.map((runs) => [runs.slice(0, settings.replicates)]),
    targets,
    luck,
  );
  if (!defaults) throw new Error("the defaults were not played");
  const { sets, shares } = checkedSets(plan, state.kept);
  const points = sets.map(({ index }) => (tried[index] as Tried).point);
  const check = await play(checkingPlan(plan, [defaultsOf(plan), ...points]), "check");
  const checked = { shares, outcomes: outcomesOf(check, [...targets, ...plan.held]) };
  return { plan, tried, state, defaults, luck, checked };
}

/** All kept sets by their weights, or some, drawn by them. */
function checkedSets({ check }: CalibrationPlan, kept: readonly Particle[]) {
  const weights = kept.map(({ weight }) => weight);
  if (check.sets === undefined || check.sets >= kept.length) return { sets: kept, shares: normalised(kept) };
  const drawn = drawnSets({ name: "", weights }, check.sets);
  const places = [...new Set(drawn)];
  const shares = Float64Array.from(places, (place) => drawn.filter((one) => one === place).length / drawn.length);
  return { sets: places.map((place) => kept[place] as Particle), shares };
}
