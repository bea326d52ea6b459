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
  const shipped = (ecosystem: string, dates: readonly string[], only: readonly string[], ...more: string[]) => {
    const out = `${ecosystem}-${more.length}-${only.join("-")}`;
    const quick = ["--start", ...dates, "--scale", "800", "-n", "3", "--no-cache", "--quiet", "-w", "1", "--out", out];
    const { status } = corridor(["check", ecosystem, "--only", only.join(","), ...quick, ...more], folder);
    return { status, verdicts: verdicts(out) };
  };

  it.each([
    {
      ecosystem: "sahel",
      dates: ["2014-12-29", "--end", "2016-01-03"],
      broken: {
        "risk-is-below-threshold": { "smugglers.perceivedRisk.prior": 2 },
        "officials-are-paid": { "services.passage.fee": 900 },
      },
    },
    {
      ecosystem: "central-mediterranean",
      dates: ["2016-12-26", "--end", "2017-12-31"],
      broken: { "ransoms-of-two-thousand": { "conduct.predatory.ransom": 20000 } },
    },
  ])("$ecosystem", ({ ecosystem, dates, broken }) => {
    const sound = shipped(ecosystem, dates, Object.keys(broken));
    expect(sound.status).toBe(0);
    for (const [fact, parameters] of Object.entries(broken)) {
      expect(sound.verdicts[fact], fact).toMatch(/holds|not told/);
      const set = Object.entries(parameters).flatMap(([path, value]) => [`${path}.high=${value}`, `${path}.value=${value}`]);
      const { status, verdicts: found } = shipped(ecosystem, dates, [fact], ...set.flatMap((one) => ["--set", one]));
      expect({ status, verdict: found[fact] }, fact).toEqual({ status: 3, verdict: "fails" });
    }
  });
});
