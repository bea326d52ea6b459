/** The page of the policy lab, as the set-up has bundled it. */
import fs from "node:fs";
import { join } from "node:path";
import { EXIT, Failure, systemCode, withFiles } from "./failure.ts";
import { packageFolder } from "./version.ts";

/** @throws Failure when the set-up has not made it */
export function labPage(folder: string = packageFolder()): string {
  const path = join(folder, "dist", "lab", "lab.html");
  try {
    return fs.readFileSync(path, "utf8");
  } catch (error) {
    if (systemCode(error) === "ENOENT")
      throw new Failure(EXIT.usage, "the page of the lab is not there", "npm run build makes it");
    return withFiles(`read ${path}`, () => {
      throw error;
    });
  }
}

/** What the page allows itself, from its own head. @throws Error when it says nothing of it */
export function policyOf(page: string): string {
  const found = /<meta http-equiv="Content-Security-Policy" content="([^"]+)">/.exec(page);
  if (found?.[1] === undefined) throw new Error("the page of the lab states no policy");
  return found[1];
}
