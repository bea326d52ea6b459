/** How far the first run of a world is. Drawn by itself, many times a second, while what stands around it is not drawn anew. */
import { useEffect, useReducer } from "preact/hooks";
import type { Shared } from "./part.ts";

const PERCENT = 100;

export function FirstRun({ store, say, run }: Pick<Shared, "store" | "say"> & { readonly run: number }) {
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  useEffect(() => store.subscribe(() => redraw(undefined)), [store]);
  const first = store.lab.results.get(run)?.get(1);
  // Its place is kept when there is nothing to say.
  if (first?.done) return <div class="first-run" />;
  if (store.lab.strategyIssues.get(run)?.some(({ severity }) => severity === "error"))
    return <p class="quiet first-run">{say("world.unplayable")}</p>;
  return (
    <div class="first-run">
      <span class="quiet">{say("world.not-played")}</span>
      <progress max={PERCENT} value={Math.round((first?.share ?? 0) * PERCENT)} aria-label={say("world.not-played")} />
    </div>
  );
}
