/** Shipped ensembles fit their ecosystems, and the shipped values lie inside them; shipped calibrations keep to the open years. */
import { describe, expect, it } from "vitest";
import { planCalibration } from "../../src/node/calibration/plan-calibration.ts";
import { loadEnsemble } from "../../src/node/ensemble.ts";
import { resolveScenario } from "../../src/node/scenario.ts";
import { namesIn } from "./documents.ts";

describe.each(namesIn("ensembles"))("ensemble %s", (name) => {
  it("is valid for its ecosystem, whose own values lie among its sets", async () => {
    const { document } = await loadEnsemble(name);
    const { scenario } = await resolveScenario({ scenario: document?.ecosystem ?? "" });
    const { issues, parts } = await loadEnsemble(name, scenario?.ecosystem);
    expect(issues).toEqual([]);
    parts?.knobs.forEach(({ dimension }, d) => {
      const values = parts.imported.map((set) => set[d] as number);
      expect([dimension.name, Math.min(...values) <= dimension.value]).toEqual([dimension.name, true]);
      expect([dimension.name, Math.max(...values) >= dimension.value]).toEqual([dimension.name, true]);
    });
    expect(parts?.knobs.length).toBeGreaterThan(0);
  });
});

describe.each(namesIn("calibrations"))("calibration %s", (name) => {
  it("is valid, holds figures out, and fits none of a year that its ecosystem keeps closed", async () => {
    const { plan, issues } = await planCalibration({ calibration: name });
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
    const { from = 0, until = 0 } = plan?.ecosystem.fitting ?? {};
    expect(plan?.targets.every(({ year }) => year >= from && year <= until)).toBe(true);
    expect(plan?.held.length).toBeGreaterThan(0);
  });
});

it("the template of a calibration is valid as it is", async () => {
  const { issues } = await planCalibration({ calibration: "scenarios/templates/calibration.yaml" });
  expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
});
