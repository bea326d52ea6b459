/** The program as a user starts it: from the command to the files, and to the help. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Spent } from "./spent.ts";

const PROGRAM = fileURLToPath(new URL("../corridor.js", import.meta.url));
/** Says at its end what processor time it took. */
const TELL = `data:text/javascript,process.on("exit",()=>{const u=process.cpuUsage();process.stderr.write("cpu "+(u.user+u.system)/1e6)})`;

export function startToFiles(scenario: string, scale: number): Spent {
  const folder = mkdtempSync(join(tmpdir(), "corridor-bench-"));
  try {
    return startProgram(["run", scenario, "--scale", String(scale), "--quiet", "--out", join(folder, "run")]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** From the command to the verdict on a scenario: what every command does before it plays. */
export const startToVerdict = (scenario: string): Spent => startProgram(["validate", scenario]);

export const startToHelp = (): Spent => startProgram(["--help"]);

function startProgram(words: readonly string[]): Spent {
  const from = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ["--import", TELL, PROGRAM, ...words], { encoding: "utf8" });
  const seconds = (performance.now() - from) / 1000;
  if (status !== 0) throw new Error(`corridor ${words.join(" ")}: exit ${status}\n${stderr}`);
  return { seconds, cpuSeconds: Number(/cpu ([\d.]+)$/.exec(stderr)?.[1]) };
}
