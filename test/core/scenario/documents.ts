/** Random documents: maps, lists, texts, numbers; keys overlap so that merging and comparing has something to do. */
import fc from "fast-check";
import { isMap, type Path } from "../../../src/core/scenario/path.ts";

export type Tree = Record<string, unknown>;

const key = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom("a", "b", "value", "low", "x-y") },
  { weight: 1, arbitrary: fc.string() },
);
const leaf = fc.oneof(fc.integer(), fc.double({ noNaN: true }), fc.string(), fc.boolean());

const tree = fc.letrec((tie) => ({
  any: fc.oneof({ maxDepth: 4 }, leaf, tie("map"), fc.array(tie("any"), { maxLength: 4 })),
  map: fc.array(fc.tuple(key, tie("any")), { maxLength: 5 }).map((entries) => Object.fromEntries(entries)),
}));

/** Any document without null. */
export const documents: fc.Arbitrary<unknown> = tree.any;
/** Documents that are maps. */
export const maps = tree.map as fc.Arbitrary<Tree>;

/** Every path of a document, the whole first; lists are leaves, as in merging. */
export function pathsOf(value: unknown, path: Path = []): Path[] {
  return [path, ...(isMap(value) ? Object.entries(value).flatMap(([step, part]) => pathsOf(part, [...path, step])) : [])];
}
