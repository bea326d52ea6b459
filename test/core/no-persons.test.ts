/** A scenario describes populations: wherever somebody tries to put a person, the schema refuses. */
import { describe, expect, it } from "vitest";
import { ecosystemSchema, strategySchema } from "../../src/core/index.ts";

const designate = {
  kind: "designate",
  start: "2020-01-06",
  by: "un",
  role: "smuggler",
  number: 1,
  minimumSeverity: 0,
  minimumHarm: 0,
  ranking: "severity",
  measures: ["freeze"],
  clarity: 1,
};
const strategy = (more: object) => ({
  ...{ format: "corridor/strategy@1", name: "mine", title: "Mine", about: "A list." },
  instruments: { list: { ...designate, ...more } },
});
const unknownKeys = (result: { error?: { issues: readonly { code?: string; path: readonly PropertyKey[] }[] } }) =>
  (result.error?.issues ?? []).filter(({ code }) => code === "unrecognized_keys");

describe("a person has no place", () => {
  it("in a listing, which knows criteria and no identities", () => {
    expect(unknownKeys(strategySchema.safeParse(strategy({})))).toEqual([]);
    for (const key of ["name", "person", "persons", "names", "targets", "uids", "aliases"]) {
      expect(unknownKeys(strategySchema.safeParse(strategy({ [key]: ["somebody"] })))).toHaveLength(1);
    }
  });

  it("beside or within the populations of an ecosystem", () => {
    for (const key of ["persons", "people", "actors", "individuals"]) {
      expect(unknownKeys(ecosystemSchema.safeParse({ [key]: {} }))).toHaveLength(1);
      const within = ecosystemSchema.safeParse({ smugglers: { [key]: {} }, enablers: { [key]: {} } });
      expect(unknownKeys(within).map(({ path }) => path.join("."))).toEqual(["smugglers", "enablers"]);
    }
  });
});
