/** Wrong experiments as people write them: each mistake at its place, with what is allowed, and nothing that only follows from it. */
import fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formatIssues } from "../../src/formats/issue-text.ts";
import { planExperiment } from "../../src/node/experiment.ts";
import { fixture } from "../fixtures/tiny.ts";

const SOUND = `format: corridor/experiment@1
name: e
ecosystems: [./tiny.yaml]
strategies: [none, ./tiny-shaping.yaml]
uncertainties:
  enablers.reviewWeeks: { low: 2, high: 8 }
design: { kind: latin-hypercube, points: 3 }
run: { end: 2015-04-26, scale: 15, warmupWeeks: 4, replicates: 2 }
record: { every: 4 weeks }
analyses: [effects]
`;
const RANGE = "enablers.reviewWeeks: { low: 2, high: 8 }";
const DESIGN = "{ kind: latin-hypercube, points: 3 }";
const STRATEGIES = "[none, ./tiny-shaping.yaml]";

let folder: string;
beforeAll(() => {
  folder = fs.mkdtempSync(join(tmpdir(), "corridor-experiments-"));
  for (const file of ["tiny.yaml", "tiny-shaping.yaml"]) fs.copyFileSync(fixture(file), join(folder, file));
  fs.writeFileSync(join(folder, "points.csv"), "enablers.reviewWeek,design_row\n3,1\n");
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

async function complaints(before: string, after: string): Promise<string[]> {
  expect(SOUND).toContain(before);
  const file = join(folder, "e.yaml");
  fs.writeFileSync(file, SOUND.replace(before, after));
  const { issues } = await planExperiment({ experiment: file });
  const text = formatIssues(issues).replaceAll(`${folder}/`, "").trimEnd();
  return text === "" ? [] : text.split("\n");
}

it("finds nothing wrong with a sound one", async () => expect(await complaints("name: e", "name: e")).toEqual([]));

describe("an experiment with", () => {
  it.each<[string, string, string, RegExp[]]>([
    [
      "a wrong path",
      "reviewWeeks",
      "reviewWeek",
      [/^e\.yaml:6:24 .*not something that the ecosystem has.*Did you mean enablers\.reviewWeeks\?$/],
    ],
    [
      "low above high",
      "{ low: 2, high: 8 }",
      "{ low: 8, high: 2 }",
      [/^e\.yaml:6:25 .*a low of 8 and a high of 2 — allowed: low < high$/],
    ],
    [
      "no low and high",
      RANGE,
      "conduct.coercive.severity: {}",
      [/^e\.yaml:6:30 .*no low or high in the ecosystem.*0 to 1 share; its value is 0\.67$/],
    ],
    ["a switch as a range", RANGE, "mechanisms.gossip: {}", [/^e\.yaml:6:\d+ .*is no quantity.*allowed: values/]],
    [
      "values and a range",
      "{ low: 2, high: 8 }",
      "{ values: [2, 3], low: 2 }",
      [/^e\.yaml:6:25 .*has values, and low or high too/],
    ],
    [
      "a value that cannot be",
      "{ low: 2, high: 8 }",
      "{ values: [2, many] }",
      [/^e\.yaml:6:25 .*cannot be "many": .*allowed: a whole number/],
    ],
    [
      "an unknown design",
      "latin-hypercube",
      "latin-hypercub",
      [/^e\.yaml:7:17 design\.kind: unknown kind.*Did you mean latin-hypercube\?$/],
    ],
    ["a design without points", ", points: 3", "", [/^e\.yaml:7:1 design: key "points" is missing/]],
    [
      "a count that is no power of two",
      DESIGN,
      "{ kind: sobol, points: 30 }",
      [/^e\.yaml:7:32 design\.points: 30 is no power of two.*use 16 or 32$/],
    ],
    [
      "no design",
      `design: ${DESIGN}\n`,
      "",
      [/^e\.yaml:6:3 uncertainties: vary, and no design says how — allowed: design: .*morris/],
    ],
    ["nothing to vary", `uncertainties:\n  ${RANGE}\n`, "", [/^e\.yaml:5:9 design: there is nothing to vary$/]],
    [
      "points of unknown names",
      DESIGN,
      "{ kind: list, points: [{ enablers.reviewWeks: 3 }, { enablers.reviewWeeks: x }] }",
      [
        /^e\.yaml:7:32 design\.points\[0\]: no dimension.*Did you mean enablers\.reviewWeeks\?$/,
        /^e\.yaml:7:60 design\.points\[1\]: .*takes a number, not x$/,
      ],
    ],
    [
      "a CSV file with unknown columns",
      DESIGN,
      "{ kind: imported, file: points.csv }",
      [
        /^e\.yaml:7:33 design\.file: points\.csv, column "design_row"/,
        /"enablers\.reviewWeek".*perhaps enablers\.reviewWeeks is meant$/,
        /no column is a dimension/,
      ],
    ],
    [
      "a CSV file that is not there",
      DESIGN,
      "{ kind: imported, file: no.csv }",
      [/^e\.yaml:7:33 design\.file: there is no file no\.csv/],
    ],
    ["an unknown strategy", STRATEGIES, "[none, shapin]", [/^e\.yaml:4:20 strategies\[1\]: .*"shapin".*Did you mean shaping\?$/]],
    ["no strategy", STRATEGIES, "[]", [/^e\.yaml:4:13 strategies: the list has 0 items/]],
    ["a strategy twice", STRATEGIES, "[none, none]", [/^e\.yaml:4:20 strategies\[1\]: none is there twice$/]],
    [
      "a wrong baseline",
      "analyses:",
      "baseline: shaping\nanalyses:",
      [/^e\.yaml:10:11 baseline: .*allowed: none, tiny-shaping$/],
    ],
    ["a per cent sign", "low: 2,", "low: 25%,", [/^e\.yaml:6:32 .*\.low: expected a number, found "25%": write 0\.25/]],
    [
      "changes that lead nowhere",
      "analyses:",
      "set: { migrants.prise: 2, instruments.rounds.clarty: 1 }\nanalyses:",
      [
        /^e\.yaml:10:\d+ migrants\.prise: there is no "prise"/,
        /^e\.yaml:10:\d+ instruments\.rounds\.clarty: .*Did you mean instruments\.rounds\.clarity\?$/,
      ],
    ],
    [
      "an unknown outcome",
      "every: 4 weeks",
      "outcomes: [harm_indx]",
      [/^e\.yaml:9:22 record\.outcomes\[0\]: .*Did you mean harm_index\?$/],
    ],
    [
      "a date after the end",
      "every: 4 weeks",
      "from: 2031-01-01",
      [/^e\.yaml:9:17 record\.from: .*after the last week — allowed: a date up to 2015-04-20$/],
    ],
    [
      "an analysis that cannot be made",
      "[effects]",
      "[effects, decomposition]",
      [/^e\.yaml:10:21 analyses\[1\]: decomposition: the runs were not split/],
    ],
    ["an unknown analysis", "[effects]", "[effect]", [/^e\.yaml:10:12 analyses\[0\]: .*Did you mean effects\?$/]],
    ["a misspelt key", "design:", "desing:", [/^e\.yaml:7:1 desing: unknown key.*Did you mean design\?$/]],
    [
      "a misspelt format",
      "experiment@1",
      "experiments@1",
      [/^e\.yaml:1:9 format: .*experiments.*allowed: corridor\/experiment@1$/],
    ],
    [
      "several mistakes",
      RANGE,
      "enablers.reviewWeek: {}\n  migrants.price: { low: 9, high: 1 }\nbaseline: x",
      [/^e\.yaml:6:\d+ /, /^e\.yaml:7:\d+ /, /^e\.yaml:8:\d+ baseline/],
    ],
  ])("%s", async (_, before, after, expected) => {
    const found = await complaints(before, after);
    expect(found).toEqual(expected.map((pattern) => expect.stringMatching(pattern)));
  });

  it("windows longer than its span is refused, not broken", async () => {
    const found = await complaints(
      "replicates: 2 }\nrecord: { every: 4 weeks }",
      "replicates: 2, recordWeeks: 52 }\nrecord: { decompose: true }",
    );
    expect(found).toEqual([expect.stringMatching(/^e\.yaml:9:\d+ record\.decompose: cannot be: .*no window of 52 weeks ends/)]);
  });
});

it("a change of an instrument holds for the strategies that have it", async () => {
  const file = join(folder, "set.yaml");
  fs.writeFileSync(file, `${SOUND}set: { instruments.rounds.clarity: 0.5 }\n`);
  const { issues, plan } = await planExperiment({ experiment: file });
  expect(issues).toEqual([]);
  expect(plan?.strategies[1]?.instruments.rounds).toMatchObject({ clarity: { value: 0.5 } });
});

it("a name of something else is said to be that", async () => {
  const { issues } = await planExperiment({ experiment: "shaping" });
  expect(formatIssues(issues)).toMatch(/^"shaping" is a strategy, expected the name of an experiment — allowed: .*first-look/);
});
