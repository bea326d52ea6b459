/** Shipped experiments, and the template of one: they are valid, can be analysed as they ask, and say what they cost. */
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { foresee } from "../../src/cli/foresee.ts";
import { ANALYSIS_BY_KIND } from "../../src/experiment/analyses/index.ts";
import { ANALYSIS_KINDS } from "../../src/experiment/analyses/kinds.ts";
import { type PlannedExperiment, planExperiment } from "../../src/node/experiment.ts";
import { namesIn, ROOT } from "./documents.ts";

const path = (file: string) => new URL(file, ROOT).pathname;
/** Says at once what it would cost. */
const QUICK = { scale: "1000", end: "2019-12-29" };

describe.each([...namesIn("experiments"), path("templates/experiment.yaml")])("experiment %s", (experiment) => {
  let planned: PlannedExperiment;
  beforeAll(async () => {
    planned = await planExperiment({ experiment });
  });

  test("is valid without a warning", () => {
    expect(planned.issues).toEqual([]);
    expect(planned.plan).toBeDefined();
  });

  test("asks for analyses that can be made of it", () => {
    const { plan } = planned;
    expect(plan?.analyses.length).toBeGreaterThan(0);
    const problems = plan?.analyses.flatMap((kind) => ANALYSIS_BY_KIND.get(kind)?.problems(plan) ?? [`no analysis ${kind}`]);
    expect(problems).toEqual([]);
  });

  test("can be played: a dry run tells runs, minutes and megabytes", async () => {
    const { plan } = await planExperiment({ experiment, ...QUICK });
    expect(plan && foresee(plan, {})).toMatch(/ = [\d,]+ runs\nabout .* on \d+ cores? .*\nabout .* MB on the disk\n/);
  });
});

describe.each(namesIn("experiments"))("shipped experiment %s", (name) => {
  test("has the name of its file, and says how many runs it plays and how long that takes", async () => {
    const { plan } = await planExperiment({ experiment: name });
    expect(plan?.name).toBe(name);
    expect(plan?.about).toContain(`${plan?.runs.toLocaleString("en")} runs, about`);
    expect(plan?.about).toMatch(/runs, about (a minute|\d+ minutes) on two cores\.$/);
  });

  test("takes the ranges of the ecosystem, whose sources and grades are stated there", () => {
    const text = readFileSync(path(`experiments/${name}.yaml`), "utf8");
    const own = [...text.matchAll(/^ {2}(\S+): \{ low/gm)].map(([, knob = ""]) => knob);
    expect(own.filter((knob) => !knob.startsWith("instruments."))).toEqual([]);
  });
});

test("every analysis of the schema is in the catalogue", () => {
  expect([...ANALYSIS_BY_KIND.keys()].sort()).toEqual([...ANALYSIS_KINDS].sort());
});
