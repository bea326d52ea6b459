/** The shipped battery fits any ecosystem, its points are what they say, and mistakes are said at their place. */
import fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MECHANISM_NAMES } from "../../src/core/world/mechanisms.ts";
import { valueAt } from "../../src/experiment/designs/index.ts";
import { planPatterns } from "../../src/node/patterns.ts";
import { fixture } from "../fixtures/tiny.ts";

const tiny = { ecosystem: fixture("tiny.yaml"), battery: "field", quick: false };

let folder: string;
beforeAll(() => {
  folder = fs.mkdtempSync(join(tmpdir(), "corridor-patterns-"));
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

describe("the shipped battery", () => {
  it.each(["central-mediterranean", tiny.ecosystem])("can be tried on %s", async (ecosystem) => {
    const { issues, plan } = await planPatterns({ ...tiny, ecosystem });
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(plan?.strategies.map(({ name }) => name)).toContain("regular");
    expect(plan?.patterns?.tries).toHaveLength(plan?.points.length ?? 0);
  });

  it("switches every mechanism off once, and nothing else", async () => {
    const { plan } = await planPatterns({ ...tiny, tries: ["mechanisms"] });
    if (!plan) throw new Error("no plan");
    const base = plan.points[0];
    plan.patterns?.tries.forEach(({ of, name }, i) => {
      if (of !== "mechanism") return;
      const changed = plan.knobs.flatMap(({ dimension }, d) => {
        const at = plan.points[i]?.[d] ?? Number.NaN;
        return at === base?.[d] ? [] : [`${dimension.name}=${valueAt(dimension, at)}`];
      });
      expect(changed).toEqual([`mechanisms.${name}=false`]);
    });
    expect(plan.patterns?.tries.slice(1).map(({ name }) => name)).toEqual(MECHANISM_NAMES);
  });

  it("takes the parts and patterns that are asked for", async () => {
    const { plan } = await planPatterns({ ...tiny, quick: true, only: ["interdiction-alone"], tries: ["defaults"] });
    expect(plan?.strategies.map(({ name }) => name)).toEqual(["none", "interdict-triple"]);
    expect(plan?.points).toHaveLength(1);
  });
});

describe("mistakes", () => {
  const battery = (change: (text: string) => string): string => {
    const path = join(folder, `battery-${Math.abs(change.toString().length)}.yaml`);
    fs.writeFileSync(path, change(fs.readFileSync(new URL("../../scenarios/patterns/field.yaml", import.meta.url), "utf8")));
    return path;
  };

  it.each<[string, (text: string) => string, RegExp]>([
    [
      "an arm that is not there",
      (text) => text.replace("arm: once, outcome: attempts", "arm: ones, outcome: attempts"),
      /there is no arm ones/,
    ],
    ["an unknown instrument", (text) => text.replace("kind: interdict,", "kind: interdict-all, "), /arms|kind|invalid/i],
    ["a band without ends", (text) => text.replace("expect: between, low: 0.056, high: 0.73", "expect: between"), /low < high/],
    ["a quantity that is not there", (text) => text.replace("migrants.ransomCredit", "migrants.ransomKredit"), /./],
  ])("%s", async (_, change, said) => {
    const { issues, plan } = await planPatterns({ ...tiny, battery: battery(change) });
    expect(plan).toBeUndefined();
    expect(issues.filter(({ severity }) => severity === "error")[0]?.message).toMatch(said);
  });

  it("a pattern that is not there", async () => {
    const { issues } = await planPatterns({ ...tiny, only: ["one-round-leaves"] });
    expect(issues[0]).toMatchObject({ file: "--only", severity: "error" });
  });
});
