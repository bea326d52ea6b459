/** What `sweep`, `resume` and `expand` have in common: play what is missing, show how far it is, say what came out. */
import { resolve } from "node:path";
import type { Command } from "commander";
import type { Plan } from "../experiment/plan.ts";
import { EXIT, type ExitCode, Failure } from "../node/failure.ts";
import type { Progress } from "../node/sweep/play-plan.ts";
import type { Swept } from "../node/sweep/run-sweep.ts";
import type { SweepFolder } from "../node/sweep/sweep-folder.ts";
import type { Context, GlobalOptions } from "./command.ts";
import { counted, formatNumber, formatQuantity } from "./present/number.ts";
import { startProgress } from "./progress.ts";
import { shown } from "./result-target.ts";
import { onSignal } from "./signals.ts";
import { wholeNumber } from "./whole-number.ts";

export interface SweepingOptions extends GlobalOptions {
  readonly workers?: string;
  /** False: --no-cache. */
  readonly cache?: string | boolean;
  readonly progress?: string;
  readonly json?: boolean;
}

/** Options of how a plan is played, whatever it is. */
export function withPlayOptions(command: Command): Command {
  return command
    .option("-w, --workers <number>", "threads (default: one per core)")
    .option("--progress <form>", "bar or json (a line of JSON on stderr, several times a second)")
    .option("--json", "print the result as JSON");
}

/** Options of where runs of earlier sweeps are looked for. */
export function withCacheOptions(command: Command): Command {
  return command
    .option(
      "--cache <folder>",
      "where runs of earlier sweeps lie, the newest 2 GB of them (default: output/.cache, unless --out is given)",
    )
    .option("--no-cache", "play everything anew");
}

/** Nothing outside --out is written unless it is named. */
export function cacheOf({ cache, out }: { readonly cache?: string | boolean; readonly out?: string }): string | undefined {
  if (cache === false) return undefined;
  if (typeof cache === "string") return resolve(cache);
  return out === undefined ? resolve("output", ".cache") : undefined;
}

export const MOST_THREADS = 512;

/** @throws Failure with status 2 when it is no number of threads */
export function workersOf({ workers }: Pick<SweepingOptions, "workers">): { workers?: number } {
  return workers === undefined ? {} : { workers: wholeNumber("--workers", workers, "of threads", 1, MOST_THREADS) };
}

/**
 * Plays a plan in --out, or in the next free folder of a series.
 * @param from folders of blocks whose runs are taken over
 */
export async function playInFolder(
  plan: Plan,
  options: SweepingOptions & { readonly out?: string },
  series: string,
  context: Context,
  from?: readonly [string, ...string[]],
): Promise<ExitCode> {
  const [{ layPlan, openSweep }, { nextInSeries }] = await Promise.all([
    import("../node/sweep/sweep-folder.ts"),
    import("../node/run-number.ts"),
  ]);
  const folder = options.out === undefined ? nextInSeries(resolve("output", plan.name), series) : resolve(options.out);
  layPlan(folder, plan);
  const sweep = openSweep(folder);
  try {
    if (from) {
      const [{ takeFrom }, { openStore }] = await Promise.all([
        import("../node/sweep/cache.ts"),
        import("../node/sweep/store.ts"),
      ]);
      takeFrom(openStore(from), plan, sweep.store);
    }
    return await playSweep(sweep, options, cacheOf(options), context);
  } finally {
    sweep.close();
  }
}

export async function playSweep(
  sweep: SweepFolder,
  options: SweepingOptions,
  cache: string | undefined,
  context: Context,
): Promise<ExitCode> {
  const { terminal, argv } = context;
  const { runSweep } = await import("../node/sweep/run-sweep.ts");
  const folder = shown(sweep.folder);
  const reporter = await reportProgress(context, options, sweep.plan.name);
  const signals = onSignal(`what was finished is kept; go on with: corridor resume ${folder}`);
  try {
    const swept = await runSweep(sweep, {
      ...workersOf(options),
      ...(cache === undefined ? {} : { cache }),
      command: ["corridor", ...argv],
      signal: signals.signal,
      onProgress: reporter.show,
    });
    reporter.end();
    terminal.out(options.json ? `${JSON.stringify({ ...swept, folder }, undefined, 2)}\n` : sweptText(sweep, swept, folder));
    return swept.failed > 0 || swept.failedChecks > 0 ? EXIT.someRunsFailed : EXIT.ok;
  } catch (error) {
    reporter.end();
    throw signals.signal.aborted ? signals.signal.reason : error;
  } finally {
    signals.release();
  }
}

export interface Reporter {
  show(progress: Progress): void;
  end(): void;
}

/** How far it is, as a bar, as lines or as JSON. */
export async function reportProgress({ terminal }: Context, options: SweepingOptions, name: string): Promise<Reporter> {
  if (options.progress === "json") {
    return { show: (progress) => terminal.err(`${JSON.stringify(progress)}\n`), end: () => undefined };
  }
  if (options.progress !== undefined && options.progress !== "bar") {
    throw new Failure(EXIT.usage, `--progress: there is no ${options.progress}`, "use bar or json");
  }
  const bar = await startProgress(terminal, options.quiet === true, name);
  return {
    show({ runs, over, failed, remaining }) {
      const left = Number.isNaN(remaining) ? "" : `, ${durationText(remaining)} left`;
      const broken = failed > 0 ? `, ${formatNumber(failed)} failed` : "";
      bar.show(runs === 0 ? 1 : over / runs, `${formatNumber(Math.floor(over))} of ${counted(runs, "run")}${broken}${left}`);
    },
    end: bar.end,
  };
}

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;

/** "40 s", "12 min", "3.5 h", "2.1 days". */
export function durationText(seconds: number): string {
  if (seconds < 2 * MINUTE) return `${formatNumber(Math.ceil(seconds))} s`;
  if (seconds < 2 * HOUR) return `${formatNumber(seconds / MINUTE)} min`;
  return seconds < 2 * DAY ? `${formatNumber(seconds / HOUR, 1)} h` : `${formatNumber(seconds / DAY, 1)} days`;
}

function enoughText({ isReached, replicates, strategies }: NonNullable<Swept["enough"]>): string {
  const widths = strategies.map(({ strategy, halfWidth, target }) => {
    return `${strategy} ±${formatQuantity(halfWidth)}, wanted ±${formatQuantity(target)}`;
  });
  const isNarrow = strategies.every(({ halfWidth, target }) => halfWidth <= target);
  const short = isNarrow ? "it is sure that the interval stays narrow enough" : "the interval is narrow enough";
  const end = isReached ? "The interval is narrow enough" : `The budget is spent before ${short}`;
  return `${end} after ${counted(replicates, "pair")} (${widths.join("; ")})`;
}

function sweptText(
  { plan }: SweepFolder,
  { finished, failed, played, seconds, files, brief, enough }: Swept,
  folder: string,
): string {
  const found = finished + failed - played;
  const pace = played > 0 ? ` in ${durationText(seconds)}` : "";
  return [
    `${plan.title}: ${counted(finished, "run")} of ${formatNumber(finished + failed)}`,
    ` (${formatNumber(played)} played${pace}${found > 0 ? `, ${formatNumber(found)} were there` : ""})\n`,
    ...brief.map((sentence) => `${sentence}\n`),
    enough ? `${enoughText(enough)}\n` : "",
    failed > 0 ? `${counted(failed, "run")} failed: failures.csv says why, and how to repeat each\n` : "",
    `Written to ${folder}/ (${files.length} files; design.csv names the points, datapackage.json explains every column)\n`,
  ].join("");
}
