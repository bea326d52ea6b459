/** How time grows with migrants, weeks and smugglers: the exponent of a power law, 1 = linear. */
import type { Model } from "../core/index.ts";
import { benchRun, type EngineRun, modelOf } from "./engine.ts";

export interface Growth {
  readonly of: string;
  readonly points: readonly { readonly x: number; readonly cpuSeconds: number }[];
  readonly exponent: number;
}

const COARSE = 80;
const SHORT_END = "2015-12-27";

export async function measureGrowth(scenario: string, byScale: readonly EngineRun[]): Promise<Growth[]> {
  const weeks = [];
  for (const end of ["2014-12-28", "2018-12-30", "2026-12-27"]) weeks.push(benchRun(await modelOf(scenario, [], COARSE, end)));
  const market = await modelOf(scenario, [], COARSE, SHORT_END);
  const smugglers = [1, 4, 16].map((times) => benchRun(split(market, times)));
  return [
    grow("simulated migrants", byScale, (run) => run.migrantWeeks / run.weeks),
    grow("weeks", weeks, (run) => run.weeks),
    grow("smugglers", smugglers, (run) => run.smugglers),
  ];
}

/** The same market served by so many times as many smugglers, each so many times smaller. */
function split(model: Model, times: number): Model {
  const { legs, smugglers } = model;
  const { capacity } = smugglers;
  return {
    ...model,
    legs: {
      ...legs,
      smugglers: legs.smugglers.map((count) => count * times),
      smugglerCapacity: legs.smugglerCapacity.map((seats) => seats / times),
    },
    smugglers: { ...smugglers, capacity: { ...capacity, smallest: capacity.smallest / times } },
  };
}

function grow(of: string, runs: readonly EngineRun[], measure: (run: EngineRun) => number): Growth {
  const points = runs.map((run) => ({ x: measure(run), cpuSeconds: run.cpuSeconds }));
  return { of, points, exponent: exponent(points) };
}

/** By least squares on logarithms. */
function exponent(points: Growth["points"]): number {
  const x = points.map((point) => Math.log(point.x));
  const y = points.map((point) => Math.log(point.cpuSeconds));
  const mean = (v: readonly number[]) => v.reduce((a, b) => a + b, 0) / v.length;
  const [mx, my] = [mean(x), mean(y)];
  const above = x.reduce((sum, v, i) => sum + (v - mx) * ((y[i] as number) - my), 0);
  return above / x.reduce((sum, v) => sum + (v - mx) * (v - mx), 0);
}
