/** Kept trees say what the parser says, of every shipped document; any other text has none. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { locateIn } from "../../src/formats/yaml/tree.ts";
import { readYaml } from "../../src/formats/yaml-text.ts";
import { keepTrees, keptTree } from "../../src/node/kept-trees.ts";
import { shippedFolder } from "../../src/node/scenario-file.ts";
import { shippedFiles } from "./shipped-files.ts";

type Step = string | number;

/** Paths of everything in a value. */
function pathsOf(value: unknown, path: readonly Step[] = []): (readonly Step[])[] {
  const parts: [Step, unknown][] = Array.isArray(value)
    ? value.map((part, index) => [index, part])
    : typeof value === "object" && value !== null
      ? Object.entries(value)
      : [];
  return [path, ...parts.flatMap(([step, part]) => pathsOf(part, [...path, step]))];
}

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "corridor-trees-"));
  await keepTrees(await shippedFolder(), folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("the tree of a shipped document", () => {
  it.each(shippedFiles())("%s has the values and places that its text has", async (file) => {
    const bytes = readFileSync(file);
    const tree = await keptTree(bytes, folder);
    const read = readYaml(bytes.toString("utf8"), file);
    expect(tree?.value).toEqual(read.value);
    if (!tree) return;
    const absent: Step[] = ["toString", "__proto__", "no such key", 10_000];
    const asked = pathsOf(read.value).flatMap((path) => [path, ...absent.map((step) => [...path, step])]);
    const places = (locate: (path: readonly Step[], onKey: boolean) => unknown) =>
      asked.flatMap((path) => [false, true].map((onKey) => JSON.stringify([path, onKey, locate(path, onKey)])));
    expect(places((path, onKey) => locateIn(tree, path, onKey))).toEqual(places(read.locate));
  });
});

it("is not there for a text that differs by a byte", async () => {
  const [file = ""] = shippedFiles();
  expect(await keptTree(Buffer.concat([readFileSync(file), Buffer.from("\n")]), folder)).toBeUndefined();
});
