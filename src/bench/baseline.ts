/** Figures of an earlier day, as on the machine of the bars, so that a change for the worse is seen on any machine. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Bar } from "./bars.ts";

const FILE = fileURLToPath(new URL("../../src/bench/baseline.json", import.meta.url));
/** Below this, a difference is the noise of a shared machine. */
const NOTICED = 1.25;

export type Mode = "quick" | "full";
type Figures = Partial<Record<Mode, Readonly<Record<string, number>>>>;

function readFigures(): Figures {
  return existsSync(FILE) ? JSON.parse(readFileSync(FILE, "utf8")) : {};
}

export function storeBaseline(mode: Mode, bars: readonly Bar[]): void {
  const figures = Object.fromEntries(
    bars.filter(isComparable).map(({ name, normalised }) => [name, Number(normalised.toPrecision(3))]),
  );
  writeFileSync(FILE, `${JSON.stringify({ ...readFigures(), [mode]: figures }, undefined, 2)}\n`);
}

/** Exponents lie around 1 and below: a ratio of two of them says nothing. */
const isComparable = ({ unit }: Bar): boolean => unit !== "exponent";

/** In words, by name of the bar. */
export function compareWithBaseline(mode: Mode, bars: readonly Bar[]): Map<string, string> {
  const stored = readFigures()[mode] ?? {};
  return new Map(bars.filter(isComparable).map((bar) => [bar.name, inWords(bar, stored[bar.name])]));
}

function inWords({ normalised, moreIsBetter }: Bar, before: number | undefined): string {
  if (before === undefined) return "no baseline";
  const better = moreIsBetter ? normalised / before : before / normalised;
  if (better >= NOTICED) return `${better.toFixed(2)}x better`;
  return better <= 1 / NOTICED ? `${(1 / better).toFixed(2)}x worse` : "as before";
}
