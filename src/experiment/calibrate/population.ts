/**
 * Adaptive population Monte Carlo for approximate Bayesian computation (Lenormand, Jabot and Deffuant 2013, Computational
 * Statistics 28, 2777-2796). Sets of parameters lie in the unit cube, where the prior is even; what a share of a dimension
 * means is not known here. After each wave the best sets stay, from whichever wave, and new ones are drawn around them.
 *
 * A set weighs prior / proposal, where the proposal is the mixture of all waves by their sizes, as if it had been drawn from any
 * of them (the balance heuristic: Veach and Guibas 1995; Cornuet, Marin, Mira and Robert 2012). With the proposal of its own wave
 * alone, as in the paper, a few sets of the first wave outweigh all later ones.
 */
import seedrandom from "seedrandom";
import { exp } from "../../core/index.ts";
import { cholesky, dot, solveLower } from "../decide/cholesky.ts";
import { normalQuantile } from "../stats/normal.ts";

/** A set that was played. */
export interface Particle {
  /** Number among all sets that were played, from 0. */
  readonly index: number;
  /** Shares of the priors. */
  readonly unit: Float64Array;
  readonly misfit: number;
  /** Prior over proposal; not normalised. */
  readonly weight: number;
}

/** From what the sets of a wave were drawn. */
export interface Proposal {
  draw(count: number, seed: string): Float64Array[];
  /** Within the cube; known once sets were drawn, by the share of draws that fell into it. */
  density(unit: Float64Array): number;
}

/** The Gaussian around each kept set has twice their covariance (Beaumont, Cornuet, Marin and Robert 2009). */
const SPREAD = 2;
/** Variance added to each dimension: sets that agree in one would leave a matrix without a root. */
const RIDGE = 1e-6;
/** Draws for one that falls into the cube; a kernel that misses it more often is none. */
const MOST_DRAWS = 10_000;
const ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

/** The best, in the order of their misfit. */
export function best<P extends Pick<Particle, "index" | "misfit">>(particles: readonly P[], keep: number): P[] {
  return particles
    .filter(({ misfit }) => Number.isFinite(misfit))
    .sort((a, b) => a.misfit - b.misfit || a.index - b.index)
    .slice(0, keep);
}

/** The prior: one set in each of as many equal strata of every dimension, a sample with less luck in it. */
export function priorOf(names: readonly string[]): Proposal {
  return {
    draw(count, seed) {
      const columns = names.map((name) => {
        const random = seedrandom.alea(`${seed}|${name}`);
        const strata = Uint32Array.from({ length: count }, (_, i) => i);
        for (let i = count - 1; i > 0; i--) {
          const j = Math.floor(random.double() * (i + 1));
          [strata[i], strata[j]] = [strata[j] ?? 0, strata[i] ?? 0];
        }
        return Float64Array.from(strata, (stratum) => (stratum + random.double()) / count);
      });
      return Array.from({ length: count }, (_, i) => Float64Array.from(columns, (column) => column[i] ?? 0));
    },
    density: () => 1,
  };
}

/** A Gaussian around each of the kept sets, by their weights. */
export function around(kept: readonly Particle[]): Proposal {
  const total = kept.reduce((sum, { weight }) => sum + weight, 0);
  const shares = kept.map(({ weight }) => weight / total);
  const lower = cholesky(kernelOf(kept, shares));
  const root = lower.reduce((product, row, d) => product * (row[d] as number) * ROOT_TWO_PI, 1);
  const ends = shares.map((_, i) => shares.slice(0, i + 1).reduce((sum, share) => sum + share, 0));
  let inside = 1;
  return {
    draw(count, seed) {
      const random = seedrandom.alea(seed);
      const units: Float64Array[] = [];
      let draws = 0;
      while (units.length < count) {
        if (++draws > MOST_DRAWS * count) throw new Error("new sets fall outside their priors");
        const at = random.double();
        const found = ends.findIndex((end) => at < end);
        const parent = kept[found < 0 ? kept.length - 1 : found] as Particle;
        const noise = Float64Array.from(parent.unit, () => normalQuantile(random.double() || Number.MIN_VALUE));
        const unit = parent.unit.map((u, d) => u + dot((lower[d] as Float64Array).subarray(0, d + 1), noise.subarray(0, d + 1)));
        // Outside its prior a set has no probability; parent and step are drawn anew, so that inside the mixture keeps its shape.
        if (unit.every((u) => u >= 0 && u <= 1)) units.push(unit);
      }
      inside = count / draws;
      return units;
    },
    density(unit) {
      const sum = kept.reduce((mixture, one, i) => {
        const z = solveLower(
          lower,
          unit.map((u, d) => u - (one.unit[d] as number)),
        );
        return mixture + (shares[i] as number) * exp(-dot(z, z) / 2);
      }, 0);
      return sum / root / inside;
    },
  };
}

/** Twice the weighted covariance. */
function kernelOf(kept: readonly Particle[], shares: readonly number[]): Float64Array[] {
  const size = kept[0]?.unit.length ?? 0;
  const weighted = (of: (unit: Float64Array) => number) =>
    kept.reduce((sum, { unit }, i) => sum + (shares[i] as number) * of(unit), 0);
  const mean = Float64Array.from({ length: size }, (_, d) => weighted((unit) => unit[d] as number));
  const off = (unit: Float64Array, d: number) => (unit[d] as number) - (mean[d] as number);
  return Array.from({ length: size }, (_, i) =>
    Float64Array.from(
      { length: size },
      (_, j) => SPREAD * weighted((unit) => off(unit, i) * off(unit, j)) + (i === j ? RIDGE : 0),
    ),
  );
}
