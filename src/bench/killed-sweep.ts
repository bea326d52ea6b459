/** A small sweep of the built program that is started, killed and gone on with. */
import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { hashOf } from "./folder-hash.ts";

const MAIN = fileURLToPath(new URL("../corridor.js", import.meta.url));
const fixture = (file: string) => fileURLToPath(new URL(`../../test/fixtures/${file}`, import.meta.url));

/** Long enough for some blocks, with every kind of table. */
const EXPERIMENT = `format: corridor/experiment@1
name: kills
ecosystems: [${fixture("tiny.yaml")}]
strategies: [none, ${fixture("tiny-shaping.yaml")}]
uncertainties:
  enablers.reviewWeeks: { low: 2, high: 8 }
  mechanisms.gossip: { values: [true, false] }
design: { kind: latin-hypercube, points: 3 }
run: { end: 2015-04-26, scale: 200, warmupWeeks: 4, replicates: 8 }
record: { every: 4 weeks, tables: [events], decompose: true }
analyses: [effects, decomposition]
`;

export interface KilledSweep {
  /** Of a sweep that was let alone: hash, and how long it took. */
  readonly expected: string;
  readonly milliseconds: number;
  /** Starts it in a folder of that name, or goes on with it, and kills it after so many milliseconds. @returns how long it took when it was faster */
  killAfter(name: string, milliseconds: number, workers: number): Promise<number | undefined>;
  /** Starts it and kills it when it enters the n-th call of a function of the system. @returns whether it came to that */
  killAtCall(name: string, call: string, n: number, workers: number): boolean;
  /** Goes on with it to its end. @returns what is wrong with what it left, nothing when it has the same bytes */
  finish(name: string): string | undefined;
}

/** @param root folder for the sweeps @throws Error when the sweep that is let alone fails */
export function killedSweep(root: string): KilledSweep {
  const file = join(root, "kills.yaml");
  fs.writeFileSync(file, EXPERIMENT);
  const args = (name: string, workers: number) => [MAIN, "sweep", file, "-o", join(root, name), "-w", String(workers)];
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args("whole", 2), { encoding: "utf8" });
  if (status !== 0) throw new Error(`the sweep that is let alone ended with ${status}: ${stderr}`);
  const milliseconds = performance.now() - started;
  const expected = hashOf(join(root, "whole"));
  return {
    expected,
    milliseconds,
    async killAfter(name, after, workers) {
      const begun = performance.now();
      const child = spawn(process.execPath, args(name, workers), { stdio: "ignore" });
      const ended = new Promise<NodeJS.Signals | null>((resolve) => child.on("exit", (_, signal) => resolve(signal)));
      const timer = setTimeout(() => child.kill("SIGKILL"), after);
      const signal = await ended;
      clearTimeout(timer);
      return signal === "SIGKILL" ? undefined : performance.now() - begun;
    },
    killAtCall(name, call, n, workers) {
      // The traced program is a child of strace, which dies as it did.
      const trace = ["-f", "-qq", "-o", "/dev/null", "-e", `trace=${call}`, "-e", `inject=${call}:signal=KILL:when=${n}`];
      return spawnSync("strace", [...trace, process.execPath, ...args(name, workers)], { stdio: "ignore" }).signal === "SIGKILL";
    },
    finish(name) {
      const folder = join(root, name);
      // Before the plan is there, there is nothing to resume: the same command begins again.
      const argv = fs.existsSync(join(folder, "plan.json")) ? [MAIN, "resume", folder] : args(name, 2);
      const end = spawnSync(process.execPath, argv, { encoding: "utf8" });
      if (end.status !== 0) return `ended with ${end.status ?? end.signal}: ${end.stderr.trim()}`;
      const found = hashOf(folder);
      if (found !== expected) return `left other bytes: ${found.slice(0, 12)} instead of ${expected.slice(0, 12)}`;
      fs.rmSync(folder, { recursive: true });
      return undefined;
    },
  };
}
