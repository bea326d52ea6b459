/** Tells what is wrong with a scenario. */
import type { Issue } from "../core/issue.ts";
import type { Terminal } from "./terminal.ts";

/** Errors and warnings for people on `err`, or for programs on `out`. @returns whether there was an error */
export async function tellIssues(
  issues: readonly Issue[],
  terminal: Terminal,
  { json = false }: { json?: boolean | undefined } = {},
): Promise<boolean> {
  const { formatIssues, issuesToJson } = await import("../formats/issue-text.ts");
  const isWrong = issues.some(({ severity }) => severity === "error");
  if (json && isWrong) terminal.out(issuesToJson(issues));
  else terminal.err(formatIssues(issues));
  return isWrong;
}
