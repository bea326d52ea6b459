import seedrandom from "seedrandom";
import { z } from "zod";
import { farthestApart, workOfChoice } from "../sampling/farthest-apart.ts";
import { atShares } from "../sampling/low-discrepancy.ts";
import { type Dimension, design } from "./design.ts";

const DEFAULT_LEVELS = 4;
/** Above it the choice takes minutes. */
const MOST_WORK = 1e9;

/** Morris (1991), Technometrics 33, 161-174; the choice of walks is that of Campolongo, Cariboni and Saltelli (2007). */
export const morris = design({
  kind: "morris",
  about:
    "Walks through a coarse grid that change one dimension at a time, all of them once: screens many dimensions with few runs; more walks keep the old ones, unless they are chosen among candidates.",
  layout: ({ levels }) => ({ shape: "trajectories", step: stepOf(levels) }),
  params: z.strictObject({
    kind: z.literal("morris"),
    trajectories: z.int().min(2).max(10_000).default(10).meta({ description: "walks, each of k + 1 points for k dimensions" }),
    levels: z
      .int()
      .min(2)
      .max(100)
      .multipleOf(2)
      .default(DEFAULT_LEVELS)
      .meta({ description: "levels of each dimension, an even number" }),
    candidates: z.int().min(2).max(10_000).optional().meta({
      description: "random walks from which those farthest apart are chosen; all walks are random when absent",
    }),
  }),
  problems(dimensions, { trajectories, candidates }) {
    const found = dimensions.filter(isFixed).map(({ name }) => `${name} can take one value only, so no walk can change it`);
    if (candidates !== undefined && candidates <= trajectories) {
      found.push(`candidates: ${candidates} leave no choice of ${trajectories} trajectories: use more of them, or none`);
    }
    if (workOfChoice(candidates ?? 0, dimensions.length) > MOST_WORK) {
      found.push(`candidates: comparing ${candidates} walks in ${dimensions.length} dimensions takes too long: use fewer`);
    }
    return found;
  },
  count: (dimensions, { trajectories }) => trajectories * (dimensions.length + 1),
  points(dimensions, { trajectories, levels, candidates = trajectories }, seed) {
    const walks = Array.from({ length: candidates }, (_, w) => walk(dimensions, levels, `${seed}|morris|${w}`));
    const chosen = candidates === trajectories ? walks : farthestApart(walks, trajectories);
    return chosen.flat().map((shares) => atShares(dimensions, shares));
  },
});

/** Share of a dimension by which a walk moves: with it every level is as likely as any other (Morris 1991, section 3). */
function stepOf(levels: number): number {
  return levels / (2 * (levels - 1));
}

function isFixed(dimension: Dimension): boolean {
  return dimension.kind === "range" ? dimension.low === dimension.high : dimension.values.length === 1;
}

/** A walk in the unit cube. Each dimension draws from its own sequence, so their order does not matter. */
function walk(dimensions: readonly Dimension[], levels: number, seed: string): Float64Array[] {
  const draws = dimensions.map(({ name }, d) => {
    const random = seedrandom.alea(`${seed}|${name}`);
    const low = Math.floor(random.double() * (levels / 2)) / (levels - 1);
    const ends = [low, Math.min(1, low + stepOf(levels))] as const;
    return { d, ends: random.double() < 0.5 ? ends : ([ends[1], ends[0]] as const), turn: random.double() };
  });
  const points = [Float64Array.from(draws, ({ ends }) => ends[0])];
  for (const { d, ends } of [...draws].sort((a, b) => a.turn - b.turn)) {
    points.push((points.at(-1) as Float64Array).with(d, ends[1]));
  }
  return points;
}
