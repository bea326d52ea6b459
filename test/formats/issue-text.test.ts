/** Issues as lines and as JSON. */
import fc from "fast-check";
import { expect, it } from "vitest";
import type { Issue } from "../../src/core/issue.ts";
import { formatIssues, inOrder, issuesToJson } from "../../src/formats/issue-text.ts";

const issue = (more: Partial<Issue>): Issue => ({ path: [], message: "wrong", severity: "error", ...more });

it.each([
  [{ file: "a.yaml", line: 7, column: 11, path: ["instruments", 1, "kind"] }, "a.yaml:7:11 instruments[1].kind: wrong"],
  [{ file: "a.yaml", line: 1, column: 1 }, "a.yaml:1:1: wrong"],
  [{ file: "a.yaml" }, "a.yaml: wrong"],
  [{ path: ["weeks"] }, "weeks: wrong"],
  [{}, "wrong"],
  [{ allowed: "x, y" }, "wrong — allowed: x, y"],
  [{ allowed: "x, y", suggestion: "x" }, "wrong — allowed: x, y. Did you mean x?"],
  [{ suggestion: "x" }, "wrong. Did you mean x?"],
  [{ severity: "warning", path: ["a"] }, "a: warning: wrong"],
] as const)("%j", (more, line) => {
  expect(formatIssues([issue(more)])).toBe(`${line}\n`);
});

it("sorts by place, whatever the order in which they came, and says the same thing once", () => {
  const places = [
    { file: "a.yaml", line: 2, column: 9 },
    { file: "a.yaml", line: 10, column: 1 },
    { file: "b.yaml", line: 1, column: 1 },
  ].map((place) => issue(place));
  fc.assert(
    fc.property(fc.shuffledSubarray([...places, ...places], { minLength: 6 }), (shuffled) => {
      expect(inOrder(shuffled)).toEqual(places);
    }),
  );
  expect(formatIssues([])).toBe("");
});

it("prints 200 lines and counts the rest", () => {
  const lines = formatIssues(Array.from({ length: 250 }, (_, index) => issue({ line: index + 1 }))).split("\n");
  expect(lines).toHaveLength(202);
  expect(lines.slice(199)).toEqual(["200: wrong", "and 50 more", ""]);
});

it("lets nothing through that a terminal obeys", () => {
  const nasty = "\u001b[31mred\n\u202eevil\u0007";
  const text = formatIssues([issue({ file: nasty, path: [nasty], message: nasty, allowed: nasty, suggestion: nasty })]);
  expect(text).not.toMatch(/[^\P{C}\n]/u);
  expect(text.split("\n")).toHaveLength(2);
});

it("is JSON for programs, all of it and in order", () => {
  const many = Array.from({ length: 250 }, (_, index) => issue({ file: "a.yaml", line: 250 - index, path: ["a", 0] }));
  const { issues } = JSON.parse(issuesToJson(many));
  expect(issues).toHaveLength(250);
  expect(issues[0]).toEqual({ severity: "error", file: "a.yaml", line: 1, path: "a[0]", message: "wrong" });
});
