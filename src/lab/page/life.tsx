/** One smuggler in both worlds: what it did in each, and why it chose as it did at the time that is looked at. */
import { useState } from "preact/hooks";
import { BASELINE, type WorldInfo } from "../protocol.ts";
import { FirstRun } from "./first-run.tsx";
import type { Shared } from "./part.ts";
import { titleOf } from "./title-of.ts";
import { useAnswer } from "./use-answer.ts";
import { titleIn } from "./view-of.ts";
import { Why } from "./why.tsx";

interface LifeProps extends Shared {
  readonly world: WorldInfo;
  readonly window: number;
  readonly actor: string;
}

export function Life(props: LifeProps) {
  const { store, say, actor } = props;
  const { states, view } = store.lab;
  const strategy = states.present.strategies[view.active];
  return (
    <section class="life" aria-label={say("life.title", { actor })}>
      <h3>{say("life.title", { actor })}</h3>
      <div class="inside">
        <OneLife {...props} run={BASELINE} called={say("baseline")} />
        {strategy && <OneLife {...props} run={view.active} called={titleIn(view.language, strategy.text)} />}
      </div>
      <button type="button" onClick={() => store.look({ actor: undefined })}>
        {say("life.close")}
      </button>
    </section>
  );
}

function OneLife({
  store,
  say,
  label,
  world,
  window,
  actor,
  run,
  called,
}: LifeProps & { readonly run: number; readonly called: string }) {
  const { results } = store.lab;
  const first = results.get(run)?.get(1);
  const isDone = first?.done !== undefined;
  // Answers come from runs that are done: what was asked before is asked again.
  const key = `${first?.key ?? ""}${isDone ? " done" : ""}`;
  const life = useAnswer(store, { type: "life", run, actor }, key);
  const rows = life?.type === "life" ? life.rows : [];
  const events = life?.type === "life" ? life.events : [];
  const spells = rows.filter(({ leg, conduct, status }, i) => {
    const before = rows[i - 1];
    return !before || before.leg !== leg || before.conduct !== conduct || before.status !== status;
  });
  return (
    <div>
      <h4>{called}</h4>
      <FirstRun {...{ store, say, run }} />
      {isDone && life === undefined && <p role="status">{say("life.asking")}</p>}
      <ul class={isDone ? "" : "stale"}>
        {spells.map((row) => (
          <li key={`${row.date}-${row.leg}-${row.conduct}`}>
            {row.date}: {label("conduct", row.conduct)}, {label("status", row.status)}{" "}
            <span class="quiet">{titleOf(world, "leg", row.leg)}</span>
          </li>
        ))}
        {events.map((event) => (
          <li key={`${event.date}-${event.event}-${event.cause}`}>
            {event.date}: {label("event", event.event)} {event.authority && titleOf(world, "authority", event.authority)}{" "}
            <span class="quiet">{label("cause", event.cause)}</span>
          </li>
        ))}
        {life?.type === "life" && rows.length === 0 && <li class="quiet">{say("life.nothing")}</li>}
      </ul>
      {isDone && rows.length > 0 && (
        <Reasons {...{ store, say, world, run, actor, state: key }} date={world.windows[window] ?? ""} />
      )}
    </div>
  );
}

interface ReasonsProps extends Pick<Shared, "store" | "say"> {
  readonly world: WorldInfo;
  readonly run: number;
  readonly actor: string;
  readonly date: string;
  /** Changes when the run is another. */
  readonly state: string;
}

/** Asked for when they are opened: the world is played anew up to the decision. */
function Reasons({ store, say, world, run, actor, date, state }: ReasonsProps) {
  const [isOpen, open] = useState(false);
  const why = useAnswer(store, isOpen ? { type: "why", run, who: { actor }, date } : undefined, state);
  const found = why?.type === "why" ? why.found : undefined;
  return (
    <details onToggle={({ currentTarget }) => open(currentTarget.open)}>
      <summary>{say("life.why", { date })}</summary>
      {isOpen && why === undefined && <p role="status">{say("ask.waiting")}</p>}
      {found && "decisions" in found && (
        <>
          <p>{say("life.decided", { date: found.date })}</p>
          {found.decisions.map((decision) => (
            <Why key={decision.decision} {...{ decision, say, world }} language={store.lab.view.language} />
          ))}
        </>
      )}
      {found && "problem" in found && <p class="quiet">{say("life.no-decision")}</p>}
    </details>
  );
}
