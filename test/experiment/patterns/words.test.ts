/** Claims in words: why an interval without zero is not told, and no fall by more than everything. */
import { expect, it } from "vitest";
import { measure } from "../../../src/experiment/compare/effect.ts";
import { claimSchema } from "../../../src/experiment/patterns/schema.ts";
import { judgeClaims } from "../../../src/experiment/patterns/verdict.ts";
import { claimWords } from "../../../src/experiment/patterns/words.ts";

const OUTCOME = { name: "attempts", type: "number", unit: "persons", about: "attempts", is: "flow", better: "neither" } as const;
const CLAIM = claimSchema.parse({ title: "x", arm: "closed", outcome: "attempts", period: "2 years", expect: "lower" });

/** What is said of three pairs, looked at beside so many others that tell nothing. */
function said(arm: readonly number[], others: number, signed = false) {
  const against = Float64Array.of(100, 101, 99);
  const outcome = signed ? ({ ...OUTCOME, signed: true } as const) : OUTCOME;
  const period = { name: "2 years", from: 0, to: 104 };
  const pairOf = (values: readonly number[]) => {
    const [measured] = measure({ outcome, period, strategies: ["none", "closed"], values: [against, Float64Array.from(values)] });
    if (!measured) throw new Error("no difference");
    const { value, low, high } = measured.difference;
    const change = { value: value / 100, low: low / 100, high: high / 100 };
    return { measured, change, differences: against.map((other, i) => (values[i] ?? 0) - other) };
  };
  const pair = pairOf(arm);
  const rows = [pair, ...Array.from({ length: others }, () => pairOf([104, 95, 101]))].map((one) => ({
    claim: CLAIM,
    pair: one,
  }));
  const [judged] = judgeClaims(rows);
  if (!judged) throw new Error("nothing was judged");
  return claimWords({ name: "probe", claim: CLAIM, reason: "", pair, ...judged });
}

it("says that a claim is told alone, and not among many", () => {
  expect(said([0, 30, 10], 35)).toMatch(
    /expected lower; is -8\d % \(.*\): not told: told alone, but not among 36 claims \(p = 0\.\d+ after Holm's correction\)\.$/,
  );
  expect(said([0, 30, 10], 0)).toMatch(/: holds\.$/);
  expect(said([80, 120, 95], 35)).toMatch(/: not told\.$/);
});

it("ends an interval where nothing is left", () => {
  expect(said([0, 30, 5], 35)).toContain("95 % interval -100 to ");
  expect(said([0, 30, 5], 35, true)).toMatch(/95 % interval -1[1-9]\d to /);
});
