/** Keeps the parsed trees of the shipped documents in `dist/trees`: see src/node/kept-trees.ts. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { builtMark } from "./build.mjs";

const STAMP = join("dist", ".trees");

/**
 * @param {string} root
 * @returns {boolean} whether the trees are there, of exactly these documents and by exactly this parser
 */
export function areTreesKept(root) {
  const stamp = join(root, STAMP);
  return existsSync(stamp) && existsSync(join(root, "dist", "trees")) && readFileSync(stamp, "utf8") === hashOfParts(root);
}

/** @param {string} root */
export async function keepTrees(root) {
  rmSync(join(root, STAMP), { force: true });
  const stamp = hashOfParts(root);
  const program = await import(pathToFileURL(join(root, "dist", "node", "kept-trees.js")).href);
  await program.keepTrees(join(root, "scenarios"));
  writeFileSync(join(root, STAMP), stamp);
}

/** @param {string} root */
function hashOfParts(root) {
  // another parser makes other trees
  const hash = createHash("sha256").update(builtMark(root));
  const scenarios = join(root, "scenarios");
  const files = readdirSync(scenarios, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".yaml"));
  for (const path of files.sort()) {
    const bytes = readFileSync(join(scenarios, path));
    hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest("hex");
}
