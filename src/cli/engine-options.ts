/** Options of what starts tasks on other machines: how they are typed, what they mean, and who takes them. */
import type { Command } from "commander";
import type { ClusterEngine, EngineOption, EngineOptions } from "../node/cluster/engine.ts";
import { ENGINES } from "../node/cluster/engines/index.ts";
import { EXIT, Failure } from "../node/failure.ts";
import { collect } from "./command.ts";
import { MOST_THREADS } from "./sweeping.ts";
import { wholeNumber } from "./whole-number.ts";

/** As typed. */
export interface TypedEngineOptions extends Omit<EngineOptions, "cpus" | "atOnce" | "retries"> {
  readonly engine: string;
  readonly cpus: string;
  readonly atOnce?: string;
  readonly retries?: string;
}

const MOST_AT_ONCE = 10_000;
const MOST_RETRIES = 100;

const WORDS = {
  time: ["--time <time>", "of one task: minutes or [days-]hours:minutes:seconds"],
  mem: ["--mem <size>", "memory of one task, as the engine writes it: 4G, 4Gi"],
  atOnce: ["--at-once <number>", "most tasks at a time (parallel: on each host)"],
  partition: ["--partition <name>", "of the cluster"],
  account: ["--account <name>", "to which the time is charged"],
  sbatch: ["--sbatch <option>", "any other option of sbatch, such as --sbatch=--qos=long; may be repeated"],
  hosts: ["--hosts <file>", "a host on each line (default: this machine)"],
  image: ["--image <name>", "container image in which corridor is found"],
  claim: ["--claim <name>", "claim of the volume that holds the sweep"],
  mount: ["--mount <folder>", "where pods see the sweep"],
  retries: ["--retries <number>", "tries of one shard after its first"],
} as const satisfies Record<EngineOption, readonly [flags: string, about: string]>;
const NAMES = Object.keys(WORDS) as EngineOption[];

export function withEngineOptions(command: Command): Command {
  const about = ENGINES.map((engine) => `${engine.name}: ${engine.about}`).join("; ");
  command.option("-e, --engine <name>", about, ENGINES[0]?.name).option("--cpus <number>", "cores of one task", "1");
  for (const name of NAMES) {
    const takers = ENGINES.filter(({ takes }) => takes.includes(name)).map((engine) => engine.name);
    const [flags, meaning] = WORDS[name];
    const words = `${meaning} [${takers.join(", ")}]`;
    if (name === "sbatch") command.option(flags, words, collect);
    else command.option(flags, words);
  }
  return command;
}

/** @throws Failure with status 2 for an engine that is none, and for an option that means nothing to it */
export function engineOf(options: TypedEngineOptions): { readonly engine: ClusterEngine; readonly told: EngineOptions } {
  const engine = ENGINES.find(({ name }) => name === options.engine);
  const known = ENGINES.map(({ name }) => name).join(", ");
  if (!engine) throw new Failure(EXIT.usage, `--engine: there is no ${options.engine}`, `use one of ${known}`);
  const idle = NAMES.find((name) => options[name] !== undefined && !engine.takes.includes(name));
  if (idle !== undefined) {
    throw new Failure(EXIT.usage, `${WORDS[idle][0]} means nothing to --engine ${engine.name}`, "leave it away");
  }
  const { cpus, atOnce, retries, ...rest } = options;
  const told = {
    ...rest,
    cpus: wholeNumber("--cpus", cpus, "of cores", 1, MOST_THREADS),
    ...(atOnce === undefined ? {} : { atOnce: wholeNumber("--at-once", atOnce, "of tasks", 1, MOST_AT_ONCE) }),
    ...(retries === undefined ? {} : { retries: wholeNumber("--retries", retries, "of tries", 0, MOST_RETRIES) }),
  };
  return { engine, told };
}
