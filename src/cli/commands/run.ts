import type { Command } from "commander";
import { EXIT, type ExitCode, Failure } from "../../node/failure.ts";
import type { ResolvedScenario } from "../../node/scenario.ts";
import { type CommandEntry, type Context, collect, type GlobalOptions } from "../command.ts";
import { refuseOut, shown, targetOf } from "../result-target.ts";

interface Options extends GlobalOptions {
  readonly strategy?: string;
  readonly replicates?: string;
  readonly seed?: string;
  readonly scale?: string;
  readonly start?: string;
  readonly end?: string;
  readonly record?: string;
  readonly set?: string[];
  readonly run?: string;
  readonly out?: string;
  readonly force?: boolean;
  readonly check?: boolean;
  readonly hash?: boolean;
  readonly json?: boolean;
}

export const run: CommandEntry = {
  name: "run",
  about: "play a scenario, or an ecosystem under a strategy",
  define(command, context) {
    command
      .argument("<scenario>", "name or path of a scenario, or of an ecosystem; with --run the folder of a sweep")
      .option("-s, --strategy <name>", "name or path of a strategy (default: the scenario's, else none)")
      .option("-n, --replicates <number>", "runs that differ only by luck")
      .option("--seed <text>", "any text or number; the same seed gives the same result")
      .option("--scale <persons>", "real persons per simulated migrant: 1 is full scale, 10 quick")
      .option("--start <date>", "first day, YYYY-MM-DD")
      .option("--end <date>", "last day, YYYY-MM-DD")
      .option("--set <path=value>", "change a number or a switch; may be repeated", collect)
      .option("--record <every=weeks>", "weeks per row of the tables by actor")
      .option("--run <run_id>", "one run of a sweep, played again in full")
      .option("-o, --out <folder>", "folder of the result (default: output/<scenario>/<strategy>-<number>)")
      .option("-f, --force", "replace a result that is there")
      .option("--check", "check conservation of persons and money after every step")
      .option("--hash", "print and keep a hash of the state after every week")
      .option("--json", "print the summary as JSON")
      .action(
        context.action(async (scenario: string, _: Options, self: Command) =>
          play(scenario, self.optsWithGlobals<Options>(), context),
        ),
      );
  },
};

async function play(asked: string, options: Options, context: Context): Promise<ExitCode> {
  const { terminal } = context;
  await refuseOut(options);
  const scenario =
    options.run === undefined ? await resolved(asked, options, context) : await ofSweep(asked, options.run, options);
  if (!scenario) return EXIT.usage;

  const [{ playScenario }, { version }, { startProgress }, { onSignal }, { compareCommand, repeatCommand }] = await Promise.all([
    import("../../node/play-scenario.ts"),
    import("../../node/version.ts"),
    import("../progress.ts"),
    import("../signals.ts"),
    import("../repeat.ts"),
  ]);
  const { replicates } = scenario.settings;
  const target = targetOf(scenario, options);
  const progress = await startProgress(terminal, options.quiet === true, `${scenario.name}, ${scenario.strategy.name}`);
  const signals = onSignal();
  try {
    const played = await playScenario(scenario, {
      target,
      version: version(),
      check: options.check === true,
      hash: options.hash === true,
      command: ["corridor", ...context.argv],
      repeat: (seed) => repeatCommand(context.argv, options.run === undefined ? { seed, replicates: "1" } : {}),
      signal: signals.signal,
      onProgress: (over, share) =>
        progress.show(
          (over + share) / replicates,
          replicates > 1 ? `run ${Math.min(over + 1, replicates)} of ${replicates}` : "",
        ),
    });
    progress.end();
    if (options.json) {
      const { runJson } = await import("../present/run-json.ts");
      terminal.out(runJson(scenario, played, shown(played.folder)));
    } else {
      const { runSummary } = await import("../present/run-summary.ts");
      const isIdle = Object.keys(scenario.strategy.instruments).length === 0;
      // The name of a strategy of the user's own says nothing of where its file lies.
      const compare = compareCommand(context.argv, (isIdle ? undefined : options.strategy) ?? "<strategy>");
      const summary = { scenario, played, folder: shown(played.folder), colors: terminal.colors };
      terminal.out(runSummary(options.run === undefined ? { ...summary, compare } : summary));
      for (const { date, hash } of played.hashes) terminal.out(`${date} ${hashText(hash)}\n`);
    }
    return played.failed.length > 0 ? EXIT.someRunsFailed : EXIT.ok;
  } catch (error) {
    progress.end();
    throw signals.signal.aborted ? signals.signal.reason : error;
  } finally {
    signals.release();
  }
}

/** Nothing when it was refused, which has then been said. */
async function resolved(asked: string, options: Options, { terminal }: Context): Promise<ResolvedScenario | undefined> {
  const [{ resolveScenario }, { tellIssues }] = await Promise.all([import("../../node/scenario.ts"), import("../issues.ts")]);
  const { issues, scenario } = await resolveScenario({ ...options, scenario: asked });
  return (await tellIssues(issues, terminal, options)) ? undefined : scenario;
}

/** What the plan of a sweep has decided. */
const DECIDED = ["strategy", "replicates", "seed", "scale", "start", "end", "record", "set"] as const;

async function ofSweep(folder: string, runId: string, options: Options): Promise<ResolvedScenario> {
  const given = DECIDED.find((name) => options[name] !== undefined);
  if (given !== undefined) {
    throw new Failure(EXIT.usage, `--${given}: a run of a sweep is played as it was there`, `leave out --${given}, or --run`);
  }
  const { runOfSweep } = await import("../../node/sweep/run-of-sweep.ts");
  return runOfSweep(folder, runId);
}

const HASH_DIGITS = 8;
const HEX = 16;

function hashText(hash: number): string {
  return hash.toString(HEX).padStart(HASH_DIGITS, "0");
}
