/** What is written by hand of the ODD document: Markdown in docs/odd, a file a part. */
import fs from "node:fs";
import { join } from "node:path";
import { withFiles } from "./failure.ts";
import { packageFolder } from "./version.ts";

/** @param part name of a file in docs/odd, without its ending */
export function oddPart(part: string): string {
  const path = join(packageFolder(), "docs", "odd", `${part}.md`);
  return withFiles(`read ${path}`, () => fs.readFileSync(path, "utf8"));
}
