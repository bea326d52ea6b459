/** manifest.json: what was run, with what, and how to run it again. The only file with the time of day in it. */
import { arch, platform, release } from "node:os";
import type { RunIdentity } from "../experiment/run-identity.ts";
import type { FailedRun } from "../experiment/run-records.ts";
import type { WrittenFile } from "./result-folder.ts";
import type { ResolvedScenario } from "./scenario.ts";
import { commit } from "./version.ts";

export interface RunRecord extends RunIdentity {
  /** Unsigned 32-bit hash over the final state. */
  readonly finalHash: number;
}

export interface ManifestParts {
  readonly scenario: ResolvedScenario;
  readonly options: { readonly version: string; readonly command: readonly string[] };
  readonly started: Date;
  readonly records: readonly RunRecord[];
  readonly failed: readonly FailedRun[];
  readonly files: readonly WrittenFile[];
}

export function manifest({ scenario, options, started, records, failed, files }: ManifestParts): object {
  const { sources, ...resolved } = scenario;
  const source = commit();
  return {
    format: "corridor/manifest@1",
    corridor: { version: options.version, ...(source === undefined ? {} : { commit: source }) },
    engine: { node: process.versions.node, v8: process.versions.v8 },
    platform: { os: platform(), release: release(), arch: arch() },
    command: options.command,
    started: started.toISOString(),
    finished: new Date().toISOString(),
    seed: String(scenario.settings.seed),
    counts: { requested: records.length + failed.length, finished: records.length, failed: failed.length },
    runs: records.map(({ runId, replicate, seed, finalHash }) => ({ runId, replicate, seed, finalHash })),
    scenario: resolved,
    sources,
    files,
  };
}
