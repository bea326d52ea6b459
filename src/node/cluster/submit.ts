/** Writes what an engine has prepared into the folder of the sweep, and runs its commands there. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import { delimiter, join } from "node:path";
import { writeDurably } from "../durable.ts";
import { EXIT, Failure, withFiles } from "../failure.ts";
import { makeFolder } from "../make-folder.ts";
import type { ClusterEngine, Order, Prepared, PreparedCommand } from "./engine.ts";
import { shellLine, shellWord } from "./shell-word.ts";

export interface Listener {
  out(text: string): void;
  err(text: string): void;
}

/** A command as somebody could type it. */
export function commandText({ place }: Order, { program, args, input, environment = {} }: PreparedCommand): string {
  const variables = Object.entries(environment).map(([name, value]) => `${name}=${shellWord(value)} `);
  return `${variables.join("")}${shellLine([program, ...args])} < ${shellWord(join(place, input))}`;
}

/** @throws Failure with status 2 when a program is not there */
export function refuseMissingPrograms({ commands }: Prepared, env: NodeJS.ProcessEnv = process.env): void {
  const folders = (env.PATH ?? "").split(delimiter);
  for (const { program } of commands) {
    if (folders.some((folder) => fs.existsSync(join(folder, program)))) continue;
    throw new Failure(
      EXIT.usage,
      `there is no ${program} on the PATH`,
      "go where it is, such as the login node of the cluster, or choose another --engine; --dry-run shows what would be run",
    );
  }
}

export function writePrepared({ place }: Order, { files, folders = [] }: Prepared): void {
  for (const folder of ["", ...folders]) withFiles(`write to ${place}`, () => void makeFolder(join(place, folder)));
  for (const { name, text } of files) writeDurably(join(place, name), [text]);
}

/**
 * @param signal ends a command that is under way
 * @throws Failure with status 2 when an engine does not take the work, or the reason of the signal
 */
export async function runPrepared(
  engine: ClusterEngine,
  order: Order,
  { commands }: Prepared,
  listener: Listener,
  signal: AbortSignal,
): Promise<void> {
  for (const command of commands) {
    const { status, printed, said } = await run(order, command, engine.submitted ? undefined : listener, signal);
    signal.throwIfAborted();
    if (!engine.submitted) continue;
    if (status !== 0) throw new Failure(EXIT.usage, `${command.program} does not take the work: ${said.trim()}`);
    listener.out(`${engine.submitted(order, printed)}\n`);
  }
}

async function run(order: Order, command: PreparedCommand, listener: Listener | undefined, signal: AbortSignal) {
  const { program, args, input, environment } = command;
  const child = spawn(program, args, { cwd: order.folder, stdio: "pipe", env: { ...process.env, ...environment } });
  const stop = () => child.kill("SIGTERM");
  signal.addEventListener("abort", stop, { once: true });
  let [printed, said] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    if (listener) listener.out(text);
    else printed += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    if (listener) listener.err(text);
    else said += text;
  });
  // It need not read to the end.
  child.stdin.on("error", () => undefined);
  child.stdin.end(fs.readFileSync(join(order.place, input)));
  const [status] = (await once(child, "close")) as [number | null];
  signal.removeEventListener("abort", stop);
  return { status, printed, said };
}
