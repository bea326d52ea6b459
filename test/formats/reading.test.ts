/** From the text of a file to every mistake in it, at its place: reader, schema and messages together. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Issue } from "../../src/core/issue.ts";
import { explainZod } from "../../src/core/scenario/explain.ts";
import { formatPath } from "../../src/core/scenario/path.ts";
import { formatIssues, inOrder } from "../../src/formats/issue-text.ts";
import { readYaml } from "../../src/formats/yaml-text.ts";
import { type Bad, KEYS, NUMBERS, OTHERS, SCHEMA, SYNTAX } from "./bad-snippets.ts";

/** Issues of the reader, then of the schema where the reader has none. */
function check(text: string, file = "t.yaml"): Issue[] {
  const { value, issues, locate } = readYaml(text, file);
  const parsed = SCHEMA.safeParse(value);
  if (parsed.success || value === undefined) return issues;
  const known = issues.map(({ path }) => formatPath(path));
  const found = explainZod(parsed.error, value, SCHEMA)
    .filter(({ path }) => !known.includes(formatPath(path)))
    .map(({ on, ...issue }) => ({ ...issue, file, ...locate(issue.path, on === "key") }));
  return [...issues, ...found];
}

describe.each([
  ["numbers", NUMBERS],
  ["dates, words, texts and lists", OTHERS],
  ["keys", KEYS],
  ["syntax", SYNTAX],
])("%s", (_, bad: readonly Bad[]) => {
  it.each(bad.map((one) => [one.text, one.issues] as const))("%j", (text, expected) => {
    const issues = inOrder(check(text));
    expect(issues.map(({ line, column, path }) => `${line}:${column} ${formatPath(path)}`)).toEqual(expected.map(({ at }) => at));
    for (const [index, { says }] of expected.entries()) {
      const line = formatIssues([issues[index] as Issue]);
      for (const words of says) expect(line).toContain(words);
    }
  });
});

it("good documents have no issues", () => {
  const text = `# a comment
title: "Ünïcode, 東京"
weeks: 12
start: 2018-06-07
seed: "007"
legs:
  a-b: { weeks: 1.5, fee: { series: { 2014-01-01: 3, 2016-06-01: { value: 5, low: 2, grade: B } } }, risk: .25 }
instruments:
  - { kind: patrol, start: 2018-01-01, boats: 2 }
  - kind: asset-freeze
    start: 2018-06-07
    targets: [a, b]
`;
  expect(check(text)).toEqual([]);
  expect(check(text.replaceAll("\n", "\r\n"))).toEqual([]);
  expect(check(`\ufeff${text}`)).toEqual([]);
});

/** Texts that look like scenario files, made of the marks and words that mean something in YAML. */
const fragments = fc
  .array(
    fc.constantFrom(
      ..."a b weeks legs title kind value on - ? : , [ ] { } & * ! | > ' \" % @ ` # ~ << --- ... 1 1e3 .inf 0x1F null \\ \t".split(
        " ",
      ),
      " ",
      "  ",
      "\n",
      "\n  ",
      ": ",
      "- ",
      "\r\n",
      "\u0000",
      "\ufeff",
      "é",
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(""));

describe("any text", () => {
  it.each([
    ["fragments of YAML", fragments],
    ["characters", fc.string({ unit: "binary", maxLength: 200 })],
    ["ASCII", fc.string({ unit: "binary-ascii", maxLength: 200 })],
  ])("of %s gives a value or issues with their place, and never throws", (_, texts) => {
    fc.assert(
      fc.property(texts, fc.constantFrom("t.yaml", "t.json"), (text, file) => {
        const issues = check(text, file);
        for (const issue of issues) {
          expect(issue).toMatchObject({ file, line: expect.any(Number), column: expect.any(Number) });
          expect(issue.line).toBeGreaterThanOrEqual(1);
          expect(issue.line).toBeLessThanOrEqual(text.split("\n").length + 1);
          expect(issue.column).toBeGreaterThanOrEqual(1);
          expect(issue.message).not.toBe("");
        }
        if (readYaml(text, file).value === undefined) expect(issues).not.toEqual([]);
        expect(formatIssues(issues)).not.toMatch(/[^\P{C}\n]/u);
      }),
      { numRuns: 1000 },
    );
  });
});

it("random documents: every unknown key is named on its line", () => {
  const keys = fc.uniqueArray(fc.stringMatching(/^k[a-z]{9,12}$/), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(keys, (names) => {
      const issues = check(names.map((name) => `${name}: 1\n`).join(""));
      expect(issues.map(({ path, line, column }) => [path, line, column])).toEqual(
        names.map((name, index) => [[name], index + 1, 1]),
      );
    }),
  );
});
