/** One smuggler in both worlds: what it did in each, and why it chose as it did at the time that is looked at. */
import { BASELINE, type WorldInfo } from "../protocol.ts";
import type { Shared } from "./part.ts";
import { useAnswer } from "./use-answer.ts";
import { viewOf } from "./view-of.ts";
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
        {strategy && <OneLife {...props} run={view.active} called={viewOf(strategy.text).title} />}
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
  // Answers come from runs that are done: what was asked before is asked again.
  const key = `${first?.key ?? ""}${first?.done ? " done" : ""}`;
  const date = world.windows[window] ?? "";
  const life = useAnswer(store, { type: "life", run, actor }, key);
  const why = useAnswer(store, { type: "why", run, who: { actor }, date }, key);
  const rows = life?.type === "life" ? life.rows : [];
  const events = life?.type === "life" ? life.events : [];
  const spells = rows.filter(({ leg, conduct, status }, i) => {
    const before = rows[i - 1];
    return !before || before.leg !== leg || before.conduct !== conduct || before.status !== status;
  });
  return (
    <div>
      <h4>{called}</h4>
      {(life === undefined || !first?.done) && <p class="quiet">{say("world.not-played")}</p>}
      <ul>
        {spells.map((row) => (
          <li key={`${row.date}-${row.leg}-${row.conduct}`}>
            {row.date}: {label("conduct", row.conduct)}, {label("status", row.status)}{" "}
            <span class="quiet">{world.legs.find(({ name }) => name === row.leg)?.title ?? row.leg}</span>
          </li>
        ))}
        {events.map((event) => (
          <li key={`${event.date}-${event.event}-${event.cause}`} lang="en">
            {event.date}: {event.event} {event.authority} <span class="quiet">{event.cause}</span>
          </li>
        ))}
        {life && first?.done && rows.length === 0 && <li class="quiet">{say("life.nothing")}</li>}
      </ul>
      {why?.type === "why" && "decisions" in why.found && (
        <details>
          <summary>{say("life.why", { date: why.found.date })}</summary>
          {why.found.decisions.map((decision) => (
            <Why key={decision.decision} {...{ decision, say }} language={store.lab.view.language} />
          ))}
        </details>
      )}
      {why?.type === "why" && "problem" in why.found && <p class="quiet">{say("life.no-decision")}</p>}
    </div>
  );
}
