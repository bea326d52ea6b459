/** An issue in the words of a check. */
import type { Issue } from "../issue.ts";
import type { Path } from "./path.ts";

export function wrong(path: Path, message: string, allowed?: string, suggestion?: string): Issue {
  return {
    path,
    message,
    ...(allowed === undefined ? {} : { allowed }),
    ...(suggestion === undefined ? {} : { suggestion }),
    severity: "error",
  };
}

export function doubtful(path: Path, message: string, allowed?: string): Issue {
  return { ...wrong(path, message, allowed), severity: "warning" };
}
