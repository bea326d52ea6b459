import { join, resolve } from "node:path";
import type { Command } from "commander";
import type { Order } from "../../../node/cluster/engine.ts";
import { EXIT, type ExitCode, Failure } from "../../../node/failure.ts";
import type { CommandEntry, Context, GlobalOptions } from "../../command.ts";
import { engineOf, type TypedEngineOptions, withEngineOptions } from "../../engine-options.ts";
import { counted } from "../../present/number.ts";
import { shown } from "../../result-target.ts";
import { onSignal } from "../../signals.ts";
import { exitOf, statusIn, statusText } from "../../sweep-status.ts";

interface Options extends GlobalOptions, TypedEngineOptions {
  readonly shards?: string;
  readonly dryRun?: boolean;
}

/** In the folder of the sweep: scripts, lists, logs. */
const PLACE = "cluster";

export const submit: CommandEntry = {
  name: "submit",
  about: "have the shards that lack something played on other machines",
  define(command, context) {
    withEngineOptions(command.argument("<folder>", "folder of a sweep that is shared out"))
      .option("--shards <ranges>", "these shards, as in 23-24,107 (default: all that lack something)")
      .option("--dry-run", "say what would be run, and run nothing")
      .action(
        context.action(async (folder: string, _: unknown, self: Command) =>
          send(resolve(folder), self.optsWithGlobals<Options>(), context),
        ),
      );
  },
};

async function send(folder: string, options: Options, { terminal }: Context): Promise<ExitCode> {
  const { engine } = engineOf(options);
  const [{ commandText, refuseMissingPrograms, runPrepared, writePrepared }, { ranges }] = await Promise.all([
    import("../../../node/cluster/submit.ts"),
    import("../../../node/cluster/array-ranges.ts"),
  ]);
  const order = await orderOf(folder, options, terminal.err);
  const prepared = await engine.prepare(order);
  terminal.out(`${counted(order.shards.length, "shard")} of ${order.count}: ${ranges(order.shards)}\n`);
  for (const command of prepared.commands) terminal.out(`${commandText(order, command)}\n`);
  if (options.dryRun) {
    for (const { name, text } of prepared.files) terminal.out(`\n${shown(join(order.place, name))}:\n${text}`);
    return EXIT.ok;
  }
  refuseMissingPrograms(prepared);
  writePrepared(order, prepared);
  const place = shown(folder);
  const signals = onSignal(`what was finished is kept; see corridor sweep status ${place}`);
  try {
    await runPrepared(engine, order, prepared, terminal, signals.signal);
  } finally {
    signals.release();
  }
  if (engine.submitted || prepared.commands.length === 0) {
    terminal.out(`${prepared.next}\nfollow it: corridor sweep status ${place}\n`);
    return EXIT.ok;
  }
  const now = await statusIn(folder);
  terminal.out(statusText(folder, now));
  return exitOf(now);
}

/** @throws Failure with status 2 when nothing is missing, and 75 when all that is missing is in the queue */
async function orderOf(folder: string, options: Options, tell: (text: string) => void): Promise<Order> {
  const [{ parseRanges, ranges }, { packageFolder, version }, { refuseOtherBuild }, { neededPlan }, { neededShards }] =
    await Promise.all([
      import("../../../node/cluster/array-ranges.ts"),
      import("../../../node/version.ts"),
      import("../../../node/sweep/same-build.ts"),
      import("../../../node/sweep/sweep-folder.ts"),
      import("../../../node/sweep/shards.ts"),
    ]);
  const { engine, told } = engineOf(options);
  const plan = neededPlan(folder);
  refuseOtherBuild({ folder, plan });
  const { count } = neededShards(folder, plan);
  const sweep = { folder, place: join(folder, PLACE), plan: plan.id, count };
  // Before the files are looked at: what ends in between is then thought to be in the queue, and not to be missing.
  const queued = new Set(engine.queued?.(sweep) ?? []);
  const { shards: state, isMerged } = await statusIn(folder);
  const place = shown(folder);
  const wanted = options.shards === undefined ? state.missingIndices : parseRanges(options.shards, count);
  if (wanted.length === 0) {
    const failed = state.failed === "" ? "" : `; to try failed runs again: --shards ${state.failed}`;
    throw new Failure(
      EXIT.usage,
      `${place}: no shard lacks anything`,
      isMerged ? `it is merged already${failed}` : `put them together: corridor sweep merge ${place}${failed}`,
    );
  }
  const shards = wanted.filter((shard) => !queued.has(shard));
  const waiting = ranges(wanted.filter((shard) => queued.has(shard)));
  if (shards.length === 0) {
    throw new Failure(EXIT.busy, `${place}: shards ${waiting} are in the queue already, and nothing else is missing`, "wait");
  }
  if (waiting !== "") tell(`in the queue already, and not submitted again: ${waiting}\n`);
  return {
    ...sweep,
    shards,
    node: process.execPath,
    program: join(packageFolder(), "dist", "corridor.js"),
    version: version(),
    options: told,
  };
}
