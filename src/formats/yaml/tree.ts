/**
 * What a sound YAML text says, and where: plain data that JSON can carry, so that the shipped documents are parsed when
 * the package is built and not by everybody who starts the program.
 */
import type { Issue } from "../../core/issue.ts";

/** Offsets of a part of a text, of its key and of its value, and its own parts; a part of a list has its key where its value is. */
export type Spot = readonly [key: number, value: number, parts?: Readonly<Record<string, Spot>>];

export interface YamlTree {
  readonly value: unknown;
  readonly spot: Spot;
  /** Offsets at which lines begin, ascending. */
  readonly lineStarts: readonly number[];
}

export interface LineColumn {
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 units. */
  readonly column: number;
}

export interface YamlText {
  /** Maps, lists, texts, numbers, true, false, null; `undefined` when the text could not be parsed. */
  readonly value: unknown;
  /**
   * Where a path is written: its value, or its key on request. For a path that is not there the nearest part around it
   * answers, with its key: that is where something is missing. `undefined` when nothing was parsed.
   */
  locate(path: readonly (string | number)[], keyNotValue?: boolean): LineColumn | undefined;
  /** What is wrong with the text; with an error here and a value, the value is good but for the places named. */
  readonly issues: Issue[];
  /** The same value and places as plain data. */
  readonly tree?: YamlTree;
}

/** A tree as its reader wants it. @param issues what its parser complained of */
export function textOf(tree: YamlTree, issues: Issue[] = []): YamlText {
  return { value: tree.value, locate: (path, keyNotValue) => locateIn(tree, path, keyNotValue), issues, tree };
}

/** Where a path is written, or the key of the nearest part around it. */
export function locateIn(tree: YamlTree, path: readonly (string | number)[], keyNotValue = false): LineColumn {
  let spot = tree.spot;
  for (const step of path) {
    const [key, , parts] = spot;
    const name = String(step);
    // the names are those of a user's file: one of them may be that of a method of every object
    const part = parts && Object.hasOwn(parts, name) ? parts[name] : undefined;
    if (!part) return lineColumn(tree.lineStarts, key);
    spot = part;
  }
  return lineColumn(tree.lineStarts, keyNotValue ? spot[0] : spot[1]);
}

/** @param lineStarts ascending, the first 0 */
export function lineColumn(lineStarts: readonly number[], offset: number): LineColumn {
  let [low, high] = [0, lineStarts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lineStarts[middle] as number) <= offset) low = middle + 1;
    else high = middle;
  }
  return { line: low, column: offset - (lineStarts[low - 1] ?? 0) + 1 };
}
