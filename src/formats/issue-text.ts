/** Issues as text for people, one line each, and as JSON for programs. */
import type { Issue } from "../core/issue.ts";
import { visible } from "../core/scenario/echo.ts";
import { formatPath } from "../core/scenario/path.ts";

/** More lines than this are not read; the first ones are mended first. */
const MOST_LINES = 200;
/** More advice than this hides what is wrong. */
const MOST_WARNINGS = 5;

/** Errors before warnings, each by file, line and column, each issue once. Issues without a place come first. */
export function inOrder(issues: readonly Issue[]): Issue[] {
  const once = new Map<string, Issue>();
  for (const issue of issues) {
    const { file, line, column, path, message } = issue;
    const key = JSON.stringify([file, line, column, path, message]);
    if (!once.has(key)) once.set(key, issue);
  }
  return [...once.values()].sort(
    (a, b) =>
      compareText(a.severity, b.severity) ||
      compareText(a.file ?? "", b.file ?? "") ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      compareText(a.message, b.message),
  );
}

/** By code unit: the same order in every locale. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** `file:line:column path: message — allowed: ... Did you mean X?` for each issue; no issues give an empty text. */
export function formatIssues(issues: readonly Issue[]): string {
  const sorted = inOrder(issues);
  const warnings = sorted.filter(({ severity }) => severity === "warning");
  const errors = sorted.filter(({ severity }) => severity === "error");
  return lines(errors, MOST_LINES, "") + lines(warnings, MOST_WARNINGS, " warnings");
}

function lines(issues: readonly Issue[], most: number, what: string): string {
  const shown = issues.slice(0, most).map((issue) => `${visible(formatIssue(issue))}\n`);
  const hidden = issues.length - shown.length;
  return shown.join("") + (hidden > 0 ? `and ${hidden} more${what}\n` : "");
}

function formatIssue({ file, line, column, path, message, allowed, suggestion, severity }: Issue): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(":");
  const where = formatPath(path);
  const head = place && where ? `${place} ${where}: ` : place || where ? `${place}${where}: ` : "";
  const tail = allowed === undefined ? "" : ` — allowed: ${allowed}`;
  const meant = suggestion === undefined ? "" : `. Did you mean ${suggestion}?`;
  return `${head}${severity === "warning" ? "warning: " : ""}${message}${tail}${meant}`;
}

/** `{ "issues": [...] }` with paths in their written form; every issue, in the order of `formatIssues`. */
export function issuesToJson(issues: readonly Issue[]): string {
  const rows = inOrder(issues).map(({ severity, file, line, column, path, message, allowed, suggestion }) => ({
    severity,
    file,
    line,
    column,
    path: formatPath(path),
    message,
    allowed,
    suggestion,
  }));
  return `${JSON.stringify({ issues: rows }, null, 2)}\n`;
}
