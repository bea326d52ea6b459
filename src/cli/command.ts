/** What a file in `commands` declares. What a command needs is loaded when it runs, so that help is there at once. */
import type { Command } from "commander";
import type { ExitCode } from "../node/failure.ts";
import type { Terminal } from "./terminal.ts";

export interface CommandEntry {
  readonly name: string;
  readonly about: string;
  /** Declares arguments and options, and what to do with them. */
  define(command: Command, context: Context): void;
}

export interface Context {
  readonly terminal: Terminal;
  /** The arguments as typed, without the program. */
  readonly argv: readonly string[];
  /** Makes an action of a function whose result is the status of the program. */
  action<A extends unknown[]>(work: (...args: A) => Promise<ExitCode>): (...args: A) => Promise<void>;
}

/** Options that every command knows. */
export interface GlobalOptions {
  readonly quiet?: boolean;
}

/** For options that may be given several times. */
export function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}
