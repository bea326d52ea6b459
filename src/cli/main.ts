#!/usr/bin/env node
/** The program `corridor`. */
import { EXIT, fileFailure } from "../node/failure.ts";
import { invoke } from "./invoke.ts";
import { processTerminal } from "./terminal.ts";

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // A reader that has seen enough, such as `head`, is no mistake.
  if (error.code === "EPIPE") process.exit(EXIT.ok);
  const failure = fileFailure(error, "print");
  process.stderr.write(`corridor: ${failure instanceof Error ? failure.message : String(failure)}\n`);
  process.exit(EXIT.files);
});
// Where nobody listens, as when the terminal is closed, work goes on or is cleared away without words.
process.stderr.on("error", () => undefined);

const argv = process.argv.slice(2);
process.exitCode = await invoke(argv, processTerminal(argv));
