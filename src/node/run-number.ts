/** The next free name in a series of results: `historical-001`, `historical-002`. */
import fs from "node:fs";
import { join } from "node:path";
import { withFiles } from "./failure.ts";
import { leftovers } from "./result-folder.ts";

const DIGITS = 3;

/** The folder after the highest number that is there or being written. */
export function nextInSeries(parent: string, name: string): string {
  return withFiles(`read ${parent}`, () => {
    const written = leftovers(parent)
      .filter(({ isAlive }) => isAlive)
      .map(({ of }) => of);
    const there = fs.existsSync(parent) ? fs.readdirSync(parent) : [];
    const numbers = [...there, ...written]
      .filter((entry) => entry.startsWith(`${name}-`))
      .map((entry) => entry.slice(name.length + 1))
      .filter((rest) => /^\d{3,9}$/.test(rest))
      .map(Number);
    return join(parent, `${name}-${String(Math.max(0, ...numbers) + 1).padStart(DIGITS, "0")}`);
  });
}
