/** Planted variances are found again. */
import seedrandom from "seedrandom";
import { expect, it } from "vitest";
import { variancesOf } from "../../../src/experiment/doubt/shares.ts";

const random = seedrandom.alea("doubt");
const N = 300;
const column = () => Float64Array.from({ length: N }, () => random.double());
const [a, b, c, noise] = [column(), column(), column(), column()] as const;
const outcome = (of: readonly (readonly [Float64Array, number])[]) =>
  Float64Array.from({ length: N }, (_, i) => of.reduce((sum, [x, weight]) => sum + weight * (x[i] ?? 0), 0));

it("shares are those that were planted, and add up to what is explained", () => {
  // Variances 9 : 4 : 0 and 12 of noise.
  const y = outcome([
    [a, 3],
    [b, 2],
    [noise, Math.sqrt(12)],
  ]);
  const found = variancesOf([a, b, c], ["assumed", "B", "B"], y, "s");
  expect(found?.get("assumed")?.value).toBeCloseTo(9 / 25, 1);
  expect(found?.get("B")?.value).toBeCloseTo(4 / 25, 1);
  for (const { low, value, high } of found?.values() ?? []) expect(low <= value && value <= high).toBe(true);
});

it("what moves nothing has no share, and what moves all has all", () => {
  const found = variancesOf([a, c], ["assumed", "A"], outcome([[a, 5]]), "s");
  expect(found?.get("assumed")?.value).toBeCloseTo(1, 2);
  expect(found?.get("A")?.value).toBeCloseTo(0, 2);
});

it("nothing is said of too few points", () => {
  expect(variancesOf([a.slice(0, 4), b.slice(0, 4)], ["A", "B"], a.slice(0, 4), "s")).toBeUndefined();
});
