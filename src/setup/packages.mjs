/** The locked packages: which are missing from `node_modules`, and how they get there. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { lastLines, runCommand } from "./command.mjs";
import { Missing } from "./missing.mjs";

/**
 * @typedef {object} LockedPackage one entry of a lock file
 * @property {string} [version]
 * @property {string} [integrity]
 * @property {boolean} [optional]
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 * @property {string[]} [libc]
 */

/**
 * Compares package-lock.json with the record npm leaves in `node_modules` as its last act; an interrupted
 * installation has no such record, so everything counts as missing.
 *
 * @param {string} root
 * @returns {string[]} folders of packages that are not there, or there in another version
 */
export function missingPackages(root) {
  const locked = packagesIn(join(root, "package-lock.json"));
  const installed = packagesIn(join(root, "node_modules", ".package-lock.json"));
  return Object.keys(locked).filter((folder) => {
    if (folder === "" || !isWantedHere(locked[folder])) return false;
    const there = installed[folder];
    return (
      there?.version !== locked[folder].version ||
      there?.integrity !== locked[folder].integrity ||
      !existsSync(join(root, folder, "package.json"))
    );
  });
}

/**
 * @param {string} file
 * @returns {Record<string, LockedPackage>}
 */
function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages ?? {};
  } catch {
    return {};
  }
}

/**
 * Whether npm would install the package on this machine. Of the optional ones only those made for this system
 * and processor count: without a clear statement, npm is free to leave an optional package out.
 *
 * @param {LockedPackage} entry
 */
function isWantedHere({ optional, os, cpu, libc }) {
  if (!optional) return true;
  return !libc && os?.includes(process.platform) === true && cpu?.includes(process.arch) === true;
}

/**
 * @param {string} root
 * @param {string[]} missing
 * @param {(line: string) => void} say
 */
export function installPackages(root, missing, say) {
  say(`installing the locked packages with npm ci (${missing.length} missing) ...`);
  // Development packages too, whatever NODE_ENV says: the compiler is one. No package needs its install script.
  const args = ["ci", "--include=dev", "--include=optional", "--ignore-scripts", "--no-audit", "--no-fund"];
  const npm = process.env.npm_execpath;
  const { ok, output } = npm?.endsWith(".js")
    ? runCommand(process.execPath, [npm, ...args], { cwd: root })
    : runCommand("npm", args, { cwd: root, shell: process.platform === "win32" });
  if (!ok) {
    throw new Missing(
      `npm ci did not succeed:${lastLines(output)}`,
      "check that npm is installed (npm --version), reaches its registry (npm ping), and that the disk has 500 MB free",
    );
  }
  const still = missingPackages(root);
  if (still.length > 0) {
    throw new Missing(
      `npm ci left out ${still.join(", ")}`,
      "delete the folder node_modules and run this again; if it stays, package-lock.json does not fit this machine",
    );
  }
}
