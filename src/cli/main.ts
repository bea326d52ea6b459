#!/usr/bin/env node
/** The program `corridor`. */
import { EXIT } from "../node/failure.ts";
import { invoke } from "./invoke.ts";
import { processTerminal } from "./terminal.ts";

// A reader that has seen enough, such as `head`, is no mistake.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(EXIT.ok);
    throw error;
  });
}

const argv = process.argv.slice(2);
process.exitCode = await invoke(argv, processTerminal(argv));
