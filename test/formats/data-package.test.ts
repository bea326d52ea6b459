import { describe, expect, it } from "vitest";
import type { TableSpec } from "../../src/core/table.ts";
import { dataPackage } from "../../src/formats/data-package.ts";

const spec: TableSpec = {
  name: "harms",
  about: "harms by leg",
  primaryKey: ["run_id", "date"],
  columns: [
    { name: "run_id", type: "string", unit: "", about: "the run" },
    { name: "date", type: "date", unit: "date", about: "first day" },
    { name: "count", type: "number", unit: "incidents", about: "incidents" },
    { name: "n", type: "integer", unit: "runs", about: "runs" },
    { name: "inside", type: "boolean", unit: "", about: "inside the band" },
  ],
};
const text = { name: "x", title: "X", description: "not a forecast", version: "1.2.3" };
const table = (more: { refersToRuns: boolean; spec?: TableSpec }) => ({
  spec,
  path: "harms.csv",
  bytes: 12,
  sha256: "ab",
  ...more,
});

interface Described {
  readonly resources: readonly { readonly schema: object }[];
}

describe("a data package", () => {
  it("says of every column its type, unit and meaning, and how missing and true are written", () => {
    const { resources, ...described } = dataPackage(text, [table({ refersToRuns: true })], "runs") as Described;
    expect(described).toMatchObject({
      $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
      profile: "tabular-data-package",
      version: "1.2.3",
    });
    expect(resources).toEqual([
      {
        name: "harms",
        profile: "tabular-data-resource",
        type: "table",
        description: "harms by leg",
        path: "harms.csv",
        format: "csv",
        mediatype: "text/csv",
        encoding: "utf-8",
        dialect: { delimiter: ",", lineTerminator: "\n", quoteChar: '"', doubleQuote: true, header: true },
        bytes: 12,
        hash: "sha256:ab",
        schema: {
          fields: [
            { name: "run_id", type: "string", description: "the run", unit: "" },
            { name: "date", type: "date", format: "default", description: "first day", unit: "date" },
            { name: "count", type: "number", description: "incidents", unit: "incidents" },
            { name: "n", type: "integer", description: "runs", unit: "runs" },
            {
              name: "inside",
              type: "boolean",
              trueValues: ["TRUE"],
              falseValues: ["FALSE"],
              description: "inside the band",
              unit: "",
            },
          ],
          missingValues: [""],
          primaryKey: ["run_id", "date"],
          foreignKeys: [{ fields: ["run_id"], reference: { resource: "runs", fields: ["run_id"] } }],
        },
      },
    ]);
  });

  it("claims no key that a table has not", () => {
    const keyless = { ...spec, primaryKey: [] };
    const { resources } = dataPackage(text, [table({ refersToRuns: false, spec: keyless })], "runs") as Described;
    expect(resources[0].schema).not.toHaveProperty("primaryKey");
    expect(resources[0].schema).not.toHaveProperty("foreignKeys");
  });
});
