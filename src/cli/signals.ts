/** Ctrl-C, a polite kill, a terminal that is closed: work stops, what it began is cleared away, the status says why. */
import { EXIT, Failure } from "../node/failure.ts";

export interface Signals {
  readonly signal: AbortSignal;
  release(): void;
}

const ENDS = {
  SIGINT: [EXIT.interrupted, "interrupted"],
  SIGTERM: [EXIT.terminated, "terminated"],
  SIGHUP: [EXIT.hungUp, "the terminal was closed"],
} as const;
type Name = keyof typeof ENDS;

/** @param left what is there after the work has stopped, in words */
export function onSignal(left = "nothing was written"): Signals {
  const controller = new AbortController();
  const stop = (name: Name) => {
    const [status, what] = ENDS[name];
    controller.abort(new Failure(status, `${what}, ${left}`));
  };
  const names = Object.keys(ENDS) as Name[];
  for (const name of names) process.once(name, stop);
  return {
    signal: controller.signal,
    release: () => {
      for (const name of names) process.off(name, stop);
    },
  };
}
