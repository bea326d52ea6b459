/** Many runs: what threads gain, what a sweep costs on top of its runs, trivial runs per second, memory. */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { bareRuns, LONG, SHORT, type Spent, sweepOnce, TRIVIAL } from "./sweep-once.ts";

export interface SweepBench {
  readonly threads: { readonly runs: number; readonly one: Spent; readonly two: Spent; readonly gain: number };
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

export async function benchSweeps(quick: boolean): Promise<SweepBench> {
  const size = quick ? 5 : 1;
  const few = 100 / size;
  const many = 1000 / size;
  const [one, two] = [await sweepOnce(LONG, few, 1), await sweepOnce(LONG, few, 2)];
  const [bare, swept] = [await bareRuns(SHORT, many), await sweepOnce(SHORT, many, 1)];
  const trivialRuns = 10_000 / size;
  const spent = await sweepOnce(TRIVIAL, trivialRuns, 2);
  return {
    threads: { runs: few, one, two, gain: one.seconds / two.seconds },
    overhead: {
      ...{ runs: many, bare, swept },
      share: swept.seconds / bare.seconds - 1,
      cpuShare: swept.cpuSeconds / bare.cpuSeconds - 1,
    },
    trivial: { runs: trivialRuns, spent, runsPerSecond: trivialRuns / spent.seconds },
    memory: [1000 / size, 10_000 / size].map((runs) => ({ runs, peakMB: peak(runs) / 1e6 })),
  };
}

function peak(runs: number): number {
  const program = fileURLToPath(new URL("./peak.js", import.meta.url));
  return Number(execFileSync(process.execPath, [program, String(runs)], { encoding: "utf8" }));
}

const percent = (share: number) => `${(100 * share).toFixed(0)} %`;

export function sweepLines({ threads, overhead, trivial, memory }: SweepBench): string[] {
  return [
    `${threads.runs} runs, two threads against one: ${threads.gain.toFixed(2)}x (${threads.one.seconds.toFixed(1)} s, ${threads.two.seconds.toFixed(1)} s)`,
    `a sweep of ${overhead.runs} runs on top of the runs: ${percent(overhead.share)} by the clock, ${percent(overhead.cpuShare)} by the processor`,
    `trivial runs per second, two threads, written: ${trivial.runsPerSecond.toFixed(0)} (${((1000 * trivial.spent.cpuSeconds) / trivial.runs).toFixed(2)} ms of processor each)`,
    `most memory: ${memory.map(({ runs, peakMB }) => `${peakMB.toFixed(0)} MB with ${runs} runs`).join(", ")}`,
  ];
}
