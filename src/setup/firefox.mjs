/**
 * A second engine to compare bits with: whether a Firefox is here, and how Debian gets one. Worth having, not needed:
 * without it that row of the comparison is missing, and is said to be.
 */
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { lastLines } from "./command.mjs";
import { installPackagesOfDebian, whyNoPackages } from "./debian.mjs";

const PROGRAMS = ["firefox-esr", "firefox"];
const PACKAGE = "firefox-esr";

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {string | undefined} the program
 */
export function findFirefox(env = process.env) {
  const folders = (env.PATH ?? "").split(delimiter);
  return PROGRAMS.flatMap((program) => folders.map((folder) => join(folder, program))).find((path) => existsSync(path));
}

/**
 * Installs it if it can, and never fails.
 *
 * @param {(line: string) => void} say
 */
export function tryForFirefox(say) {
  if (findFirefox()) return;
  if (process.platform !== "linux" || whyNoPackages()) {
    say(`results will not be compared with Firefox: none is installed (apt-get install ${PACKAGE} on Debian)`);
    return;
  }
  say(`no Firefox found, installing ${PACKAGE} with apt-get ...`);
  const { ok, output } = installPackagesOfDebian([PACKAGE]);
  if (!findFirefox()) say(`results will not be compared with Firefox${ok ? "" : lastLines(output)}`);
}
