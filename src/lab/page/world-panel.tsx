/** Inside the first pair of worlds: where people travel, who holds the market, and one smuggler's life in both worlds. */
import { BASELINE } from "../protocol.ts";
import { Ask } from "./ask.tsx";
import { FirstRun } from "./first-run.tsx";
import { FlowMap } from "./flow-map.tsx";
import { Life } from "./life.tsx";
import { Market } from "./market.tsx";
import { NoWorld } from "./no-world.tsx";
import type { Shared } from "./part.ts";
import { titleIn } from "./view-of.ts";

export function WorldPanel(shared: Shared) {
  const { store, say } = shared;
  const { world, view, states } = store.lab;
  if (!world) return <NoWorld {...{ store, say }} />;
  const last = world.windows.length - 1;
  const window = view.window < 0 || view.window > last ? last : view.window;
  const shown = view.shownRun < states.present.strategies.length ? view.shownRun : BASELINE;
  return (
    <>
      <div class="bar">
        <label>
          {say("world.which")}
          <select value={shown} onChange={({ currentTarget }) => store.look({ shownRun: Number(currentTarget.value) })}>
            <option value={BASELINE}>{say("baseline")}</option>
            {states.present.strategies.map(({ id, text }, slot) => (
              <option key={id} value={slot}>
                {titleIn(view.language, text)}
              </option>
            ))}
          </select>
        </label>
        <label class="grow">
          {say("world.date", { date: world.windows[window] ?? "" })}
          <input
            type="range"
            min={0}
            max={last}
            value={window}
            aria-valuetext={world.windows[window]}
            onInput={({ currentTarget }) => store.look({ window: currentTarget.valueAsNumber })}
          />
        </label>
      </div>
      <FirstRun {...{ store, say }} run={shown} />
      <div class="inside">
        <FlowMap {...shared} {...{ world, window, run: shown }} />
        <Market {...shared} {...{ world, window, run: shown }} />
      </div>
      <Ask {...shared} {...{ world, window }} />
      {view.actor !== undefined && <Life {...shared} {...{ world, window }} actor={view.actor} />}
    </>
  );
}
