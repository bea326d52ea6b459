import { beforeAll, describe, expect, it } from "vitest";
import { type RunContent, runId, withRunColumns } from "../../src/experiment/run-identity.ts";
import { tiny } from "../fixtures/tiny.ts";

let content: RunContent;
beforeAll(async () => {
  const { ecosystem, strategy, settings } = await tiny();
  content = { ecosystem, strategy, settings, seed: "1", version: "1.0.0" };
});

describe("the identity of a run", () => {
  it("is one that no spreadsheet takes for a number", () => {
    expect(runId(content)).toMatch(/^r[0-9a-f]{12}$/);
  });

  it("is that of its content: order of keys, seed of the study and number of replicates do not count", () => {
    const turned = Object.fromEntries(Object.entries(content.ecosystem).reverse()) as RunContent["ecosystem"];
    expect(runId({ ...content, ecosystem: turned })).toBe(runId(content));
    const settings = { ...content.settings, replicates: 50, seed: "another" };
    expect(runId({ ...content, settings })).toBe(runId(content));
  });

  it("changes with whatever changes the run", () => {
    const leg = content.ecosystem.legs["coast-port"];
    if (!leg) throw new Error("no leg");
    const legs = { ...content.ecosystem.legs, "coast-port": { ...leg, cost: { value: 151 } } };
    const ids = [
      content,
      { ...content, seed: "2" },
      { ...content, version: "1.0.1" },
      { ...content, settings: { ...content.settings, scale: 11 } },
      { ...content, strategy: { ...content.strategy, name: "other" } },
      { ...content, ecosystem: { ...content.ecosystem, legs } },
    ].map(runId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("stands before every row and in every key", () => {
    const spec = withRunColumns({ name: "t", about: "t", primaryKey: ["date"], columns: [] });
    expect(spec.columns.map(({ name }) => name)).toEqual(["run_id", "strategy", "replicate", "seed"]);
    expect(spec.primaryKey).toEqual(["run_id", "date"]);
    expect(withRunColumns({ ...spec, primaryKey: [] }).primaryKey).toEqual([]);
  });
});
