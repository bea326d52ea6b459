/**
 * Prints lines of code drawn by a seed, as `npm run mutation` takes them: `node test/mutation/sample.mjs <lines> <seed> <file or folder>...`.
 * Lines are drawn without replacement, all equally likely; blank lines, comments, imports and lone brackets are none. A mutant that spans
 * several lines (a whole block emptied) is in no sample.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import seedrandom from "seedrandom";

/** @param {string} path @returns {string[]} files of code, in the order of their names */
function filesUnder(path) {
  if (!statSync(path).isDirectory()) return [path];
  const inside = readdirSync(path, { recursive: true, encoding: "utf8" });
  return inside
    .filter((name) => /\.ts$/.test(name))
    .sort()
    .map((name) => join(path, name));
}

/** @param {string} line */
const isCode = (line) => !/^\s*($|\/\/|\/?\*|import\b|export (\*|\{|type\b)|[\])}>;,]+$)/.test(line);

const [count, seed, ...places] = process.argv.slice(2);
const draw = seedrandom(String(seed));
const lines = places.flatMap(filesUnder).flatMap((file) =>
  readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line, index) => (isCode(line) ? [`${file}:${index + 1}-${index + 1}`] : [])),
);
const drawn = lines.map((line) => ({ line, at: draw() })).sort((a, b) => a.at - b.at);
process.stdout.write(`${drawn.slice(0, Number(count)).map(({ line }) => line)}\n`);
