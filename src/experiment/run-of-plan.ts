/** One run of a plan by itself: what it is made of, and which one has an id. */
import type { Ecosystem, Strategy } from "../core/index.ts";
import type { Point } from "./designs/index.ts";
import { atPoint } from "./knob.ts";
import type { Plan, Trial } from "./plan.ts";
import { type RunContent, runIds } from "./run-identity.ts";

/** All but the seed. @param strategy its number */
export function contentAt(
  plan: Plan,
  { ecosystem, point }: Pick<Trial, "ecosystem" | "point">,
  strategy: number,
): Omit<RunContent, "seed"> {
  const coordinates = plan.points[point] as Point;
  return {
    ecosystem: atPoint(plan.ecosystems[ecosystem] as Ecosystem, plan.knobs, coordinates, "ecosystem"),
    strategy: atPoint(plan.strategies[strategy] as Strategy, plan.knobs, coordinates, "strategy"),
    settings: plan.settings,
    version: plan.version,
  };
}

/** Nothing when the plan has no such run. */
export function findRun(plan: Plan, id: string): RunContent | undefined {
  for (let ecosystem = 0; ecosystem < plan.ecosystems.length; ecosystem++) {
    for (let point = 0; point < plan.points.length; point++) {
      for (let strategy = 0; strategy < plan.strategies.length; strategy++) {
        const content = contentAt(plan, { ecosystem, point }, strategy);
        const idOf = runIds(content);
        const seed = plan.seeds.find((one) => idOf(one) === id);
        if (seed !== undefined) return { ...content, seed };
      }
    }
  }
  return undefined;
}
