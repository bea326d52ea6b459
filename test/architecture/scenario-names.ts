/** Content lives in `scenarios/`: the program knows no ecosystem, strategy, place or country by name. */
import { posix } from "node:path";
import ts from "typescript";
import { parse as parseYaml } from "yaml";
import type { Exception } from "./rules.ts";
import { isCode, parse, type SourceFile, walk } from "./source.ts";

export interface ScenarioName {
  readonly name: string;
  /** A strategy, or an ecosystem of one word, may be called by an ordinary word, so only a string that is exactly its name counts. */
  readonly matches: "anywhere" | "whole string";
}

const PLACES = ["nodes", "jurisdictions"];
const SHORTEST = 4; // letters; shorter names are found in ordinary prose ("us")

/** Names that the files under `scenarios/` give to ecosystems, strategies, nodes and jurisdictions. */
export function scenarioNames(files: readonly SourceFile[]): ScenarioName[] {
  const names = new Map<string, ScenarioName["matches"]>();
  const add = (name: string, ordinary: boolean): void => {
    names.set(name, ordinary || name.length < SHORTEST ? "whole string" : "anywhere");
  };
  for (const { path, text } of files) {
    const folder = /^scenarios\/(ecosystems|strategies)\//.exec(path)?.[1];
    if (!folder || !/\.ya?ml$/.test(path)) continue;
    const name = posix.basename(path).replace(/\.ya?ml$/, "");
    add(name, folder === "strategies" || !name.includes("-"));
    if (folder === "ecosystems") for (const place of placesIn(parseYaml(text))) add(place, false);
  }
  return [...names].map(([name, matches]) => ({ name, matches }));
}

function placesIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  // the names of groups are words of strategies, such as "aid", and no places
  const entries = Object.entries(value).filter(([key]) => key !== "groups");
  return entries.flatMap(([key, below]) => [
    ...(PLACES.includes(key) && typeof below === "object" && below !== null && !Array.isArray(below) ? Object.keys(below) : []),
    ...placesIn(below),
  ]);
}

export function namesInCode(
  files: readonly SourceFile[],
  names: readonly ScenarioName[],
  exceptions: readonly Exception[] = [],
): string[] {
  const sought = names
    .filter(({ name }) => !exceptions.some((exception) => exception.name === name))
    .map(({ name, matches }) => ({ name, matches, words: wordsOf(name) }));
  return files.filter(isCode).flatMap((file) => {
    const strings = new Set(stringsOf(file).map(wordsOf));
    const text = wordsOf(file.text);
    return sought
      .filter(({ matches, words }) => (matches === "anywhere" ? text.includes(words) : strings.has(words)))
      .map(({ name }) => `${file.path} knows the name ${name}`);
  });
}

/** Words in lower case between single blanks, so that `north-coast`, `northCoast` and `North Coast` are the same. */
const wordsOf = (text: string): string =>
  ` ${text
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim()} `;

function stringsOf(file: SourceFile): string[] {
  const strings: string[] = [];
  walk(parse(file), (node) => {
    if (ts.isStringLiteralLike(node)) strings.push(node.text);
  });
  return strings;
}
