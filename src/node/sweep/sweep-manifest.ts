/** manifest.json of a sweep: what was played, with what, and how to do it again. The only file with the time of day in it. */
import { arch, platform, release } from "node:os";
import type { Plan } from "../../experiment/plan.ts";
import type { WrittenFile } from "../result-folder.ts";
import { commit } from "../version.ts";

export interface SweepManifestParts {
  readonly command: readonly string[];
  readonly started: Date;
  readonly counts: { readonly requested: number; readonly finished: number; readonly failed: number };
  readonly files: readonly WrittenFile[];
}

/** @param plan of a sweep, or of something else that is played from a plan */
export function sweepManifest(
  plan: Pick<Plan, "version" | "engine" | "settings" | "id">,
  { command, started, counts, files }: SweepManifestParts,
): object {
  const source = commit();
  return {
    format: "corridor/manifest@1",
    corridor: { version: plan.version, build: plan.engine, ...(source === undefined ? {} : { commit: source }) },
    engine: { node: process.versions.node, v8: process.versions.v8 },
    platform: { os: platform(), release: release(), arch: arch() },
    command,
    started: started.toISOString(),
    finished: new Date().toISOString(),
    seed: String(plan.settings.seed),
    plan: plan.id,
    counts,
    files,
  };
}
