import { describe, expect, it } from "vitest";
import { columnName, parametersOf } from "../../../src/core/scenario/parameters.ts";
import { tiny } from "../../fixtures/tiny.ts";

describe("parameters", () => {
  it("are all quantities of an ecosystem with path, unit, meaning and range of values", async () => {
    const parameters = parametersOf((await tiny()).ecosystem);
    const price = parameters.find(({ name }) => name === "legs.village-coast.price");
    expect(price).toMatchObject({
      column: "legs_village_coast_price",
      unit: "USD/person",
      about: expect.stringContaining("usual fare"),
      quantity: { value: 200, low: 100, high: 400, grade: "assumed" },
    });
    expect(parameters.filter(({ unit, about }) => unit === "" || about === "")).toEqual([]);
    expect(parameters.some(({ name }) => name.startsWith("targets"))).toBe(false);
  });

  it("include every date of a series", async () => {
    const names = parametersOf((await tiny()).ecosystem).map(({ name }) => name);
    expect(names.filter((name) => name.startsWith("legs.coast-port.interception"))).toEqual([
      "legs.coast-port.interception.series.2015-01-05",
      "legs.coast-port.interception.series.2016-01-04",
    ]);
  });

  it("have columns that are different and plain", async () => {
    const columns = parametersOf((await tiny()).ecosystem).map(({ column }) => column);
    expect(new Set(columns).size).toBe(columns.length);
    expect(columns.filter((column) => !/^[a-z][a-z0-9_]*$/.test(column))).toEqual([]);
    expect(columnName(["smugglers", "conductReview", "peersSeen"])).toBe("smugglers_conduct_review_peers_seen");
  });
});
