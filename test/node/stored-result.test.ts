import fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { EXIT } from "../../src/node/failure.ts";
import { openStoredResult } from "../../src/node/stored-result.ts";
import { SMALL, writeSmallResult } from "../fixtures/small-result.ts";
import { meaning, rowsIn } from "../formats/hostile-table.ts";

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), "corridor-stored-"));
  writeSmallResult(folder);
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

const readAll = async () => {
  for (const table of openStoredResult(folder).tables) await rowsIn(table.read());
};
const edit = (file: string, change: (text: string) => string) => {
  const path = join(folder, file);
  fs.writeFileSync(path, change(fs.readFileSync(path, "utf8")));
};

describe("a result that was written", () => {
  it("is read as it was, as often as one likes", async () => {
    const { text, manifest, tables } = openStoredResult(folder);
    expect(text.title).toBe("Isle: none");
    expect(manifest).toMatchObject({ corridor: { version: "1.2.3" } });
    expect(tables.map(({ spec, refersToRuns }) => [spec, refersToRuns])).toEqual(
      SMALL.map(({ spec }) => [spec, spec.name !== "runs"]),
    );
    for (const [i, table] of tables.entries()) {
      for (const _ of ["first", "second"]) expect(await rowsIn(table.read())).toEqual(meaning(SMALL[i].rows));
    }
  });

  it("may be left off in the middle", async () => {
    const [table] = openStoredResult(folder).tables;
    for await (const { rows } of table.read()) {
      expect(rows).toBeGreaterThan(0);
      break;
    }
  });

  it("needs neither a manifest nor hashes", async () => {
    fs.rmSync(join(folder, "manifest.json"));
    edit("datapackage.json", (text) => text.replaceAll(/^ *"(hash|bytes)":.*\n/gm, ""));
    expect(openStoredResult(folder).manifest).toEqual({});
    await readAll();
  });

  it.each([
    ["a digit", "runs.csv", (text: string) => text.replace("400", "500"), /runs\.csv is damaged: its hash/],
    ["the end", "timeseries.csv", (text: string) => text.slice(0, -30), /damaged/],
    ["a line", "timeseries.csv", (text: string) => text.replace(/\n[^\n]*\n$/, "\n"), /bytes, not \d+ as in datapackage\.json/],
    ["a number", "runs.csv", (text: string) => text.replace("400", "4OO"), /row 1, column p_fare: "4OO" is not a number/],
    ["a quote", "summary.csv", (text: string) => text.replace(/"/, ""), /damaged/],
    ["all of it", "summary.csv", () => "", /summary.*the file is empty/],
    ["the description", "datapackage.json", (text: string) => text.slice(1), /it is no JSON/],
    ["a type", "datapackage.json", (text: string) => text.replace('"type": "date"', '"type": "data"'), /resources\[\d\]\.schema/],
  ])("is refused when somebody changed %s", async (_, file, change, reason) => {
    edit(file, change);
    await expect(readAll()).rejects.toMatchObject({ exitCode: EXIT.files, message: expect.stringMatching(reason) });
  });

  it("says which file is missing, and what is no result", async () => {
    fs.rmSync(join(folder, "runs.csv"));
    await expect(readAll()).rejects.toMatchObject({ exitCode: EXIT.files, message: expect.stringContaining("runs.csv") });
    expect(() => openStoredResult(join(folder, "nowhere"))).toThrow(/no such folder/);
    fs.rmSync(join(folder, "datapackage.json"));
    expect(() => openStoredResult(folder)).toThrow(/no datapackage\.json/);
  });
});
