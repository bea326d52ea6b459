/** What a command may do to the world outside: print. Data goes to `out`, everything else to `err`. */
import { createColors } from "picocolors";

export type Colors = ReturnType<typeof createColors>;

export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** For `out`: colours, or the same functions without effect. */
  readonly colors: Colors;
  /** Whether a person watches `err`, so that a line may be drawn over. */
  readonly isWatched: boolean;
}

/** Colours where somebody sees them, unless they were refused (no-color.org). */
export function wantsColors(argv: readonly string[], env: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  const isRefused = argv.includes("--no-color") || (env.NO_COLOR !== undefined && env.NO_COLOR !== "");
  return isTerminal && !isRefused && env.TERM !== "dumb";
}

export function processTerminal(argv: readonly string[]): Terminal {
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    colors: createColors(wantsColors(argv, process.env, process.stdout.isTTY)),
    isWatched: process.stderr.isTTY && process.env.TERM !== "dumb",
  };
}
