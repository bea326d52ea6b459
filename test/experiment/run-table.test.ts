import { describe, expect, it } from "vitest";
import { runTable } from "../../src/experiment/run-table.ts";
import { tiny } from "../fixtures/tiny.ts";

const outcome = { name: "arrivals", type: "number", unit: "persons", about: "arrivals" } as const;
const run = { runId: "r1", strategy: "none", replicate: 2, seed: "77" };

describe("the table of runs", () => {
  it("has a row with all that went in and all that came out", async () => {
    const { ecosystem, settings } = await tiny({ end: "2016-01-03", set: ["mechanisms.gossip=false"] });
    const { spec, row } = runTable(ecosystem, settings, [outcome]);
    const { data, rows } = row(run, { arrivals: 1234 });
    expect(rows).toBe(1);
    const cell = (name: string) => data[spec.columns.findIndex((column) => column.name === name)]?.[0];
    expect(["run_id", "strategy", "replicate", "seed", "ecosystem", "start", "end", "scale"].map(cell)).toEqual([
      ...["r1", "none", 2, "77"],
      ...["tiny", "2015-01-05", "2016-01-03", 10],
    ]);
    expect(cell("p_legs_village_coast_price")).toBe(200);
    expect([cell("m_gossip"), cell("m_doubt")]).toEqual([0, 1]);
    expect(cell("o_arrivals")).toBe(1234);
    expect(spec.columns.find(({ name }) => name === "p_legs_village_coast_price")).toMatchObject({
      unit: "USD/person",
    });
  });

  it("leaves an outcome empty that a run does not have", async () => {
    const { ecosystem, settings } = await tiny();
    const { data } = runTable(ecosystem, settings, [outcome]).row(run, {});
    expect(data.at(-1)?.[0]).toBeNaN();
  });
});
