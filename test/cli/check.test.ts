/** A check that holds ends well; a broken parameter fails it and ends with 3; what is known to fail is no surprise. */
import fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fixture } from "../fixtures/tiny.ts";
import { corridor, rowsOf } from "./sweeps.ts";

let folder: string;
beforeAll(() => {
  folder = fs.mkdtempSync(join(tmpdir(), "corridor-check-"));
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const check = (out: string, ...more: string[]) => {
  const quick = ["--end", "2015-12-27", "--scale", "100", "-n", "3", "--no-cache", "--quiet", "--out", out];
  return corridor(["check", fixture("tiny.yaml"), "--checks", fixture("tiny-checks.yaml"), ...quick, ...more], folder);
};
const verdicts = (out: string) =>
  Object.fromEntries(
    rowsOf(join(folder, out), "facts.csv").map((row) => [row.split(",")[0], /,(holds|fails|not told),/.exec(row)?.[1]]),
  );

it("facts hold at the defaults, and what is known to fail is said and is no failure", () => {
  const { status, out, err } = check("sound");
  expect({ status, err }).toEqual({ status: 0, err: expect.not.stringContaining("error") });
  expect(verdicts("sound")).toMatchObject({ "deaths-are-few": "holds", "arrivals-are-a-crowd": "fails" });
  expect(out).toMatch(/Known: The corridor is small/);
});

it("a broken parameter fails one", () => {
  const { status, out } = check("broken", "--set", "communities.villagers.births=1");
  expect(status).toBe(3);
  expect(verdicts("broken")).toMatchObject({ "somebody-leaves": "fails" });
  expect(out).toMatch(/FAILS - People leave/);
});

describe("a broken parameter of a shipped ecosystem fails a shipped fact that it does not fail unbroken", () => {
  const quick: Record<string, readonly string[]> = {
    sahel: ["--end", "2016-01-03", "--scale", "400", "-n", "3"],
    "central-mediterranean": ["--end", "2017-12-31", "--scale", "600", "-n", "2"],
  };
  const shipped = (ecosystem: string, only: string, ...more: string[]) => {
    const out = `${ecosystem}-${more.length}-${only.length}`;
    const args = [
      "check",
      ecosystem,
      ...(quick[ecosystem] ?? []),
      "--only",
      only,
      "-w",
      "1",
      "--no-cache",
      "--quiet",
      "--out",
      out,
    ];
    return { ...corridor([...args, ...more], folder), verdicts: () => verdicts(out) };
  };

  it.each([
    ["sahel", "risk-is-below-threshold", "smugglers.perceivedRisk.prior", 0.6],
    ["sahel", "officials-are-paid", "services.passage.fee", 900],
    ["central-mediterranean", "ransoms-of-two-thousand", "conduct.predatory.ransom", 20000],
  ] as const)("%s: %s", (ecosystem, fact, parameter, value) => {
    const sound = shipped(ecosystem, fact);
    expect({ status: sound.status, verdict: sound.verdicts()[fact] }).toEqual({
      status: 0,
      verdict: expect.stringMatching(/holds|not told/),
    });
    const broken = shipped(ecosystem, fact, "--set", `${parameter}.high=${value}`, "--set", `${parameter}.value=${value}`);
    expect({ status: broken.status, verdict: broken.verdicts()[fact] }).toEqual({ status: 3, verdict: "fails" });
  });
});
