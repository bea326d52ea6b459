/** Which Corridor, on which Node, from which commit. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of this package: the nearest above this file with a package.json. */
export function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json")) && folder !== dirname(folder)) folder = dirname(folder);
  return folder;
}

/** As in package.json. */
export function version(): string {
  const { version: text } = JSON.parse(readFileSync(join(packageFolder(), "package.json"), "utf8")) as {
    version: string;
  };
  return text;
}

/** The commit of the package's own repository, with "+changes" when files differ from it; nothing when there is none. */
export function commit(): string | undefined {
  const folder = packageFolder();
  if (!existsSync(join(folder, ".git"))) return undefined;
  try {
    const git = (...words: string[]) =>
      execFileSync("git", words, {
        cwd: folder,
        encoding: "utf8",
        stdio: ["ignore", "pipe", "ignore"],
        timeout: 5000,
      }).trim();
    const changed = git("status", "--porcelain", "--untracked-files=no") !== "";
    return `${git("rev-parse", "HEAD")}${changed ? "+changes" : ""}`;
  } catch {
    return undefined;
  }
}
