/** A command line -> a status. Whatever goes wrong is said in a line or two that name a way out. */
import { Command, CommanderError } from "commander";
import { EXIT, type ExitCode, Failure, unforeseenFileFailure } from "../node/failure.ts";
import { version } from "../node/version.ts";
import type { Context } from "./command.ts";
import { COMMANDS } from "./commands/index.ts";
import type { Terminal } from "./terminal.ts";

const ABOUT = `Simulates migrant-smuggling markets under sanctions and other tools.

A run plays one scenario week by week and leaves tables (CSV) that any spreadsheet opens. It shows what follows from stated assumptions; it is not a forecast.`;

const EXAMPLES = `
Begin with:
  corridor describe ecosystems                     what can be played
  corridor run <ecosystem> --strategy <strategy>   play it
  corridor init my-strategy --kind strategy        write your own
`;

/** The word by which shells ask for completions. */
const COMPLETE = "complete";

/** @param argv arguments without the program */
export async function invoke(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let status: ExitCode = EXIT.ok;
  const context: Context = {
    terminal,
    argv,
    action:
      (work) =>
      async (...args) => {
        status = await work(...args);
      },
  };
  try {
    const program = createProgram(context);
    if (argv[0] === COMPLETE) await (await import("./complete.ts")).addCompletion(program);
    await program.parseAsync([...argv], { from: "user" });
    return status;
  } catch (error) {
    return report(error, terminal);
  }
}

export function createProgram(context: Context): Command {
  const { terminal } = context;
  const program = new Command("corridor")
    .description(ABOUT)
    .version(version(), "-V, --version", "print the version")
    .option("-q, --quiet", "print results and errors only")
    .option("--no-color", "print without colours (also: NO_COLOR=1)")
    .helpOption("-h, --help", "print help")
    .helpCommand("help [command]", "print help for a command")
    .addHelpText("after", EXAMPLES)
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .showHelpAfterError("(add --help for what is possible)")
    .exitOverride();
  for (const entry of COMMANDS) entry.define(program.command(entry.name).description(entry.about), context);
  return program;
}

function report(raised: unknown, terminal: Terminal): ExitCode {
  const error = unforeseenFileFailure(raised);
  // Help and version are ends too; commander has printed whatever there was to say.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  if (error instanceof Failure) {
    terminal.err(`corridor: ${error.message}\n`);
    if (error.remedy !== undefined) terminal.err(`what to do: ${error.remedy}\n`);
    if (isDebugging()) terminal.err(`${stackOf(error)}\n`);
    return error.exitCode;
  }
  terminal.err(`corridor: unexpected fault: ${error instanceof Error ? error.message : String(error)}\n`);
  terminal.err("This is a fault of Corridor: please report it with the command and the scenario.\n");
  terminal.err(isDebugging() ? `${stackOf(error)}\n` : "CORRIDOR_DEBUG=1 shows where it happened.\n");
  return EXIT.fault;
}

const isDebugging = (): boolean => process.env.CORRIDOR_DEBUG === "1";

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? String(error.stack) : `${error.stack}\ncaused by: ${stackOf(error.cause)}`;
}
