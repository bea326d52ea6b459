/** Folders on the way to a file. */
import nodeFs from "node:fs";
import { dirname } from "node:path";
import { systemCode } from "./failure.ts";

/**
 * Makes a folder and those above it. One by one, because `recursive` never ends where the system denies that a folder
 * exists and refuses to make it, as in /proc.
 * @returns the highest folder that was made, nothing when all were there
 */
export function makeFolder(folder: string, fs: Pick<typeof nodeFs, "existsSync" | "mkdirSync"> = nodeFs): string | undefined {
  if (fs.existsSync(folder)) return undefined;
  const above = makeFolder(dirname(folder), fs);
  try {
    fs.mkdirSync(folder);
  } catch (error) {
    // Another process was quicker.
    if (systemCode(error) === "EEXIST") return above;
    throw error;
  }
  return above ?? folder;
}
