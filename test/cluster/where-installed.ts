/**
 * Tests that need programs which a machine may lack, and the set-up cannot always install: they are skipped there, and
 * say why. The only tests that may be.
 */
import { describe } from "vitest";
import { whyNoSlurm } from "../../src/setup/slurm.mjs";

/** Slurm takes its time, the more on a machine that does much else. */
export const LONGEST = 240_000; // milliseconds

export function describeWhereInstalled(name: string, body: () => void): void {
  const lack = whyNoSlurm();
  if (lack === undefined) {
    describe(name, { timeout: LONGEST }, body);
    return;
  }
  console.warn(`skipped: ${name}. ${lack}`);
  describe.skip(`${name} (skipped. ${lack})`, body);
}
