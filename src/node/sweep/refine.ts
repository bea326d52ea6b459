/** A larger plan of a boundary map: points are added where it is undecided. */

import { axesOf, boundaryMaps } from "../../experiment/analyses/boundary.ts";
import { ANALYSIS_BY_KIND } from "../../experiment/analyses/index.ts";
import { refine } from "../../experiment/decide/refine.ts";
import { coordinate, type Point } from "../../experiment/designs/index.ts";
import { openPlan, type Plan } from "../../experiment/plan.ts";
import { readingsOf } from "../../experiment/readings-of.ts";
import { EXIT, Failure } from "../failure.ts";
import { refuseOtherBuild } from "./same-build.ts";
import { storedNumbers } from "./stored-numbers.ts";
import { openSweep } from "./sweep-folder.ts";

/** @throws Failure with status 2 when there is no boundary to refine */
export function refinedPlan(folder: string, count: number): Plan {
  const sweep = openSweep(folder);
  try {
    refuseOtherBuild(sweep);
    const { plan, store } = sweep;
    if (!plan.analyses.includes("boundary") || !sweep.isFinished()) {
      throw new Failure(
        EXIT.usage,
        `${folder}: there is no boundary map`,
        "sweep an experiment with analyses: [boundary] to its end first",
      );
    }
    const [map] = plan.ecosystems.flatMap((_, ecosystem) =>
      boundaryMaps(readingsOf(plan, storedNumbers(plan, store)), ecosystem),
    );
    const added = map ? refine(map, count) : [];
    if (added.length === 0) {
      throw new Failure(EXIT.usage, `${folder}: the map is decided everywhere`, "there is nothing to refine");
    }
    const axes = axesOf(plan);
    const points = added.map((unit, n) => pointAt(plan, axes, unit, n));
    const { design: _, ...document } = plan.document;
    const larger = openPlan({ ...document, imported: [...plan.points, ...points].map((point) => [...point]) });
    // Points that were put where they are needed are no sample: what takes one cannot be made of them.
    const analyses = plan.analyses.filter((kind) => ANALYSIS_BY_KIND.get(kind)?.problems(larger).length === 0);
    return openPlan({ ...larger.document, analyses });
  } finally {
    sweep.close();
  }
}

/** On the axes where the map says; elsewhere as at one of the points there are, in turn, so that the rest stays as varied. */
function pointAt({ knobs, points }: Plan, axes: readonly string[], unit: Float64Array, n: number): Point {
  const other = points[n % points.length];
  return Float64Array.from(knobs, ({ dimension }, i) => {
    const axis = axes.indexOf(dimension.name);
    return axis >= 0 ? coordinate(dimension, unit[axis] ?? 0) : (other?.[i] ?? dimension.value);
  });
}
