/** What differs in meaning. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Change, diff, formatDiff } from "../../../src/core/scenario/diff.ts";
import { isMap } from "../../../src/core/scenario/path.ts";
import { documents } from "./documents.ts";

/** Carries out changes, last ones first so that indices of lists stay good; a bare number grows into a quantity. */
function apply(document: unknown, changes: readonly Change[]): unknown {
  const root = { all: structuredClone(document) };
  const added = changes.filter(({ kind }) => kind === "added");
  const others = changes.filter(({ kind }) => kind !== "added").reverse();
  for (const { path, kind, after } of [...others, ...added]) {
    const steps = ["all", ...path];
    const last = steps.pop() as string | number;
    let node: Record<string | number, unknown> = root;
    for (const step of steps) {
      if (typeof node[step] === "number") node[step] = { value: node[step] };
      node = node[step] as Record<string | number, unknown>;
    }
    if (Array.isArray(node)) {
      if (kind === "removed") node.splice(Number(last), 1);
      else node.splice(Number(last), kind === "added" ? 0 : 1, after);
    } else if (kind === "removed") delete node[last];
    else
      Object.defineProperty(node, last, {
        value: after,
        enumerable: true,
        configurable: true,
        writable: true,
      });
  }
  return root.all;
}

/** `{ value: 3 }` written as 3, everywhere. */
function short(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(short);
  if (!isMap(value)) return value === 0 ? 0 : value;
  const entries = Object.entries(value).map(([key, part]) => [key, short(part)] as const);
  const [only] = entries;
  if (entries.length === 1 && only?.[0] === "value" && typeof value.value === "number") return only[1];
  return Object.fromEntries(entries);
}

describe("laws", () => {
  it("a document differs from itself in nothing, whatever the order of its keys", () => {
    const turned = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(turned);
      if (!isMap(value)) return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, part]) => [key, turned(part)]),
      );
    };
    fc.assert(
      fc.property(documents, (a) => {
        expect(diff(a, turned(a))).toEqual([]);
      }),
    );
  });

  it("the changes lead from one to the other", () => {
    fc.assert(
      fc.property(documents, documents, (a, b) => {
        expect(short(apply(a, diff(a, b)))).toEqual(short(b));
      }),
      { numRuns: 500 },
    );
  });

  it("there is no change only between equals", () => {
    fc.assert(
      fc.property(documents, documents, (a, b) => {
        if (diff(a, b).length === 0) expect(short(a)).toEqual(short(b));
      }),
    );
  });

  it("backwards there are as many changes, added and removed swapped", () => {
    const count = (changes: readonly Change[], kind: Change["kind"]) => changes.filter((one) => one.kind === kind).length;
    fc.assert(
      fc.property(documents, documents, (a, b) => {
        const [there, back] = [diff(a, b), diff(b, a)];
        expect(count(back, "removed")).toBe(count(there, "added"));
        expect(count(back, "changed")).toBe(count(there, "changed"));
      }),
    );
  });
});

it("takes a bare number for the value of a quantity", () => {
  expect(diff({ fee: 3 }, { fee: { value: 3 } })).toEqual([]);
  expect(diff({ fee: 3 }, { fee: { value: 3, low: 1 } })).toEqual([
    { path: ["fee", "low"], kind: "added", before: undefined, after: 1 },
  ]);
  expect(diff({ fee: { value: 3, low: 1 } }, { fee: 4 }).map(({ path, kind }) => [path.join("."), kind])).toEqual([
    ["fee.value", "changed"],
    ["fee.low", "removed"],
  ]);
});

it("finds what was put in the middle of a list", () => {
  expect(diff([{ a: 1 }, { b: 2 }], [{ a: 1 }, { c: 3 }, { b: 2 }])).toEqual([
    { path: [1], kind: "added", before: undefined, after: { c: 3 } },
  ]);
});

it("does not count an item of a list twice", () => {
  expect(diff([1], [1, 1])).toEqual([{ path: [1], kind: "added", before: undefined, after: 1 }]);
  expect(diff([1, 1, 1], [1]).map(({ path, kind }) => [path, kind])).toEqual([
    [[1], "removed"],
    [[2], "removed"],
  ]);
});

it("writes one line for each change", () => {
  const changes = diff({ legs: { "a-b": { weeks: 2 } }, old: "x" }, { legs: { "a-b": { weeks: 3 } }, list: [1] });
  expect(formatDiff(changes)).toBe('~ legs.a-b.weeks: 2 -> 3\n- old: "x"\n+ list: a list of 1\n');
  expect(formatDiff([])).toBe("");
});
