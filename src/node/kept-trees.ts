/**
 * Trees of the shipped documents, kept beside the compiled program under the hash of the bytes they were parsed from: to
 * parse the YAML of an ecosystem takes longer than all else that is done with it. A file that differs by one byte has
 * no tree, and is parsed.
 *
 * scenarios/*.yaml --parser, at the build--> dist/trees/HASH.json --JSON.parse, at a start--> tree
 */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { YamlTree } from "../formats/yaml/tree.ts";

const FOLDER = fileURLToPath(new URL("../trees", import.meta.url));

const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
const fileOf = (folder: string, bytes: Uint8Array): string => join(folder, `${hashOf(bytes)}.json`);

/** The tree of a YAML text with these bytes; `undefined` when none is kept. */
export async function keptTree(bytes: Uint8Array, folder = FOLDER): Promise<YamlTree | undefined> {
  const text = await readFile(fileOf(folder, bytes), "utf8").catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as YamlTree);
}

/** Parses every sound YAML file under `scenarios` and keeps its tree; what was kept before goes. */
export async function keepTrees(scenarios: string, folder = FOLDER): Promise<void> {
  const { readYaml } = await import("../formats/yaml-text.ts");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const path of readdirSync(scenarios, { recursive: true, encoding: "utf8" })) {
    if (extname(path) !== ".yaml") continue;
    const bytes = readFileSync(join(scenarios, path));
    const { tree, issues } = readYaml(bytes.toString("utf8"), path);
    if (tree && issues.length === 0) writeFileSync(fileOf(folder, bytes), JSON.stringify(tree));
  }
}
