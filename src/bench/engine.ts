/** The engine on a real scenario: speed, where the time goes, memory. */
import { bytesPerRow, rowsInUse } from "../core/frame.ts";
import { compile, type Model } from "../core/index.ts";
import { PHASES } from "../core/phases/index.ts";
import { createRecorder } from "../core/record.ts";
import { createWorld } from "../core/world/create.ts";
import { resetLedger } from "../core/world/ledger.ts";
import { formatIssues } from "../formats/issue-text.ts";
import { resolveScenario } from "../node/scenario.ts";

export interface EngineRun {
  readonly scale: number;
  readonly weeks: number;
  readonly seconds: number;
  /** Of all threads: compilation and the collection of garbage are in it. */
  readonly cpuSeconds: number;
  /** Live simulated migrants (in any state but an absorbing one) summed over weeks, the warm-up included. */
  readonly migrantWeeks: number;
  /** By processor time. */
  readonly migrantWeeksPerSecond: number;
  readonly bytesPerMigrant: number;
  /** At work, mean over weeks. */
  readonly smugglers: number;
  /** Seconds by phase, and of the metrics. */
  readonly phases: Readonly<Record<string, number>>;
}

/** @throws Error with the issues of the scenario */
export async function modelOf(scenario: string, set: readonly string[], scale: number, end?: string): Promise<Model> {
  const { scenario: resolved, issues } = await resolveScenario({ scenario, set });
  if (!resolved) throw new Error(formatIssues(issues));
  const { ecosystem, strategy, settings } = resolved;
  return compile(ecosystem, strategy, { ...settings, scale, ...(end ? { end } : {}) }, "bench");
}

export function benchRun(model: Model): EngineRun {
  const phases: Record<string, number> = {};
  const [begin, cpu] = [performance.now(), process.cpuUsage()];
  const world = createWorld(model);
  const recorder = createRecorder(model);
  let migrantWeeks = 0;
  let smugglerWeeks = 0;
  const spend = (name: string, from: number) => {
    phases[name] = (phases[name] ?? 0) + (performance.now() - from) / 1000;
  };
  for (let week = 0; week < model.calendar.weeks; week++) {
    world.week = week;
    if (week > 0) resetLedger(world.ledger);
    for (const phase of PHASES) {
      const from = performance.now();
      phase.run(world);
      spend(phase.name, from);
    }
    const from = performance.now();
    recorder.observe(world);
    spend("metrics", from);
    migrantWeeks += rowsInUse(world.migrants);
    smugglerWeeks += world.active.length;
  }
  recorder.finish(world);
  const seconds = (performance.now() - begin) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const cpuSeconds = (user + system) / 1e6;
  return {
    scale: model.scale,
    weeks: model.calendar.weeks,
    seconds,
    cpuSeconds,
    migrantWeeks,
    migrantWeeksPerSecond: migrantWeeks / cpuSeconds,
    bytesPerMigrant: bytesPerRow(world.migrants),
    smugglers: smugglerWeeks / model.calendar.weeks,
    phases,
  };
}
