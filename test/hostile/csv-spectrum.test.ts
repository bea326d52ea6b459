/** The files of csv-spectrum as points of a design: each is read as CSV and refused for what it says, at the place that names it. */
import fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import spectrum from "csv-spectrum";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formatIssues } from "../../src/formats/issue-text.ts";
import { planExperiment } from "../../src/node/experiment.ts";
import { fixture } from "../fixtures/tiny.ts";

const files = await promisify(spectrum)();

let folder: string;
beforeAll(() => {
  folder = fs.mkdtempSync(join(tmpdir(), "corridor-spectrum-"));
  for (const file of ["tiny.yaml", "tiny-shaping.yaml"]) fs.copyFileSync(fixture(file), join(folder, file));
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

async function complaint(csv: string | Uint8Array): Promise<string> {
  fs.writeFileSync(join(folder, "points.csv"), csv);
  const file = join(folder, "e.yaml");
  fs.writeFileSync(
    file,
    `format: corridor/experiment@1
name: e
ecosystems: [./tiny.yaml]
strategies: [none, ./tiny-shaping.yaml]
uncertainties:
  enablers.reviewWeeks: { low: 2, high: 8 }
design: { kind: imported, file: points.csv }
run: { end: 2015-04-26, scale: 15, warmupWeeks: 4, replicates: 2 }
record: { every: 4 weeks }
analyses: [effects]
`,
  );
  return formatIssues((await planExperiment({ experiment: file })).issues);
}

it("there are some", () => expect(files.length).toBeGreaterThan(9));

describe("points in a file", () => {
  it.each(files.map(({ name, csv }) => [name, csv] as const))("%s are refused at their place", async (name, csv) => {
    const said = await complaint(csv);
    expect(said).toMatch(/e\.yaml:7:\d+ design\.file: .*points\.csv/);
    // Its degrees are in no encoding that we read, and its quotes are not quoted.
    expect(said).toContain(name === "location_coordinates" ? "is no CSV" : "is a dimension of this experiment");
  });

  it.each([
    ["quoted, with a mark, CRLF and a blank line", '\ufeff"enablers.reviewWeeks"\r\n"3"\r\n\r\n4\r\n'],
    ["with spaces around cells", " enablers.reviewWeeks \n 3 \n"],
  ])("%s are taken", async (_, csv) => expect(await complaint(csv)).toBe(""));

  it.each([
    ["an open quote", 'enablers.reviewWeeks\n"3\n', /is no CSV/],
    ["a NUL", "enablers.reviewWeeks\n3\0\n", /no number|no whole number/],
    ["a decimal comma", "enablers.reviewWeeks\n3,5\n", /is no CSV|cells/],
    ["nothing", "", /no rows|no column|is no CSV|is a dimension/],
  ])("with %s are refused", async (_, csv, says) => expect(await complaint(csv)).toMatch(says));
});
