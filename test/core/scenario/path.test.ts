/** Paths as they are written in messages and settings. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { formatPath, parsePath, valueAt } from "../../../src/core/scenario/path.ts";

it.each([
  [[], ""],
  [["legs", "hub-coast", "weeks"], "legs.hub-coast.weeks"],
  [["instruments", 1, "kind"], "instruments[1].kind"],
  [["names", "a b", "x.y"], 'names["a b"]["x.y"]'],
  [["2014-01-01"], "2014-01-01"],
])("writes %j as %s", (path, text) => {
  expect(formatPath(path)).toBe(text);
});

it("reads what it writes", () => {
  const step = fc.oneof(fc.string(), fc.nat(), fc.stringMatching(/^[\w-]+$/));
  fc.assert(
    fc.property(fc.array(step, { minLength: 1 }), (path) => {
      expect(parsePath(formatPath(path))).toEqual(path);
    }),
  );
});

it.each(["", ".", "a..b", "a.", "a[", "a[x]", "a b", "[1", 'a["x]', "a[1]b"])("%j is no path", (text) => {
  expect(parsePath(text)).toBeUndefined();
});

it("reaches into maps and lists by their own keys only", () => {
  const document = { legs: [{ weeks: 2 }] };
  expect(valueAt(document, ["legs", 0, "weeks"])).toBe(2);
  expect(valueAt(document, ["legs", "0", "weeks"])).toBe(2);
  for (const path of [["constructor"], ["legs", "length"], ["legs", 1], ["legs", 0, "weeks", "x"]]) {
    expect(valueAt(document, path)).toBeUndefined();
  }
});
