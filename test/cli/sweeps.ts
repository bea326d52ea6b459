/** Sweeps of the built program, for tests: started, killed, and told by the hash of all they leave. */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export { filesIn, hashOf } from "../../src/bench/folder-hash.ts";

export const MAIN = fileURLToPath(new URL("../../dist/corridor.js", import.meta.url));
const FAULT = new URL("./fault-at.mjs", import.meta.url).href;
/** A machine with so many bytes of memory. */
export const littleMemory = (bytes: number): Preload => ({
  node: ["--import", new URL("./little-memory.mjs", import.meta.url).href],
  env: { LITTLE_MEMORY: String(bytes) },
});
export const SPOIL = new URL("./spoil-run.mjs", import.meta.url).href;

export interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

/** What is loaded before the program, and told by its environment. */
export interface Preload {
  readonly node: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

const faultAt = (place: string): Preload => ({ node: ["--import", FAULT], env: { FAULT_AT: place } });

/** @param preload or where to kill it, such as "renameSync:3", or let it down, such as "renameSync:3:ENOSPC" */
export function corridor(argv: readonly string[], cwd: string, preload?: string | Preload): Ended {
  const { node, env } = typeof preload === "string" ? faultAt(preload) : (preload ?? { node: [], env: {} });
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [...node, MAIN, ...argv], {
    cwd,
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
  return { status, signal, out: stdout, err: stderr };
}

export function rowsOf(folder: string, file: string): string[] {
  return fs.readFileSync(join(folder, file), "utf8").trimEnd().split("\n").slice(1);
}
