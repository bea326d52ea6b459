/** Ctrl-C and a polite kill: work stops, what it began is cleared away, and the status says why. */
import { EXIT, Failure } from "../node/failure.ts";

export interface Signals {
  readonly signal: AbortSignal;
  release(): void;
}

export function onSignal(): Signals {
  const controller = new AbortController();
  const interrupted = () =>
    controller.abort(new Failure(EXIT.interrupted, "interrupted, nothing was written"));
  const terminated = () => controller.abort(new Failure(EXIT.terminated, "terminated, nothing was written"));
  process.once("SIGINT", interrupted).once("SIGTERM", terminated);
  return {
    signal: controller.signal,
    release: () => void process.off("SIGINT", interrupted).off("SIGTERM", terminated),
  };
}
