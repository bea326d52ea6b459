/** What is wrong with a document, each with its place and a way out. */
import type { Issue } from "../../core/issue.ts";
import { formatPath } from "../../core/scenario/path.ts";
import type { Say } from "./texts.ts";

export function IssueList({ issues, say }: { readonly issues: readonly Issue[]; readonly say: Say }) {
  if (issues.length === 0) return null;
  const isWrong = issues.some(({ severity }) => severity === "error");
  return (
    <div class={isWrong ? "issues" : "issues mild"} role={isWrong ? "alert" : "status"}>
      <ul>
        {issues.map((issue) => {
          const { path, message, allowed, suggestion, line, column, severity } = issue;
          const place =
            line === undefined ? formatPath(path) : `${say("issue.line", { line, column: column ?? 1 })} ${formatPath(path)}`;
          return (
            <li key={`${place} ${message}`} class={severity}>
              <strong>{say(severity === "error" ? "issue.error" : "issue.warning")}</strong> {place}:{" "}
              <span lang="en">{message}</span>
              {allowed !== undefined && <span lang="en"> – {allowed}</span>}
              {suggestion !== undefined && ` ${say("issue.suggestion", { suggestion })}`}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
