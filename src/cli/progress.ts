/** How far a computation is: a bar where somebody watches, a line now and then where nobody does. */
import type { Terminal } from "./terminal.ts";

export interface Progress {
  /** @param done share of all runs, 0 to 1 */
  show(done: number, text: string): void;
  end(): void;
}

/** A log gets a line no more often than this. */
const LINE_MILLISECONDS = 10_000;
const PERCENT = 100;

export async function startProgress(terminal: Terminal, quiet: boolean, what: string): Promise<Progress> {
  if (quiet) return { show: () => undefined, end: () => undefined };
  if (!terminal.isWatched) return lines(terminal, what);
  const { SingleBar } = await import("cli-progress");
  const bar = new SingleBar({
    format: `${what} {bar} {percentage} % {text}`,
    clearOnComplete: true,
    hideCursor: true,
    linewrap: false,
  });
  bar.start(1, 0, { text: "" });
  return { show: (done, text) => bar.update(done, { text }), end: () => bar.stop() };
}

function lines(terminal: Terminal, what: string): Progress {
  let last = performance.now();
  terminal.err(`${what} ...\n`);
  return {
    show(done, text) {
      if (performance.now() - last < LINE_MILLISECONDS) return;
      last = performance.now();
      terminal.err(`${what} ${Math.floor(done * PERCENT)} % ${text}\n`);
    },
    end: () => undefined,
  };
}
