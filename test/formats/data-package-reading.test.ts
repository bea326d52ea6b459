import { describe, expect, it } from "vitest";
import type { TableSpec } from "../../src/core/table.ts";
import { CSV_DIALECTS } from "../../src/formats/csv-dialect.ts";
import { csvForm, dataPackage } from "../../src/formats/data-package.ts";
import { readDataPackage } from "../../src/formats/data-package-reading.ts";
import { HOSTILE } from "./hostile-table.ts";

const text = { name: "isle-none", title: "Isle: none", description: "Not a forecast.", version: "1.2.3" };
const sha256 = "ab".repeat(32);
const keyed: TableSpec = { ...HOSTILE, name: "keyed", primaryKey: ["text", "week"] };
const packaged = (spec: TableSpec, refersToRuns: boolean) => ({
  spec,
  path: `${spec.name}.csv`,
  bytes: 12,
  sha256,
  refersToRuns,
});

/** A description with one thing in its first table changed. */
function changed(change: Record<string, unknown>): unknown {
  const whole = dataPackage(text, [packaged(keyed, false)], "runs") as { resources: object[] };
  return { ...whole, resources: [{ ...whole.resources[0], ...change }] };
}

describe("reading a data package", () => {
  it("gives back what was described", () => {
    const described = dataPackage(text, [packaged(keyed, true), packaged(HOSTILE, false)], "runs");
    expect(readDataPackage(JSON.parse(JSON.stringify(described)))).toEqual({
      text,
      tables: [
        { spec: keyed, path: "keyed.csv", bytes: 12, sha256, refersToRuns: true },
        { spec: HOSTILE, path: "hostile.csv", bytes: 12, sha256, refersToRuns: false },
      ],
    });
  });

  it("passes over what it does not know: files of other formats, keys of others", () => {
    const parquet = { ...packaged({ ...HOSTILE, name: "p" }, false), form: { keys: { format: "parquet" } } };
    const european = { ...packaged({ ...HOSTILE, name: "e" }, false), form: csvForm(CSV_DIALECTS[2]) };
    const described = dataPackage(text, [parquet, european, packaged(keyed, false)], "runs");
    const { tables } = readDataPackage({ ...described, licenses: [{ name: "MIT" }] });
    expect(tables.map(({ spec }) => spec.name)).toEqual(["keyed"]);
  });

  it.each([
    ["../up.csv"],
    ["a/../../up.csv"],
    ["/etc/passwd"],
    ["C:\\x.csv"],
    [".."],
    ["https://example.org/x.csv"],
    ["a//b.csv"],
    [""],
  ])("reads nothing outside the folder: %j", (path) => {
    expect(() => readDataPackage(changed({ path }))).toThrow(/resources\[0\]\.path: must be a file in the folder/);
  });

  it.each([
    [{ name: "../x" }, /resources\[0\]\.name: is no name/],
    [{ hash: "md5:1" }, /hash: must be sha256/],
    [{ schema: { fields: [] } }, /schema\.fields/],
    [{ schema: { fields: [{ name: "a", type: "geopoint" }] } }, /schema\.fields\.0\.type/],
  ])("names the place of what it cannot use: %j", (change, reason) => {
    expect(() => readDataPackage(changed(change))).toThrow(reason);
  });

  it("takes no two tables of one name", () => {
    const described = dataPackage(text, [packaged(keyed, false), packaged(keyed, false)], "runs");
    expect(() => readDataPackage(described)).toThrow(/two called keyed/);
  });

  it("makes a name of a file out of any name", () => {
    expect(readDataPackage({ name: "../a b/=c", resources: [] }).text.name).toBe("-a-b-c");
    expect(readDataPackage({ resources: [] }).text.name).toBe("result");
    expect(() => readDataPackage([])).toThrow(/expected object/);
  });
});
