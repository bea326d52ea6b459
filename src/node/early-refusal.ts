/**
 * Places for results that would be refused at the end, refused at the beginning: before documents are read and checked, which
 * takes longer than to see that nothing can be written there.
 */
import fs from "node:fs";
import { dirname, join, resolve } from "node:path";
import { CALIBRATION } from "./calibration/calibration-folder.ts";
import { EXIT, Failure, withFiles } from "./failure.ts";
import { MANIFEST } from "./result-folder.ts";
import { PLAN } from "./sweep/sweep-folder.ts";

/** What a folder has that a command may go on with or replace. */
const MARKS = [MANIFEST, PLAN, CALIBRATION];

/** @throws Failure where no result can be */
export function refuseEarly(place: string): void {
  const folder = resolve(place);
  const found = withFiles(`write to ${folder}`, () => fs.statSync(folder, { throwIfNoEntry: false }));
  if (found && !found.isDirectory()) {
    throw new Failure(EXIT.usage, `${folder}: a file is in the way`, "name a folder that does not exist yet");
  }
  const entries = found ? withFiles(`read ${folder}`, () => fs.readdirSync(folder)) : [];
  if (entries.some((entry) => !entry.startsWith(".")) && !MARKS.some((mark) => entries.includes(mark))) {
    throw new Failure(EXIT.usage, `${folder}: the folder holds something else than a result`, "name another folder");
  }
  withFiles(`write to ${folder}`, () => tryIn(found ? folder : standing(dirname(folder))));
}

/** The nearest folder above that is there. */
function standing(folder: string): string {
  return fs.existsSync(folder) || dirname(folder) === folder ? folder : standing(dirname(folder));
}

/** Permissions do not tell where nothing can be made, as in /proc: something is made, and goes. */
function tryIn(folder: string): void {
  fs.rmdirSync(fs.mkdtempSync(join(folder, ".corridor-")));
}
