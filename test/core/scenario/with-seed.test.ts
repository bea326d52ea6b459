import { setFlagsFromString } from "node:v8";
import { expect, test } from "vitest";
import { type Model, withSeed } from "../../../src/core/index.ts";
import { seedOf } from "../../../src/core/random/stream.ts";
import { modelOf } from "../../laws/world.ts";

const model = modelOf({});

test("only the seed is another one", () => {
  expect(withSeed(model, "other luck")).toEqual({ ...model, seed: seedOf("other luck") });
});

test("all copies have one hidden class, however often a copy was made: what was compiled for one serves all", () => {
  setFlagsFromString("--allow-natives-syntax");
  const haveSameClass = new Function("a", "b", "return %HaveSameMap(a, b)") as (a: Model, b: Model) => boolean;
  const first = withSeed(model, 0);
  for (let i = 1; i < 2000; i++) expect(haveSameClass(first, withSeed(model, i))).toBe(true);
});
