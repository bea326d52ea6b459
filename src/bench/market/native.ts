/** The mini market in C, compiled on the spot. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { MarketRun } from "./rules.ts";

const SOURCE = fileURLToPath(new URL("../../../src/bench/market/mini-market.c", import.meta.url));
const FLAGS = ["-O3", "-march=native", "-ffp-contract=off"];

export interface Native {
  readonly compiler: string;
  readonly harms: number;
  /** Nanoseconds of processor time per agent and week. */
  readonly ns: number;
}

/** Undefined without a compiler. */
export function playNative({ agents, weeks }: MarketRun): Native | undefined {
  const folder = mkdtempSync(join(tmpdir(), "corridor-bench-"));
  try {
    for (const compiler of ["gcc", "cc"]) {
      const program = join(folder, "mini-market");
      try {
        execFileSync(compiler, [...FLAGS, SOURCE, "-o", program, "-lm"], { stdio: "ignore" });
      } catch {
        continue;
      }
      const [harms, ns] = execFileSync(program, [String(agents), String(weeks)], { encoding: "utf8" })
        .trim()
        .split(" ");
      return { compiler, harms: Number(harms), ns: Number(ns) };
    }
    return undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
