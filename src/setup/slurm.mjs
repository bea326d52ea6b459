/**
 * A Slurm to test sweeps on clusters with, and GNU parallel: whether they are here, and how Debian gets them. They are
 * worth having, not needed: without them those tests are skipped and say why.
 */
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { lastLines } from "./command.mjs";
import { installPackagesOfDebian, whyNoPackages } from "./debian.mjs";

const PACKAGES = ["slurm-wlm", "munge", "parallel"];
const PROGRAMS = ["slurmctld", "slurmd", "munged", "sbatch", "squeue", "sinfo", "scancel", "scontrol", "parallel"];
/** Where daemons are, which only root's PATH names. */
const PLACES = ["/usr/local/sbin", "/usr/sbin", "/sbin"];
const REMEDY = `apt-get install --no-install-recommends ${PACKAGES.join(" ")} on Debian`;

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {string} a PATH on which all of them are found, if they are installed
 */
export const pathWithDaemons = (env = process.env) => [env.PATH ?? "", ...PLACES].join(delimiter);

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {string | undefined} why there can be no cluster here, as a sentence without a full stop
 */
export function whyNoSlurm(env = process.env) {
  if (process.platform !== "linux") return "Slurm needs Linux";
  const folders = pathWithDaemons(env).split(delimiter);
  const missing = PROGRAMS.filter((program) => !folders.some((folder) => existsSync(join(folder, program))));
  return missing.length === 0 ? undefined : `not installed: ${missing.join(", ")} (${REMEDY})`;
}

/**
 * Installs them if it can, and never fails.
 *
 * @param {(line: string) => void} say
 */
export function tryForSlurm(say) {
  const lack = whyNoSlurm();
  if (!lack) return;
  if (process.platform !== "linux" || whyNoPackages()) {
    say(`the tests on a cluster will be skipped. ${lack}`);
    return;
  }
  say(`no Slurm found, installing ${PACKAGES.join(", ")} with apt-get ...`);
  const { ok, output } = installPackagesOfDebian(PACKAGES);
  const still = whyNoSlurm();
  if (still) say(`the tests on a cluster will be skipped. ${still}${ok ? "" : lastLines(output)}`);
}
