import { describe, expect, it } from "vitest";
import { type TableColumn, tableBuilder } from "../../src/core/table.ts";
import { deedsOf } from "../../src/report/deeds.ts";

const text = (name: string): TableColumn => ({ name, type: "string", unit: "", about: name });

describe("what authorities did", () => {
  it("is counted by year, act, role and authority; what the market does is left out", () => {
    const builder = tableBuilder({
      name: "events",
      about: "",
      primaryKey: [],
      columns: [{ ...text("date"), type: "date" }, text("event"), text("role"), text("authority")],
    });
    builder.add(["2018-06-04", "listed", "smuggler", "un"]);
    builder.add(["2018-06-04", "listed", "smuggler", "un"]);
    builder.add(["2018-06-04", "listed", "enabler", "un"]);
    builder.add(["2018-06-11", "listed", "smuggler", "eu"]);
    builder.add(["2018-07-02", "entered", "smuggler", ""]);
    builder.add(["2019-01-07", "prosecuted", "smuggler", ""]);
    expect(deedsOf(builder.finish())).toEqual([
      { year: 2018, event: "listed", role: "smuggler", authority: "un", count: 2 },
      { year: 2018, event: "listed", role: "enabler", authority: "un", count: 1 },
      { year: 2018, event: "listed", role: "smuggler", authority: "eu", count: 1 },
      { year: 2019, event: "prosecuted", role: "smuggler", authority: "", count: 1 },
    ]);
  });
});
