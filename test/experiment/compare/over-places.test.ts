import { expect, it } from "vitest";
import { effects } from "../../../src/experiment/compare/judge.ts";
import { overPlaces } from "../../../src/experiment/compare/over-places.ts";
import { matched } from "./pairs.ts";

const BASELINE = [50, 52, 47, 51, 55, 49, 48, 53, 50, 46, 51, 52];
const NOISE = [1, -2, 0, 2, -1, 1, -1, 0, 2, -2, 1, -1];
const at = (shift: number) =>
  matched([BASELINE, BASELINE.map((value, i) => value + shift + NOISE[i])], "down", "trips", "5 years");

it("counts the places that are told apart from the baseline, and the others", () => {
  expect(overPlaces(effects([-9, 0.1, 9, -8, 0, 0.2].map(at)))).toEqual([
    "s1 against none, trips, 5 years: of 6 places, 2 are shown to be lower, 1 higher, 3 neither (effects.csv says which).",
  ]);
  expect(overPlaces([])).toEqual([]);
});
