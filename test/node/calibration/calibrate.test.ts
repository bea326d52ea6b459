/** Planted parameters are found again, what has no effect is said to be unknown, and a calibration survives a kill. */
import fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formatIssues } from "../../../src/formats/issue-text.ts";
import { layCalibration } from "../../../src/node/calibration/calibration-folder.ts";
import { planCalibration } from "../../../src/node/calibration/plan-calibration.ts";
import { loadEnsemble } from "../../../src/node/ensemble.ts";
import { planExperiment } from "../../../src/node/experiment.ts";
import { corridor, type Ended } from "../../cli/sweeps.ts";
import { fixture, tiny } from "../../fixtures/tiny.ts";
import { IDLE, PLANTED, writeCalibration } from "./corridor.ts";

const MINUTES = 5 * 60_000;

let folder: string;
let killed: Ended;
let found: Ended;
beforeAll(async () => {
  folder = fs.mkdtempSync(join(tmpdir(), "corridor-calibrate-"));
  await writeCalibration(folder, "first: 60, keep: 20, luck: 6, runs: 140");
  fs.copyFileSync(fixture("tiny-shaping.yaml"), join(folder, "tiny-shaping.yaml"));
  killed = corridor(["calibrate", "./planted.yaml", "--out", "planted", "--workers", "1"], folder, "renameSync:9");
  found = corridor(["resume", "planted", "--workers", "1"], folder);
}, MINUTES);
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const rows = (of: string, file: string): Record<string, string>[] =>
  parse(fs.readFileSync(join(folder, of, file), "utf8"), { columns: true });

describe("calibrate", () => {
  it("finds planted parameters again", () => {
    expect(found).toMatchObject({ status: 0, err: expect.not.stringContaining("rror") });
    const told = new Map(rows("planted", "identifiability.csv").map((row) => [row.parameter, row]));
    for (const [parameter, value] of Object.entries(PLANTED)) {
      const row = told.get(parameter);
      expect([parameter, row?.verdict]).not.toEqual([parameter, "not identified"]);
      expect(Number(row?.low)).toBeLessThan(value);
      expect(Number(row?.high)).toBeGreaterThan(value);
    }
  });

  it("says that a parameter without effect is not identified", () => {
    const row = rows("planted", "identifiability.csv").find(({ parameter }) => parameter === IDLE);
    expect(row?.verdict).toBe("not identified");
    expect(fs.readFileSync(join(folder, "planted", "summary.md"), "utf8")).toMatch(new RegExp(`Not identified.*${IDLE}`));
  });

  it("says that the defaults, which are not what was planted, lie outside, and where nothing was accepted", () => {
    expect(found.out).toMatch(/The shipped values have a misfit of [\d.]+ and lie outside the ensemble/);
    const regions = rows("planted", "rejected.csv");
    expect(regions.some(({ parameter, from }) => parameter === "communities.villagers.births" && Number(from) > 12_000)).toBe(
      true,
    );
  });

  it("checks every figure with luck that was not fitted to, the held-out one apart", () => {
    const checks = rows("planted", "checks.csv");
    expect(checks.filter(({ fitted }) => fitted === "FALSE").map(({ target }) => target)).toEqual(["arrivals-2015"]);
    expect(checks.filter(({ fitted }) => fitted === "TRUE")).toHaveLength(3);
    for (const { mean, inside, published_low: low, published_high: high } of checks) {
      expect(inside === "TRUE").toBe(Number(mean) >= Number(low) && Number(mean) <= Number(high));
    }
  });

  it("leaves an ensemble that is valid, as a document and as the points of an experiment", async () => {
    expect((await loadEnsemble(join(folder, "planted", "ensemble.yaml"))).issues).toEqual([]);
    const accepted = rows("planted", "accepted.csv");
    const weights = accepted.map(({ weight }) => Number(weight));
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
    const { document } = await loadEnsemble(join(folder, "planted", "ensemble.yaml"));
    const played = accepted.map((row) =>
      Object.keys(row)
        .filter((key) => key.startsWith("x_"))
        .map((key) => Number(row[key])),
    );
    expect(document?.sets.map(({ values }) => values)).toEqual(played); // what is written is what was played
    const experiment = [
      "format: corridor/experiment@1\nname: over\necosystems: [./tiny.yaml]\n",
      "uncertainties: { legs.coast-port.wreck: { low: 0.01, high: 0.16 }, communities.villagers.births: { low: 4000, high: 24000 } }\n",
      `design: { kind: imported, file: planted/accepted.csv, ignore: [set, try, weight, misfit, ${IDLE}] }\n`,
    ];
    fs.writeFileSync(join(folder, "over.yaml"), experiment.join(""));
    const { plan, issues } = await planExperiment({ experiment: join(folder, "over.yaml") });
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(plan?.points).toHaveLength(weights.length);
  });
});

