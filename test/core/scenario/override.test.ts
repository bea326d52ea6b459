/** Settings from the command line. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { quantity } from "../../../src/core/quantity.ts";
import { applyOverrides, setPath } from "../../../src/core/scenario/override.ts";
import { formatPath, valueAt } from "../../../src/core/scenario/path.ts";
import { readYaml } from "../../../src/formats/yaml-text.ts";
import { maps, pathsOf } from "./documents.ts";

const read = (text: string) => readYaml(text, "--set");
const document = {
  legs: { "a-b": { weeks: 2, fee: { value: 900, low: 500 } } },
  instruments: [{ kind: "patrol", boats: 3 }],
};
const schema = z.strictObject({
  legs: z.record(
    z.string(),
    z.strictObject({
      weeks: z.int(),
      fee: quantity({ unit: "USD", about: "fee" }),
      delay: quantity({ unit: "weeks", about: "delay" }).optional(),
    }),
  ),
  instruments: z.array(z.strictObject({ kind: z.string(), boats: z.int(), speed: z.number().optional() })),
  run: z.strictObject({ seed: z.int().default(1) }).prefault({}),
});
const set = (...settings: string[]) => applyOverrides(document, settings, read, schema);

it.each([
  ["legs.a-b.weeks=3", ["legs", "a-b", "weeks"], 3],
  ["legs.a-b.weeks = 3", ["legs", "a-b", "weeks"], 3],
  ["legs.a-b.fee=1200", ["legs", "a-b", "fee"], 1200],
  ["legs.a-b.fee.value=1200", ["legs", "a-b", "fee"], { value: 1200, low: 500 }],
  ["legs.a-b.fee={low: 400}", ["legs", "a-b", "fee"], { value: 900, low: 400 }],
  ["legs.a-b.fee.low=null", ["legs", "a-b", "fee"], { value: 900 }],
  ["legs.a-b.delay=4", ["legs", "a-b", "delay"], 4],
  ["instruments[0].boats=5", ["instruments", 0, "boats"], 5],
  ["instruments.0.speed=7", ["instruments", 0, "speed"], 7],
  ["instruments=[]", ["instruments"], []],
  ["run.seed=7", ["run", "seed"], 7],
  ['legs["a-b"].weeks=3', ["legs", "a-b", "weeks"], 3],
])("%s", (setting, path, value) => {
  const result = set(setting);
  expect(result.issues).toEqual([]);
  expect(valueAt(result.value, path)).toEqual(value);
});

it("a bare number becomes a quantity when a part of it is set", () => {
  const { value, issues } = applyOverrides({ legs: { a: { weeks: 1, fee: 3 } } }, ["legs.a.fee.low=1"], read, schema);
  expect(issues).toEqual([]);
  expect(valueAt(value, ["legs", "a", "fee"])).toEqual({ value: 3, low: 1 });
});

describe("mistakes", () => {
  it.each([
    ["legs.a-b.weks=3", 10, 'there is no "weks" in legs.a-b', "legs.a-b.weeks"],
    ["legs.a_b.weeks=3", 6, 'there is no "a_b" in legs', "legs.a-b.weeks"],
    ["leg.a-b.weeks=3", 1, 'there is no "leg"', "legs.a-b.weeks"],
    ["legs.a-b.weeks.x=3", 16, 'there is no "x" in legs.a-b.weeks', undefined],
    ["instruments[1].boats=3", 13, 'there is no "1" in instruments', undefined],
    ["__proto__.x=1", 1, 'there is no "__proto__"', undefined],
    ["legs.constructor=1", 6, 'there is no "constructor" in legs', undefined],
    ["weeks", 1, "is not a setting", undefined],
    ["=3", 1, "is not a setting", undefined],
    ["", 1, "is not a setting", undefined],
    ["legs.a-b.weeks=", 16, "no value is given", undefined],
    ["legs.a-b.weeks=[1", 18, "bracket is not closed", undefined],
    ["legs.a-b.weeks=*x", 16, "aliases", undefined],
  ])("%s", (setting, column, message, suggestion) => {
    const { value, issues } = set("legs.a-b.weeks=5", setting);
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatchObject({ file: "--set", line: 2, column, severity: "error" });
    expect(issues[0]?.message).toContain(message);
    expect(issues[0]?.suggestion).toBe(suggestion);
    expect(valueAt(value, ["legs", "a-b", "weeks"])).toBe(5);
  });
});

it("tells which setting wrote a value: the last one", () => {
  const { locate } = set("legs.a-b.weeks=3", "legs.a-b={weeks: 4}", "run.seed=2");
  expect(locate(["legs", "a-b", "weeks"])).toEqual({ file: "--set", line: 2, column: 10 });
  expect(locate(["run", "seed"])).toEqual({ file: "--set", line: 3, column: 10 });
  expect(locate(["instruments"])).toBeUndefined();
});

it("setting what is there changes nothing, and only the path that is set changes", () => {
  fc.assert(
    fc.property(maps, (tree) => {
      for (const path of pathsOf(tree).slice(1)) {
        const there = valueAt(tree, path);
        expect(setPath(tree, path, there).value).toEqual(tree);
        const changed = applyOverrides(tree, [`${formatPath(path)}="new"`], read);
        expect(changed.issues).toEqual([]);
        expect(valueAt(changed.value, path)).toBe("new");
        expect(setPath(changed.value, path, there).value).toEqual(tree);
      }
    }),
  );
});

it("never throws, and says of every refusal where it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (setting) => {
      for (const issue of set(setting).issues)
        expect(issue).toMatchObject({ file: "--set", line: 1, column: expect.any(Number) });
    }),
  );
});
