import { expect, it } from "vitest";
import { brief } from "../../../src/experiment/compare/brief.ts";
import { effects } from "../../../src/experiment/compare/judge.ts";
import { matched } from "./pairs.ts";

const BASELINE = [50, 52, 47, 51, 55, 49, 48, 53, 50, 46, 51, 52];
const NOISE = [1, -2, 0, 2, -1, 1, -1, 0, 2, -2, 1, -1];
const by = (shift: number, noise = 1) => BASELINE.map((value, i) => value + shift + noise * NOISE[i]);
const say = (...outcomes: readonly (readonly [string, readonly number[]])[]) =>
  brief(effects(outcomes.map(([name, values]) => matched([BASELINE, values], "down", name, "5 years")))).join("\n");

it("names what differs with its interval, then what cannot be told, then what is the same", () => {
  expect(say(["expected_deaths", by(-6, 3)], ["trips", by(0.2)], ["arrivals", BASELINE])).toBe(
    `s1 against none, 5 years, 12 pairs.
  Different: expected deaths 12 % lower (7 to 17).
  No detectable difference: trips -1.4 to +2.2 %.
  The same in every pair: arrivals.
  Brackets and ranges are 95 % intervals of the paired difference.`,
  );
});

it("says that nothing differs, and that few pairs are a hint", () => {
  const few = [BASELINE.slice(0, 4), by(0.2).slice(0, 4)] as const;
  const said = brief(effects([matched(few, "down", "trips", "5 years")]));
  expect(said[0]).toMatch(/4 pairs; fewer than 10: indicative only\.$/);
  expect(said[1]).toBe("  Different: nothing that was looked at.");
});

it("sets apart what would be told by itself and is not among all that was looked at", () => {
  const others = Array.from({ length: 19 }, (_, i) => [`other_${i}`, by(0.2)] as const);
  expect(say(["expected_deaths", by(1.2)])).toMatch(/Different: expected deaths 2\.4 % higher/);
  expect(say(["expected_deaths", by(1.2)], ...others)).toMatch(
    /Not told among 20 comparisons, .*: expected deaths \+0\.6\d* to \+4\.\d %\./,
  );
});

it("says nothing of nothing", () => expect(brief([])).toEqual([]));
