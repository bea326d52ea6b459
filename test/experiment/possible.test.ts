import { expect, it } from "vitest";
import type { MetricColumn } from "../../src/core/index.ts";
import { possible } from "../../src/experiment/possible.ts";

const outcome = (unit: string, signed?: true): MetricColumn => ({
  ...{ name: "any", type: "number", about: "any", is: "stock", better: "neither", unit },
  ...(signed ? { signed } : {}),
});
const wide = { mean: 0.5, low: -2, high: 3, n: 3 };

it.each([
  ["a share", outcome("share"), [0, 1]],
  ["a count", outcome("persons"), [0, 3]],
  ["what can be below zero", outcome("USD", true), [-2, 3]],
])("leaves of the interval of %s what it can be", (_, column, [low, high]) => {
  expect(possible(column, wide)).toEqual({ ...wide, low, high });
});

it("leaves no interval where there is none", () => {
  const one = { mean: 2, low: Number.NaN, high: Number.NaN, n: 1 };
  expect(possible(outcome("share"), one)).toEqual(one);
});