describe("a killed calibration", () => {
  it(
    "goes on, plays nothing twice, and comes out as one that was never killed",
    () => {
      expect(killed.signal).toBe("SIGKILL");
      // The defaults, all waves, and the accepted sets with the defaults once more.
      const [, played] = /planted: (\d+) runs played/.exec(found.out) ?? [];
      expect(Number(played)).toBeLessThan(6 + 140 + 21);
      const again = corridor(["reproduce", "planted", "--workers", "1"], folder);
      expect(again).toMatchObject({ status: 0, out: expect.not.stringContaining("different") });
      expect(again.out).toContain("same       accepted.csv");
    },
    MINUTES,
  );

  it("keeps to its folder: another calibration does not go there", async () => {
    const { plan } = await planCalibration({ calibration: join(folder, "planted.yaml"), seed: "other" });
    if (!plan) throw new Error("no plan");
    expect(() => layCalibration(join(folder, "planted"), plan)).toThrow("the folder holds another calibration");
  });
});

describe("compare over an ensemble", () => {
  it(
    "plays each pair with a set of its own and luck of its own, and says so",
    () => {
      const argv = [
        "compare",
        "./tiny.yaml",
        "./tiny-shaping.yaml",
        "--ensemble",
        "planted/ensemble.yaml",
        "--scale",
        "400",
        "--end",
        "2015-04-26",
      ];
      const { status, out, err } = corridor([...argv, "-n", "6", "-w", "1", "--out", "pairs", "-q"], folder);
      expect({ status, err }).toEqual({ status: 0, err: "" });
      expect(out).toContain("drawn by weight, with luck of its own: intervals cover these parameters and luck");
      const runs = rows("pairs", "runs.csv");
      expect(new Set(runs.map(({ seed }) => seed)).size).toBe(6);
      const sets = new Map(runs.map((row) => [row.seed, row.point]));
      expect(new Set(sets.values()).size).toBeGreaterThan(1);
      // Both runs of a pair play the same set.
      for (const row of runs) expect(row.point).toBe(sets.get(row.seed));
      const effects = rows("pairs", "effects.csv");
      expect(new Set(effects.map(({ point }) => point))).toEqual(new Set(["ensemble planted"]));
      // A ratio may have no value in a pair.
      expect(Math.max(...effects.map(({ n }) => Number(n)))).toBe(6);
      expect(rows("pairs", "pairs.csv").every(({ identity_holds: holds }) => holds === "TRUE")).toBe(true);
    },
    MINUTES,
  );

  it("refuses an ensemble of another ecosystem", async () => {
    const { ecosystem } = await tiny();
    const { issues } = await loadEnsemble(join(folder, "planted", "ensemble.yaml"), { ...ecosystem, name: "other" });
    expect(formatIssues(issues)).toMatch(/ensemble\.yaml:\d+:\d+ .*accepted for tiny, not for other/);
  });

  it("warns when its ecosystem has other numbers now, and not when it only has other words", async () => {
    const { ecosystem } = await tiny();
    const file = join(folder, "planted", "ensemble.yaml");
    const warnings = async (changed: typeof ecosystem) => (await loadEnsemble(file, changed)).issues;
    const leg = ecosystem.legs["coast-port"] as (typeof ecosystem.legs)[string];
    const withDeath = (change: Partial<typeof leg.death>): typeof ecosystem => ({
      ...ecosystem,
      legs: { ...ecosystem.legs, "coast-port": { ...leg, death: { ...leg.death, ...change } } },
    });
    expect(await warnings({ ...ecosystem, about: "Other words." })).toEqual([]);
    expect(await warnings(withDeath({ note: "other words", source: "somewhere" }))).toEqual([]);
    const [issue, ...others] = await warnings(withDeath({ value: leg.death.value * 1.01 }));
    expect(others).toEqual([]);
    expect(issue).toMatchObject({ severity: "warning", message: expect.stringContaining("tiny had other numbers") });
  });
});
