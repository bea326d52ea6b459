/** A calibration as a sequence of waves: what has been played decides what is played next, and nothing else does. */
import { around, best, type Particle, type Proposal, priorOf } from "./population.ts";
import type { Method } from "./schema.ts";

export interface WaveRecord {
  readonly sets: number;
  /** Largest misfit among the kept sets after it. */
  readonly tolerance: number;
  /** Share of its sets that lie within the tolerance before it; NaN of the first. */
  readonly pace: number;
}

export interface SearchState {
  readonly kept: readonly Particle[];
  readonly waves: readonly WaveRecord[];
  /** Why there is no next wave, in words; undefined while there is one. */
  readonly ended?: string;
}

export interface Search {
  state(): SearchState;
  /** Shares of the priors of the next sets. */
  next(): readonly Float64Array[];
  /** @param misfits of those sets, in their order */
  tell(misfits: readonly number[]): void;
}

export interface SearchOptions {
  readonly method: Method;
  /** Runs of each set. */
  readonly replicates: number;
  /** Of the free parameters. */
  readonly names: readonly string[];
  readonly seed: string;
}

/** A later wave is at least this share of what it could be; a smaller rest of the budget is left. */
const LEAST_WAVE = 0.25;
const PERCENT = 100;

interface Played {
  readonly index: number;
  readonly unit: Float64Array;
  readonly misfit: number;
}

export function beginSearch({ method, replicates, names, seed }: SearchOptions): Search {
  const { first, keep, runs } = method;
  const mixture: { readonly proposal: Proposal; readonly sets: number }[] = [];
  const waves: WaveRecord[] = [];
  let proposal = priorOf(names);
  let asked: readonly Float64Array[] = [];
  let kept: Particle[] = [];
  let played = 0;

  /** Sets of the next wave; 0 when the budget has no room for one. */
  const size = (): number => {
    const whole = waves.length === 0 ? first : Math.max(first - keep, 1);
    const left = Math.floor(runs / replicates) - played;
    return waves.length > 0 && left < whole * LEAST_WAVE ? 0 : Math.min(left, whole);
  };
  const weighted = (one: Played): Particle => {
    const density = mixture.reduce((sum, { proposal: of, sets }) => sum + (sets / played) * of.density(one.unit), 0);
    return { ...one, weight: 1 / density };
  };
  const ended = (): string | undefined => {
    const last = waves.at(-1);
    if (!last) return undefined;
    if (kept.length < keep) return `only ${kept.length} sets gave a value for every figure`;
    if (last.tolerance <= method.tolerance) return `every kept set has a misfit of at most ${method.tolerance}`;
    if (last.pace < method.pace) return `fewer than ${method.pace * PERCENT} % of the last wave came among the best`;
    return size() === 0 ? "the budget of runs is spent" : undefined;
  };

  return {
    state() {
      const why = ended();
      return why === undefined ? { kept, waves } : { kept, waves, ended: why };
    },
    next() {
      if (waves.length > 0) proposal = around(kept);
      asked = proposal.draw(size(), `${seed}|calibrate|wave|${waves.length + 1}`);
      return asked;
    },
    tell(misfits) {
      const before = kept.at(-1)?.misfit;
      const fresh = asked.map((unit, i): Played => ({ index: played + i, unit, misfit: misfits[i] as number }));
      played += asked.length;
      mixture.push({ proposal, sets: asked.length });
      kept = best<Played>([...kept, ...fresh], keep).map(weighted);
      const within = before === undefined ? Number.NaN : fresh.filter(({ misfit }) => misfit <= before).length / fresh.length;
      waves.push({ sets: asked.length, tolerance: kept.at(-1)?.misfit ?? Number.POSITIVE_INFINITY, pace: within });
    },
  };
}
