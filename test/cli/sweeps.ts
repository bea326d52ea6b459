/** Sweeps of the built program, for tests: started, killed, and told by the hash of all they leave. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const MAIN = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));
const KILL = new URL("./kill-at.mjs", import.meta.url).href;

export interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

/** @param killAt such as "renameSync:3" */
export function corridor(argv: readonly string[], cwd: string, killAt?: string): Ended {
  const node = killAt === undefined ? [] : ["--import", KILL];
  const env = killAt === undefined ? process.env : { ...process.env, KILL_AT: killAt };
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [...node, MAIN, ...argv], {
    cwd,
    encoding: "utf8",
    env,
  });
  return { status, signal, out: stdout, err: stderr };
}

/** Every file of a folder but the manifest, which tells the time, as one hash; hidden files and all. */
export function hashOf(folder: string): string {
  const hash = createHash("sha256");
  for (const file of filesIn(folder)) {
    if (file !== "manifest.json") hash.update(`${file}\n`).update(fs.readFileSync(join(folder, file)));
  }
  return hash.digest("hex");
}

export function filesIn(folder: string): string[] {
  const entries = fs.readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  return entries.filter((entry) => fs.statSync(join(folder, entry)).isFile());
}

export function rowsOf(folder: string, file: string): string[] {
  return fs.readFileSync(join(folder, file), "utf8").trimEnd().split("\n").slice(1);
}
