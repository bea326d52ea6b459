import { describe, expect, it } from "vitest";
import type { SplitRow } from "../../../src/experiment/decompose/split-rows.ts";
import { splitWords } from "../../../src/experiment/decompose/words.ts";

const row = (part: string, is: "part" | "sum", value: number, low: number, high: number): SplitRow => ({
  ...{ outcome: "harm_index_expected", period: "5 years", part, about: "", is, base: 100 },
  difference: { mean: value, low, high, n: 12 },
  percent: { value, low, high, n: 12 },
  perDeparture: { mean: value, low, high, n: 12 },
});

describe("a split in words", () => {
  it("states what has an interval without zero, and names the rest as not told", () => {
    const rows = [
      row("volume", "part", 3.1, -0.2, 6.4),
      row("shaping-incumbents", "part", -5.4, -8.3, -2.2),
      row("outside-trips", "part", 0, 0, 0),
      row("residual", "part", 1e-9, -1e-9, 2e-9),
      row("total", "sum", -2.3, -6, 1.4),
    ];
    expect(splitWords(rows)).toBe(
      "expected harm, 5 years, in per cent of the baseline: -2 (95 % interval -6 to +1). Of it: other conduct of incumbents never listed -5 (95 % interval -8 to -2). Not told from nothing: more or fewer trips.",
    );
  });
});
