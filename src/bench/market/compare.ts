/** The mini market in several implementations, in one go: what the way of writing costs. */
import { leastCpuSeconds } from "../spent.ts";
import { engineStyle } from "./engine-style.ts";
import { playNative } from "./native.ts";
import { objects } from "./objects.ts";
import type { MarketRun, Play } from "./rules.ts";
import { loadToolkit } from "./toolkit.ts";

export interface Implementation {
  readonly name: string;
  readonly isToolkit: boolean;
  /** Nanoseconds of processor time per agent and week; NaN when it is missing. */
  readonly ns: number;
  /** How many times as fast the engine's way is. */
  readonly behind: number;
  readonly harmsPerThousand: number;
  /** Why it could not be timed. */
  readonly missing?: string;
}

const LARGE: MarketRun = { agents: 20_000, weeks: 20 };
const SMALL: MarketRun = { agents: 2_000, weeks: 20 };
const REPEATS = 3;

export async function compareMarkets(): Promise<Implementation[]> {
  const own = time("TypeScript, as the engine is written", engineStyle, LARGE, Number.NaN);
  const native = playNative(LARGE);
  const toolkit = await loadToolkit();
  return [
    native
      ? row(`C, ${native.compiler} -O3`, native.ns, native.harms, LARGE, own.ns)
      : missing("C", "no gcc or cc on this machine"),
    { ...own, behind: 1 },
    time("TypeScript, objects and seedrandom.alea", objects, LARGE, own.ns),
    { ...(toolkit ? time("flocc", toolkit, SMALL, own.ns) : missing("flocc", "not installed: npm install")), isToolkit: true },
  ];
}

function time(name: string, play: Play, run: MarketRun, own: number): Implementation {
  let harms = 0;
  const seconds = leastCpuSeconds(REPEATS, () => {
    harms = play(run);
  });
  return row(name, (seconds * 1e9) / (run.agents * run.weeks), harms, run, own);
}

function row(name: string, ns: number, harms: number, { agents, weeks }: MarketRun, own: number): Implementation {
  return { name, isToolkit: false, ns, behind: ns / own, harmsPerThousand: (1000 * harms) / (agents * weeks) };
}

function missing(name: string, why: string): Implementation {
  return { name, isToolkit: false, ns: Number.NaN, behind: Number.NaN, harmsPerThousand: Number.NaN, missing: why };
}
