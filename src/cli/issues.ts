/** Tells what is wrong with a scenario. */
import type { Issue } from "../core/issue.ts";
import type { Terminal } from "./terminal.ts";

/** Errors and (unless quiet) warnings for people on `err`, or for programs on `out`. @returns whether there was an error */
export async function tellIssues(
  issues: readonly Issue[],
  terminal: Terminal,
  { json = false, quiet = false }: { json?: boolean | undefined; quiet?: boolean | undefined } = {},
): Promise<boolean> {
  const { formatIssues, issuesToJson } = await import("../formats/issue-text.ts");
  const errors = issues.filter(({ severity }) => severity === "error");
  const isWrong = errors.length > 0;
  if (json && isWrong) terminal.out(issuesToJson(issues));
  else terminal.err(formatIssues(quiet ? errors : issues));
  return isWrong;
}
