/** Packages of Debian and Ubuntu, installed only as root: elsewhere a set-up has no business installing any. */
import { runCommand } from "./command.mjs";

const LONGEST = 600_000; // milliseconds

/** @returns {string | undefined} why none can be installed here, as a clause */
export function whyNoPackages() {
  if (process.getuid?.() !== 0) return "this user is not root";
  return runCommand("apt-get", ["--version"]).ok ? undefined : "there is no apt-get";
}

/**
 * @param {string[]} packages
 * @returns {{ ok: boolean, output: string }} whether they are installed now, and what apt-get said
 */
export function installPackagesOfDebian(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const wait = ["-o", "DPkg::Lock::Timeout=300"];
  const updated = runCommand("apt-get", [...wait, "update"], { env, timeout: LONGEST });
  const install = [...wait, "install", "-y", "--no-install-recommends", ...packages];
  const { ok, output } = runCommand("apt-get", install, { env, timeout: LONGEST });
  return { ok, output: updated.output + output };
}
