/** Small files, each there whole or not at all. */
import fs from "node:fs";
import { dirname, join } from "node:path";
import { EXIT, Failure, systemCode, withFiles } from "./failure.ts";
import { makeFolder } from "./make-folder.ts";

/** Writes or replaces files in a folder, which is made when it is missing. @returns their paths */
export function writeFiles(folder: string, files: readonly { readonly file: string; readonly text: string }[]): string[] {
  return withFiles(`write to ${folder}`, () => {
    makeFolder(folder);
    return files.map(({ file, text }) => {
      const path = join(folder, file);
      const partial = join(folder, `.${file}.partial-${process.pid}`);
      fs.writeFileSync(partial, text, { flush: true });
      fs.renameSync(partial, path);
      return path;
    });
  });
}

/** Writes a file that must not be there yet. @throws Failure when it is */
export function writeNew(path: string, text: string): void {
  try {
    makeFolder(dirname(path));
    fs.writeFileSync(path, text, { flag: "wx", flush: true });
  } catch (error) {
    if (systemCode(error) === "EEXIST") {
      throw new Failure(EXIT.usage, `${path} is there already`, "choose another name, or remove the file first");
    }
    withFiles(`write ${path}`, () => {
      throw error;
    });
  }
}
