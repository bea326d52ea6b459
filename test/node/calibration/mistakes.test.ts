/** Wrong calibrations as people write them: each mistake at its place, with what is allowed. */
import fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formatIssues } from "../../../src/formats/issue-text.ts";
import { planCalibration } from "../../../src/node/calibration/plan-calibration.ts";
import { fixture } from "../../fixtures/tiny.ts";

const SOUND = `format: corridor/calibration@1
name: c
ecosystem: ./tiny.yaml
strategy: none
years: { from: 2015, until: 2015 }
targets:
  arrivals-2015: { discrepancy: 0.2 }
leaveOut: []
parameters:
  legs.coast-port.wreck: { low: 0.02, high: 0.1 }
run: { scale: 15, warmupWeeks: 4 }
`;

let folder: string;
let ecosystem: string;
beforeAll(() => {
  folder = fs.mkdtempSync(join(tmpdir(), "corridor-calibrations-"));
  ecosystem = fs.readFileSync(fixture("tiny.yaml"), "utf8");
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

async function complaints(before: string, after: string, fitting = "fitting: { from: 2015, until: 2015 }"): Promise<string[]> {
  expect(SOUND).toContain(before);
  fs.writeFileSync(join(folder, "tiny.yaml"), `${ecosystem}\n${fitting}\n`);
  const file = join(folder, "c.yaml");
  fs.writeFileSync(file, SOUND.replace(before, after));
  const { issues } = await planCalibration({ calibration: file });
  const text = formatIssues(issues).replaceAll(`${folder}/`, "").trimEnd();
  return text === "" ? [] : text.split("\n");
}

it("finds nothing wrong with a sound one", async () => expect(await complaints("name: c", "name: c")).toEqual([]));

describe("a calibration with", () => {
  it.each<[string, string, string, RegExp]>([
    [
      "a year that is kept for checks",
      "until: 2015",
      "until: 2016",
      /^c\.yaml:5:29 years\.until: opens 2016, which tiny keeps closed — allowed: 2015 to 2015; all other years are kept/,
    ],
    ["years that end before they begin", "from: 2015", "from: 2016", /^c\.yaml:5:29 years\.until: lies before 2016/],
    ["a year that nobody plays", "from: 2015", "from: 2012", /2012 lies outside the ecosystem — allowed: 2015 to 2016/],
    ["an unknown figure", "arrivals-2015:", "arrivals-2051:", /^c\.yaml:7:\d+ .*no figure called arrivals-2051.*arrivals-2015/],
    ["an unknown figure left out", "leaveOut: []", "leaveOut: [deaths]", /^c\.yaml:8:12 .*no figure called deaths/],
    ["nothing to fit", "leaveOut: []", "leaveOut: [arrivals-2015]", /^c\.yaml:5:8 years: have no published figure/],
    ["an unknown parameter", "coast-port.wreck", "coast-port.wrek", /^c\.yaml:10:\d+ .*Did you mean legs\.coast-port\.wreck\?$/],
    ["a prior that has no ends", "{ low: 0.02, high: 0.1 }", "{}", /^c\.yaml:10:\d+ .*has no low or high in the ecosystem/],
    [
      "a figure without a band",
      "{ discrepancy: 0.2 }",
      "{}\n  own: { figure: { title: Own, metric: departures, year: 2015, value: 900 } }",
      /^c\.yaml:8:\d+ targets\.own\.figure\.value: own has no band/,
    ],
    [
      "a figure of no outcome",
      "{ discrepancy: 0.2 }",
      "{}\n  own: { figure: { title: Own, metric: departure, year: 2015, value: { value: 9, low: 8, high: 10 } } }",
      /no outcome is called departure .*Did you mean departures\?$/,
    ],
    ["an unknown key", "leaveOut", "leaveout", /^c\.yaml:8:1 .*unknown key "leaveout".*Did you mean leaveOut\?$/],
    ["an unknown ecosystem", "./tiny.yaml", "./tinny.yaml", /^c\.yaml:3:12 .*tinny\.yaml/],
  ])("%s", async (_, before, after, expected) => {
    const found = await complaints(before, after);
    expect(
      found.some((line) => expected.test(line)),
      found.join("\n"),
    ).toBe(true);
  });

  it("an ecosystem that does not say which years may be fitted", async () => {
    const [first] = await complaints("name: c", "name: c", "");
    expect(first).toMatch(/^c\.yaml:5:16 years\.from: cannot be fitted: tiny does not say which of its years may be/);
  });
});
