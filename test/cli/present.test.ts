/** Numbers, lines of bars, tables and commands as people read them. */
import { describe, expect, it } from "vitest";
import { counted, formatNumber, formatQuantity, sparkline } from "../../src/cli/present/number.ts";
import { estimateText } from "../../src/cli/present/run-summary.ts";
import { textTable, wrap } from "../../src/cli/present/text-table.ts";
import { repeatCommand } from "../../src/cli/repeat.ts";

describe("numbers", () => {
  it("have their thousands apart and the digits asked for", () => {
    expect([0, 999, 1000, 1234567, -1234.5].map((value) => formatNumber(value))).toEqual([
      "0",
      "999",
      "1,000",
      "1,234,567",
      "-1,235",
    ]);
    expect(formatNumber(1234.567, 2)).toBe("1,234.57");
    expect(formatNumber(-0.001, 1)).toBe("0.0");
    expect(formatNumber(Number.NaN)).toBe("–");
  });

  it("are written as parameters the way people write them", () => {
    expect([0, 0.35, 1300, 0.1 + 0.2, 0.00002, 5e9].map(formatQuantity)).toEqual(["0", "0.35", "1300", "0.3", "2e-5", "5e+9"]);
  });

  it("are counted in the singular and plural", () => {
    expect([counted(1, "run"), counted(2, "run"), counted(1000, "community", "communities")]).toEqual([
      "1 run",
      "2 runs",
      "1,000 communities",
    ]);
  });

  it("become bars from nothing to the largest", () => {
    expect(sparkline([0, 50, 100])).toBe("▁▅█");
    expect(sparkline([10, Number.NaN, 10])).toBe("█ █");
    expect(sparkline([0, 0])).toBe("▁▁");
  });
});

describe("an estimate", () => {
  const share = { outcome: "any", label: "any", about: "any", digits: 0, percent: true };
  const said = (low: number, high: number) => estimateText({ estimate: { mean: 0.48, low, high, n: 3 } }, share);

  it("has half of its interval, or its ends where an outcome can go no further", () => {
    expect(said(0.38, 0.58)).toBe("48 % ±10 %");
    expect(said(0, 1)).toBe("48 % (0 % to 100 %)");
    expect(said(Number.NaN, Number.NaN)).toBe("48 %");
  });
});

describe("text", () => {
  it("stands in columns, numbers right, without blanks at the ends", () => {
    const table = textTable(
      [{ head: "name" }, { head: "n", align: "right" }],
      [
        ["é", "10"],
        ["long", "5"],
      ],
    );
    expect(table).toBe("name   n\né     10\nlong   5\n");
  });

  it("is broken between words", () => {
    expect(wrap("one two three", 8, "  ")).toBe("  one\n  two\n  three\n");
    expect(wrap("one two three", 9, "  ")).toBe("  one two\n  three\n");
  });
});

describe("a command to repeat", () => {
  it("is the one that was typed, with other values", () => {
    const argv = ["run", "x.yaml", "-s", "a", "--seed=5", "--set", "a.b=1", "--json", "-n", "20"];
    expect(repeatCommand(argv, { seed: "77", replicates: "1" })).toBe(
      "corridor run x.yaml -s a --set a.b=1 --seed 77 --replicates 1",
    );
  });

  it("can drop an option, and quotes what a shell would take apart", () => {
    expect(repeatCommand(["run", "my file", "--out", "r"], { out: undefined, seed: "it's" })).toBe(
      String.raw`corridor run 'my file' --seed 'it'\''s'`,
    );
    expect(repeatCommand(["run", "x"], { strategy: "<strategy>" })).toBe("corridor run x --strategy <strategy>");
  });
});
