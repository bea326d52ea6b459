/** Which build of the model plays: a fingerprint of its program, so that results of two builds are never mixed. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** What decides the bytes of a run: the model, what is made of a run, and how it is written. */
const FOLDERS = ["core", "experiment", "formats"];
const PROGRAM = /\.(js|ts)$/;
const DIGITS = 16;

/** Hexadecimal digits of a hash over the program. */
export function engine(): string {
  const root = join(dirname(fileURLToPath(import.meta.url)), "..");
  const hash = createHash("sha256");
  for (const folder of FOLDERS) {
    const files = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).filter((file) => PROGRAM.test(file));
    for (const file of files.sort()) hash.update(`${folder}/${file}\n`).update(readFileSync(join(root, folder, file)));
  }
  return hash.digest("hex").slice(0, DIGITS);
}
