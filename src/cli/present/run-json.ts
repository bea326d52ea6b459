/** The end of a run for programs: the same numbers as summary.csv. */
import { jsonText } from "../../formats/json.ts";
import type { Played } from "../../node/play-scenario.ts";
import type { ResolvedScenario } from "../../node/scenario.ts";

export function runJson({ name, strategy, settings }: ResolvedScenario, played: Played, folder: string): string {
  const { files, runs, failed, deeds, hashes, summary } = played;
  return jsonText({
    scenario: name,
    strategy: strategy.name,
    settings,
    folder,
    files,
    runs,
    failed: failed.map(({ run, message, command }) => ({ ...run, message, command })),
    deeds,
    ...(hashes.length > 0 ? { hashes } : {}),
    // Missing numbers become null.
    summary: summary.map(({ year, weeks, outcome, estimate, published, inside }) => ({
      year,
      weeks,
      outcome: outcome.name,
      unit: outcome.unit,
      ...estimate,
      published,
      inside,
    })),
  });
}
