#!/usr/bin/env node
/**
 * Makes a fresh clone ready to run, with nothing but Node: installs the locked packages, compiles `src/` to
 * `dist/`, bundles the program, keeps the shipped documents parsed, bundles the policy lab and, with `--tests`, finds or installs a Chromium and, where it can, a Slurm and a Firefox. Does
 * only what is missing,
 * says so on stderr, and is silent when nothing is.
 *
 * Exit codes: 0 ready, 1 something is missing (the message says what and what to do).
 */
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, isBuilt } from "./setup/build.mjs";
import { ensureChromium, recordedChromium } from "./setup/chromium.mjs";
import { findFirefox, tryForFirefox } from "./setup/firefox.mjs";
import { buildLab, isLabBuilt } from "./setup/lab.mjs";
import { withLock } from "./setup/lock.mjs";
import { Missing } from "./setup/missing.mjs";
import { requireNode } from "./setup/node-version.mjs";
import { installPackages, missingPackages } from "./setup/packages.mjs";
import { bundleProgram, isProgramBundled } from "./setup/program.mjs";
import { tryForSlurm, whyNoSlurm } from "./setup/slurm.mjs";
import { areTreesKept, keepTrees } from "./setup/trees.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** @param {string} line */
const say = (line) => process.stderr.write(`set-up: ${line}\n`);

/** @param {{ tests: boolean }} wanted */
async function setUp({ tests }) {
  requireNode(root);
  const isReadyForTests = () => recordedChromium(root) !== undefined && whyNoSlurm() === undefined && findFirefox() !== undefined;
  const isMade = () => isBuilt(root) && isProgramBundled(root) && areTreesKept(root) && isLabBuilt(root);
  const isReady = () => missingPackages(root).length === 0 && isMade() && (!tests || isReadyForTests());
  if (isReady()) return;
  await withLock(join(root, ".setup-lock"), say, async () => {
    const missing = missingPackages(root);
    if (missing.length > 0) installPackages(root, missing, say);
    if (!isBuilt(root)) build(root, say);
    if (!isProgramBundled(root)) await bundleProgram(root);
    if (!areTreesKept(root)) await keepTrees(root);
    if (!isLabBuilt(root)) await buildLab(root, say);
    if (!tests) return;
    ensureChromium(root, say);
    tryForSlurm(say);
    tryForFirefox(say);
  });
}

try {
  const unknown = process.argv.slice(2).filter((argument) => argument !== "--tests");
  if (unknown.length > 0) throw new Missing(`unknown argument ${unknown[0]}`, "known: --tests");
  await setUp({ tests: process.argv.includes("--tests") });
} catch (error) {
  if (!(error instanceof Missing)) throw error;
  say(`failed: ${error.message}`);
  say(`what to do: ${error.remedy}`);
  process.exitCode = 1;
}
