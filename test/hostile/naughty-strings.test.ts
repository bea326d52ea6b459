/** The big list of naughty strings, and random bytes, everywhere a user may write a text: refused with a reason, or carried without harm. */
import fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import naughty from "big-list-of-naughty-strings" with { type: "json" };
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { applyOverrides } from "../../src/core/scenario/override.ts";
import { name, text, title } from "../../src/core/scenario/schema/names.ts";
import { csvText, textOfCell } from "../../src/formats/csv.ts";
import { CSV_DIALECTS } from "../../src/formats/csv-dialect.ts";
import { formatIssues } from "../../src/formats/issue-text.ts";
import { decodeUtf8 } from "../../src/formats/yaml/utf8.ts";
import { readYaml } from "../../src/formats/yaml-text.ts";
import { resolveScenario } from "../../src/node/scenario.ts";
import { loadDocument } from "../../src/node/scenario-file.ts";
import { fixture, tiny } from "../fixtures/tiny.ts";

const NAUGHTY: readonly string[] = naughty;
const readValue = (written: string) => readYaml(written, "--set");

let folder: string;
beforeAll(() => {
  folder = fs.mkdtempSync(join(tmpdir(), "corridor-naughty-"));
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

describe("a naughty string", () => {
  it("is there in its hundreds", () => expect(NAUGHTY.length).toBeGreaterThan(400));

  it("is a name only if it is a plain word, so that it can neither leave a folder nor run", () => {
    const accepted = NAUGHTY.filter((one) => name.safeParse(one).success);
    expect(accepted.every((one) => /^[a-z0-9-]+$/.test(one))).toBe(true);
    expect(accepted.length).toBeLessThan(NAUGHTY.length / 4);
  });

  it("is a title only if no spreadsheet would run it and it has no character that hides others", () => {
    const accepted = NAUGHTY.filter((one) => title.safeParse(one).success && text.safeParse(one).success);
    expect(accepted.filter((one) => /^[=+\-@\t\r\n]/.test(one))).toEqual([]);
    expect(accepted.filter((one) => /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u.test(one))).toEqual([]);
  });

  it("comes through every dialect of CSV as it went in, and never as a formula", () => {
    for (const dialect of CSV_DIALECTS) {
      for (const one of NAUGHTY) {
        const cell = csvText(one, dialect);
        const [[read = ""] = []] = parse(`${cell}${dialect.newline}`, {
          delimiter: dialect.delimiter,
          record_delimiter: dialect.newline,
          skip_empty_lines: false,
        }) as string[][];
        if (one !== "") expect(textOfCell(read)).toBe(one);
        expect(read).not.toMatch(/^[=+\-@\t\r\n]/);
      }
    }
  });

  it("as a title in a file is refused at its place or kept to the letter", async () => {
    const around = fs.readFileSync(fixture("tiny.yaml"), "utf8");
    const file = join(folder, "titled.yaml");
    for (const one of NAUGHTY.filter((_, index) => index % 40 === 0)) {
      fs.writeFileSync(
        file,
        around.replace(/^title: .*$/m, () => `title: ${JSON.stringify(one)}`),
      );
      const { scenario, issues } = await resolveScenario({ scenario: file });
      if (scenario) expect(scenario.ecosystem.title).toBe(one);
      else expect(formatIssues(issues)).toMatch(/titled\.yaml:\d+:\d+ /);
    }
  });

  it("as a setting, a path or a document that is asked for is answered, never a fault", async () => {
    const document = { legs: { a: { weeks: 1 } }, title: "t" };
    for (const one of NAUGHTY) {
      for (const setting of [one, `${one}=1`, `title=${one}`, `legs.${one}=${one}`]) {
        const { value, issues } = applyOverrides(document, [setting], readValue);
        if (issues.length > 0) expect(value).toEqual(document);
        expect(formatIssues(issues).split("\n").length).toBeLessThanOrEqual(issues.length + 1);
      }
      const loaded = await loadDocument(one, { kind: "ecosystem" });
      expect(loaded.merged).toBeUndefined();
      expect(loaded.issues).not.toEqual([]);
    }
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it("is a seed of its own", async () => {
    const seeds = await Promise.all(
      NAUGHTY.filter((one, index) => one !== "" && index % 40 === 0).map(async (seed) => {
        const { scenario } = await resolveScenario({ scenario: fixture("tiny.yaml"), seed });
        return scenario?.settings.seed;
      }),
    );
    const accepted = seeds.filter((seed) => seed !== undefined);
    expect(new Set(accepted.map(String)).size).toBe(accepted.length);
    expect((await tiny({ seed: "007" })).settings.seed).toBe("007");
  });
});

it("random bytes are no document, and say why", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      const decoded = decodeUtf8(bytes, "bytes.yaml");
      if (!("text" in decoded)) {
        expect(decoded.message.length).toBeGreaterThan(10);
        return;
      }
      const { value, issues } = readYaml(decoded.text, "bytes.yaml");
      expect(value !== undefined || issues.length > 0 || decoded.text.trim() === "").toBe(true);
    }),
    { numRuns: 300 },
  );
});
