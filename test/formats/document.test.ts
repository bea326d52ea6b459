/** Chains of documents, without a disk. */
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { explainZod } from "../../src/core/scenario/explain.ts";
import { type Find, placed, readDocument } from "../../src/formats/document.ts";
import { formatIssues } from "../../src/formats/issue-text.ts";

const KIND = "strategy";
const HEAD = "format: corridor/strategy@1\n";

/** Finds documents among texts; one that is not there is an issue. */
const among =
  (texts: Readonly<Record<string, string>>): Find =>
  async (reference) => {
    const text = texts[reference];
    if (text === undefined) return { path: [], message: `there is no ${reference}`, severity: "error" };
    return { id: reference, file: `${reference}.yaml`, bytes: new TextEncoder().encode(text) };
  };

const load = (texts: Readonly<Record<string, string>>) => readDocument("own", KIND, among(texts));

describe("a chain", () => {
  const texts = {
    own: `${HEAD}extends: middle\nfee: 3\nold: null\n`,
    middle: `${HEAD}extends: base\nlegs:\n  a: { weeks: 2 }\n`,
    base: `${HEAD}fee: { value: 1, low: 0 }\nlegs:\n  a: { weeks: 1, risk: x }\n  b: { weeks: 9 }\nold: 1\n`,
  };

  it("is merged from the bottom, without extends", async () => {
    const { merged, issues, layers } = await load(texts);
    expect(issues).toEqual([]);
    expect(layers.map(({ file }) => file)).toEqual(["base.yaml", "middle.yaml", "own.yaml"]);
    expect(merged).toEqual({
      format: "corridor/strategy@1",
      fee: 3,
      legs: { a: { weeks: 2, risk: "x" }, b: { weeks: 9 } },
    });
  });

  it.each([
    [["fee"], "own.yaml:3:6"],
    [["legs", "a", "weeks"], "middle.yaml:4:15"],
    [["legs", "a", "risk"], "base.yaml:4:24"],
    [["legs", "b"], "base.yaml:5:6"],
    [["legs", "a", "missing"], "middle.yaml:4:3"],
    [["old"], "own.yaml:4:6"],
  ])("knows where %j was written", async (path, place) => {
    const { file, line, column } = (await load(texts)).locate(path) ?? {};
    expect(`${file}:${line}:${column}`).toBe(place);
  });

  it("reports what the schema finds at the file that wrote it", async () => {
    const document = await load(texts);
    const schema = z.strictObject({
      format: z.string(),
      fee: z.number().max(2),
      legs: z.record(z.string(), z.strictObject({ weeks: z.number().max(5), delay: z.number().default(0) })),
      old: z.number(),
    });
    const { error } = schema.safeParse(document.merged);
    const lines = formatIssues(placed(error ? explainZod(error, document.merged, schema) : [], document)).split("\n");
    expect(lines).toEqual([
      'base.yaml:4:18 legs.a.risk: unknown key "risk" — allowed: weeks, delay',
      "base.yaml:5:15 legs.b.weeks: 9 is too large — allowed: a number of at most 5",
      "own.yaml:3:6 fee: 3 is too large — allowed: a number of at most 2",
      'own.yaml:4:1: key "old" is missing or empty — allowed: old: a number',
      "",
    ]);
  });
});

describe("mistakes", () => {
  it.each<[string, Record<string, string>, string[]]>([
    ["no format", { own: "fee: 1\n" }, ['own.yaml:1:1: key "format" is missing — allowed: format: corridor/strategy@1']],
    ["a misspelt format", { own: "fromat: corridor/strategy@1\n" }, ['own.yaml:1:1: key "format" is missing, there is "fromat"']],
    [
      "another kind",
      { own: "format: corridor/ecosystem@1\n" },
      ["own.yaml:1:9 format: this is a file of the kind ecosystem, expected strategy"],
    ],
    [
      "another version",
      { own: "fee: 1\nformat: corridor/strategy@2\n" },
      ["own.yaml:2:9 format: version 2 of the file format is not known"],
    ],
    ["another format", { own: "format: 1\n" }, ["own.yaml:1:9 format: unknown format 1 — allowed: corridor/strategy@1"]],
    ["no map", { own: "- 1\n" }, ["own.yaml:1:1: expected a map of keys and values, found a list of 1"]],
    ["no text", { own: "" }, ["own.yaml:1:1: the file is empty"]],
    ["a missing file", { own: `${HEAD}extends: gone\n` }, ["own.yaml:2:10 extends: there is no gone"]],
    [
      "extends without a name",
      { own: `${HEAD}extends: [a]\n` },
      ["own.yaml:2:10 extends: extends must name one document, found a list of 1"],
    ],
    ["a file that extends itself", { own: `${HEAD}extends: own\n` }, ["own.yaml:2:10 extends: own.yaml cannot extend itself"]],
    [
      "a circle",
      { own: `${HEAD}extends: a\n`, a: `${HEAD}extends: b\n`, b: `${HEAD}extends: a\n` },
      ["b.yaml:2:10 extends: extends goes in a circle: own.yaml -> a.yaml -> b.yaml -> a.yaml"],
    ],
    [
      "mistakes in every file of a chain",
      { own: `${HEAD}extends: a\nfee: *x\n`, a: "extends: b\nfee: 1\nfee: 2\n", b: "format: [\n" },
      [
        'a.yaml:1:1: key "format" is missing',
        'a.yaml:3:1 fee: key "fee" is already there',
        "b.yaml:2:1: a bracket is not closed",
        "own.yaml:3:6 fee: aliases (*x) are not used here",
      ],
    ],
  ])("%s", async (_, texts, expected) => {
    const { issues } = await load(texts);
    const lines = formatIssues(issues).trimEnd().split("\n");
    expect(lines).toHaveLength(expected.length);
    for (const [index, beginning] of expected.entries()) expect(lines[index]?.slice(0, beginning.length)).toBe(beginning);
  });

  it("chains of eight files are read, longer ones are not", async () => {
    const texts: Record<string, string> = { own: `${HEAD}extends: a1\n` };
    for (let i = 1; i < 7; i++) texts[`a${i}`] = `${HEAD}extends: a${i + 1}\n`;
    texts.a7 = `${HEAD}fee: 1\n`;
    expect(await load(texts)).toMatchObject({ issues: [], merged: { fee: 1 } });
    texts.a7 = `${HEAD}extends: a8\n`;
    texts.a8 = HEAD;
    const { merged, issues } = await load(texts);
    expect(merged).toBeUndefined();
    expect(issues).toMatchObject([{ file: "a7.yaml", line: 2, column: 10, allowed: "at most 8 files" }]);
    expect(issues[0]?.message).toContain("own.yaml -> a1.yaml -> a2.yaml");
  });

  it("a complaint of the reader is not repeated by the schema", async () => {
    const document = await load({ own: `${HEAD}seed: 12345678901234567890\nfee: &x 3\nother: y\n` });
    const schema = z.strictObject({ format: z.string(), seed: z.int(), fee: z.string(), other: z.number() });
    const { error } = schema.safeParse(document.merged);
    const found = placed(error ? explainZod(error, document.merged, schema) : [], document);
    expect(document.issues.map(({ path }) => path)).toEqual([["seed"], ["fee"]]);
    expect(found.map(({ path }) => path)).toEqual([["other"]]);
  });

  it("a wrong format is said once", async () => {
    const document = await load({ own: "format: x\nfee: 1\n" });
    expect(document.issues).toHaveLength(1);
    expect(document.merged).toEqual({ format: "corridor/strategy@1", fee: 1 });
  });
});
