import { type BoundaryMap, boundaryMap } from "../decide/boundary.ts";
import { boundaryTable } from "../decide/tables/boundary.ts";
import { boundaryWords } from "../decide/words/boundary.ts";
import { comparedIn, type Plan } from "../plan.ts";
import type { Readings } from "../readings.ts";
import { type Across, acrossEcosystems, acrossOf } from "./across.ts";
import type { Analysis } from "./analysis.ts";
import { pointProblems } from "./asked.ts";

/** Axes of the map: those asked for, else the first ranges. */
export function axesOf({ question, knobs }: Plan): readonly string[] {
  const ranges = knobs.flatMap(({ dimension }) => (dimension.kind === "range" ? [dimension.name] : []));
  return question.over ?? ranges.slice(0, 2);
}

export const boundary: Analysis = {
  kind: "boundary",
  about: "Where each strategy beats the baseline over one or two uncertainties, with a band where that is undecided.",
  problems: (plan) => {
    const axes = axesOf(plan);
    const ranges = plan.knobs.filter(({ dimension }) => dimension.kind === "range").map(({ dimension }) => dimension.name);
    const unknown = axes.filter((name) => !ranges.includes(name));
    return [
      ...pointProblems(plan),
      ...(axes.length === 0 ? ["a map needs an uncertainty with a range"] : []),
      ...unknown.map((name) => `${name} is no range of the experiment: use one or two of ${ranges.join(", ")}`),
    ];
  },
  make: (readings) =>
    acrossEcosystems(readings, (one) => {
      const maps = mapsOf(one);
      return { tables: [boundaryTable(maps)], sentences: maps.flatMap((map) => boundaryWords(map)) };
    }),
};

/** One for each strategy that is compared with the baseline. */
export function boundaryMaps(readings: Readings, ecosystem: number): BoundaryMap[] {
  return mapsOf(acrossOf(readings, ecosystem));
}

function mapsOf({ matched, sampled, plan, seed }: Across): BoundaryMap[] {
  const { delta, direction } = plan.question;
  return comparedIn(plan).map((i): BoundaryMap => {
    const a = plan.strategies[i]?.name ?? "";
    return boundaryMap(matched, sampled, {
      ...{ seed: `${seed}|${a}`, a, b: plan.baseline, over: axesOf(plan), delta },
      ...(direction ? { direction } : {}),
    });
  });
}
