/** Many runs: what threads gain, what a sweep costs on top of its runs, trivial runs per second, memory. */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Spent } from "./spent.ts";
import { bareRuns, LONG, SHORT, sweepOnce, TRIVIAL } from "./sweep-once.ts";

export interface SweepBench {
  /** Gains by the clock, and what the time of the processor would allow on a machine that does nothing else. */
  readonly threads: {
    readonly runs: number;
    readonly one: Spent;
    readonly two: Spent;
    readonly gain: number;
    readonly cpuGain: number;
  };
  /** A sweep in one thread beside the same runs bare; shares by the clock, and by the time of the processor. */
  readonly overhead: {
    readonly runs: number;
    readonly bare: Spent;
    readonly swept: Spent;
    readonly share: number;
    readonly cpuShare: number;
  };
  readonly trivial: { readonly runs: number; readonly spent: Spent; readonly runsPerSecond: number };
  readonly memory: readonly { readonly runs: number; readonly peakMB: number }[];
}

/** How many runs each measurement takes; `few` are worth a thread each. */
const SIZES = { full: { few: 100, many: 1000, trivial: 10_000 }, quick: { few: 20, many: 200, trivial: 2000 } };

export async function benchSweeps(quick: boolean): Promise<SweepBench> {
  const { few, many, trivial } = quick ? SIZES.quick : SIZES.full;
  const spent = await sweepOnce(TRIVIAL, trivial, 2);
  const overhead = await measureOverhead(many);
  const [one, two] = [await sweepOnce(LONG, few, 1), await sweepOnce(LONG, few, 2)];
  return {
    threads: { runs: few, one, two, gain: one.seconds / two.seconds, cpuGain: (2 * one.cpuSeconds) / two.cpuSeconds },
    overhead,
    trivial: { runs: trivial, spent, runsPerSecond: trivial / spent.seconds },
    memory: [many, trivial].map((runs) => ({ runs, peakMB: peak(runs) / 1e6 })),
  };
}

/** Half of the bare runs before the sweep and half after it, so that a machine that grows slower favours neither. */
async function measureOverhead(runs: number): Promise<SweepBench["overhead"]> {
  const before = await bareRuns(SHORT, runs / 2);
  const swept = await sweepOnce(SHORT, runs, 1);
  const after = await bareRuns(SHORT, runs / 2);
  const bare = { seconds: before.seconds + after.seconds, cpuSeconds: before.cpuSeconds + after.cpuSeconds };
  return { runs, bare, swept, share: swept.seconds / bare.seconds - 1, cpuShare: swept.cpuSeconds / bare.cpuSeconds - 1 };
}

function peak(runs: number): number {
  const program = fileURLToPath(new URL("./peak.js", import.meta.url));
  return Number(execFileSync(process.execPath, [program, String(runs)], { encoding: "utf8" }));
}

const percent = (share: number) => `${(100 * share).toFixed(0)} %`;

export function sweepLines({ threads, overhead, trivial, memory }: SweepBench): string[] {
  const { runs, one, two, gain, cpuGain } = threads;
  return [
    `${runs} runs, two threads against one: ${gain.toFixed(2)}x (${one.seconds.toFixed(1)} s, ${two.seconds.toFixed(1)} s); ${cpuGain.toFixed(2)}x by the processor (bar 1.8x)`,
    `a sweep of ${overhead.runs} runs on top of the runs: ${percent(overhead.share)} by the clock, ${percent(overhead.cpuShare)} by the processor (bar 10 % with 1000 runs)`,
    `trivial runs per second, two threads, written: ${trivial.runsPerSecond.toFixed(0)} (${((1000 * trivial.spent.cpuSeconds) / trivial.runs).toFixed(2)} ms of processor each; bar 2000)`,
    `most memory: ${memory.map(({ runs, peakMB }) => `${peakMB.toFixed(0)} MB with ${runs} runs`).join(", ")}`,
  ];
}
