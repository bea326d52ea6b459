/** Inheritance: laws of merging, and who wrote what. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { merge, mergeLayers } from "../../../src/core/scenario/merge.ts";
import { isMap, valueAt } from "../../../src/core/scenario/path.ts";
import { documents, maps, pathsOf } from "./documents.ts";

describe("laws", () => {
  it("an empty map changes no map", () => {
    fc.assert(
      fc.property(maps, (a) => {
        expect(merge(a, {}).value).toStrictEqual(a);
      }),
    );
  });

  it("over nothing, a document without null is itself", () => {
    fc.assert(
      fc.property(documents, (a) => {
        expect(merge(undefined, a).value).toStrictEqual(a);
      }),
    );
  });

  it("merging the same twice is merging it once", () => {
    fc.assert(
      fc.property(maps, maps, (a, b) => {
        const once = merge(a, b).value;
        expect(merge(once, b).value).toStrictEqual(once);
      }),
    );
  });

  it("a chain is merged from the bottom", () => {
    fc.assert(
      fc.property(maps, maps, maps, (a, b, c) => {
        expect(mergeLayers([a, b, c]).value).toStrictEqual(merge(merge(a, b).value, c).value);
      }),
    );
  });

  it("null removes every key it is put on", () => {
    fc.assert(
      fc.property(maps, (a) => {
        const nothing = Object.fromEntries(Object.keys(a).map((key) => [key, null]));
        expect(merge(a, nothing).value).toStrictEqual({});
      }),
    );
  });

  it("changes neither layer", () => {
    fc.assert(
      fc.property(maps, maps, (a, b) => {
        const before = JSON.stringify([a, b]);
        merge(a, b);
        expect(JSON.stringify([a, b])).toBe(before);
      }),
    );
  });

  it("a value comes from the layer that origin names", () => {
    fc.assert(
      fc.property(fc.array(maps, { minLength: 1, maxLength: 4 }), (layers) => {
        const merged = mergeLayers(layers);
        for (const path of pathsOf(merged.value)) {
          const value = valueAt(merged.value, path);
          const written = valueAt(layers[merged.origin(path)], path);
          // Of a map the layer wrote at least a part.
          if (isMap(value)) expect(isMap(written)).toBe(true);
          else expect(written).toStrictEqual(value);
        }
      }),
    );
  });
});

const base = {
  legs: { "a-b": { weeks: 2, fee: { value: 900, low: 500, source: "x" } } },
  list: [1, 2],
  off: 1,
};

it("replaces numbers, texts and lists, merges maps and removes by null", () => {
  const over = { legs: { "a-b": { weeks: 3 }, "b-c": { weeks: 1 } }, list: [3], off: null };
  expect(merge(base, over).value).toStrictEqual({
    legs: { "a-b": { weeks: 3, fee: base.legs["a-b"].fee }, "b-c": { weeks: 1 } },
    list: [3],
  });
});

it("a bare number is a new figure, a map changes the figure that is there", () => {
  const fee = (over: unknown) => valueAt(merge(base, { legs: { "a-b": { fee: over } } }).value, ["legs", "a-b", "fee"]);
  expect(fee(1200)).toBe(1200);
  expect(fee({ value: 1200 })).toStrictEqual({ value: 1200, low: 500, source: "x" });
  expect(fee({ low: null })).toStrictEqual({ value: 900, source: "x" });
});

it("knows the layer of what is there, was removed or never was", () => {
  const merged = mergeLayers([base, { legs: { "a-b": { fee: 1200 } }, off: null }, { list: { x: 1 } }]);
  expect(merged.origin(["legs", "a-b", "weeks"])).toBe(0);
  expect(merged.origin(["legs", "a-b", "fee"])).toBe(1);
  expect(merged.origin(["legs", "a-b", "fee", "source"])).toBe(1);
  expect(merged.origin(["legs", "a-b", "missing"])).toBe(1);
  expect(merged.origin(["off"])).toBe(1);
  expect(merged.origin(["list", 1])).toBe(2);
  expect(merged.origin([])).toBe(2);
});

it("keys of the prototype are keys like any other", () => {
  const over = JSON.parse('{"__proto__": {"bad": 1}, "constructor": 2}');
  const { value } = merge({}, over);
  expect(Object.keys(value as object)).toStrictEqual(["__proto__", "constructor"]);
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  expect(({} as Record<string, unknown>).bad).toBeUndefined();
});
