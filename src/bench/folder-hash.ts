/** All that a folder holds, as one hash: two results are the same when theirs are. */
import { createHash } from "node:crypto";
import fs from "node:fs";
import { join } from "node:path";

/** Every file of a folder but the manifest, which tells the time, as one hash; hidden files and all. */
export function hashOf(folder: string): string {
  const hash = createHash("sha256");
  for (const file of filesIn(folder)) {
    if (file !== "manifest.json") hash.update(`${file}\n`).update(fs.readFileSync(join(folder, file)));
  }
  return hash.digest("hex");
}

/** Paths of its files within a folder, in order. */
export function filesIn(folder: string): string[] {
  const entries = fs.readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  return entries.filter((entry) => fs.statSync(join(folder, entry)).isFile());
}
