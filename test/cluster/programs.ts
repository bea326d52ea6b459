/** Programs that see the test's Slurm: they run to their end, or in the background until they are killed. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { openSync } from "node:fs";

export interface Ended {
  /** 128 plus its number if a signal ended it. */
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** For standard input, which is empty otherwise. */
  readonly input?: string;
  readonly cwd?: string;
}

export type Run = (program: string, args: readonly string[], options?: RunOptions) => Promise<Ended>;

export function runIn(env: NodeJS.ProcessEnv): Run {
  return async (program, args, { input = "", cwd } = {}) => {
    const child = spawn(program, args, { env, cwd, stdio: "pipe" });
    const [stdout, stderr] = [child.stdout, child.stderr].map((stream) => stream.setEncoding("utf8").toArray());
    child.stdin.on("error", () => {}); // a program need not read to the end
    child.stdin.end(input);
    const [status] = await once(child, "close");
    const [out, err] = await Promise.all([stdout, stderr]);
    return { status: status ?? 128, stdout: out.join(""), stderr: err.join("") };
  };
}

/** Starts a daemon that stays in the foreground; it writes to the log. */
export function startDaemon(program: string, args: readonly string[], env: NodeJS.ProcessEnv, log: string): ChildProcess {
  const out = openSync(log, "a");
  const child = spawn(program, args, { env, stdio: ["ignore", out, out] });
  child.on("error", () => {}); // what is not there will not answer either
  child.unref();
  return child;
}
