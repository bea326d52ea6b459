import { describe, expect, it } from "vitest";
import { compareCommand } from "../../src/cli/repeat.ts";

describe("the comparison that belongs to a run", () => {
  it("is in the same world, with the options that a comparison knows", () => {
    const argv = [
      "-q",
      "run",
      "sea",
      "-s",
      "lists",
      "-n",
      "3",
      "--scale",
      "20",
      "--set",
      "a b=1",
      "--check",
      "--out",
      "x",
      "--record",
      "every=2",
    ];
    expect(compareCommand(argv, "lists")).toBe("corridor compare sea --scale 20 --set 'a b=1' lists");
  });

  it("leaves a place for a strategy that has no name there", () => {
    expect(compareCommand(["run", "sea"], "<strategy>")).toBe("corridor compare sea <strategy>");
  });
});
