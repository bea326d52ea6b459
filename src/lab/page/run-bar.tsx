/** How finely and how often is played, and the button that plays it. */
import { BASELINE } from "../protocol.ts";
import { IssueList } from "./issue-list.tsx";
import type { Shared } from "./part.ts";
import { Typed } from "./typed.tsx";

const SCALES = [10, 30, 50, 100, 200];
const PAIRS = [5, 10, 20, 50];

export function RunBar({ store, say }: Shared) {
  const { states, wanted, isBusy, results, worldIssues, world } = store.lab;
  const { run, strategies } = states.present;
  const runs = [BASELINE, ...strategies.map((_, slot) => slot)];
  const finished = runs.reduce((sum, one) => sum + [...(results.get(one)?.values() ?? [])].filter(({ done }) => done).length, 0);
  const failed = [...results.values()].flatMap((of) => [...of.values()].flatMap((one) => one.failed ?? []));
  const all = runs.length * wanted;
  const played = runs.reduce(
    (sum, one) => sum + [...(results.get(one)?.values() ?? [])].reduce((of, { share }) => of + share, 0),
    0,
  );
  const isRunning = isBusy && wanted > 1;
  const set = (part: Partial<typeof run>) => store.change({ run: { ...run, ...part } }, `run-${Object.keys(part).join()}`);
  const setEnd = (end: string | undefined) => {
    const { end: _, ...rest } = run;
    store.change({ run: end === undefined ? rest : { ...rest, end } });
  };
  return (
    <div class="run">
      <div class="bar">
        <button type="button" class="main" onClick={isRunning ? store.stop : store.run}>
          {isRunning ? say("run.stop") : say("run.start", { pairs: run.replicates })}
        </button>
        <label>
          {say("run.pairs")}
          <select value={run.replicates} onChange={({ currentTarget }) => set({ replicates: Number(currentTarget.value) })}>
            {[...new Set([...PAIRS, run.replicates])].map((pairs) => (
              <option key={pairs}>{pairs}</option>
            ))}
          </select>
        </label>
      </div>
      <details class="settings">
        <summary>{say("run.settings", { scale: run.scale, end: run.end ?? world?.longest ?? "…", seed: run.seed })}</summary>
        <div class="bar">
          <label>
            {say("run.scale")}
            <select value={run.scale} onChange={({ currentTarget }) => set({ scale: Number(currentTarget.value) })}>
              {[...new Set([...SCALES, run.scale])].map((scale) => (
                <option key={scale} value={scale}>
                  1 : {scale}
                </option>
              ))}
            </select>
          </label>
          <label for="run-end">
            {say("run.end")}
            <Typed
              id="run-end"
              type="date"
              value={run.end ?? world?.longest ?? ""}
              min={world?.start}
              max={world?.longest}
              take={(value, { validity }) => value && validity.valid && setEnd(value === world?.longest ? undefined : value)}
            />
          </label>
          <label for="run-seed">
            {say("run.seed")}
            <Typed id="run-seed" type="text" size={8} maxLength={60} value={run.seed} take={(seed) => seed && set({ seed })} />
          </label>
        </div>
      </details>
      <progress max={all} value={played} aria-label={say("run.progress")} />
      <p role="status" class="quiet">
        {isBusy ? say(wanted > 1 ? "run.playing" : "run.preview", { finished, all }) : say("run.finished", { finished })}
      </p>
      {failed.length > 0 && (
        <p role="alert" class="issues">
          {say("run.failed", { runs: failed.length })} <span lang="en">{failed[0]}</span>
        </p>
      )}
      <IssueList issues={worldIssues.filter(({ severity }) => severity === "error")} say={say} />
    </div>
  );
}
