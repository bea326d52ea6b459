/** Why somebody who is no smuggler chose as it did: a migrant at a place, or an enabler, in both worlds. */
import { useState } from "preact/hooks";
import type { Asked } from "../../core/index.ts";
import { BASELINE, type EnablerRow, type WorldInfo } from "../protocol.ts";
import type { Shared } from "./part.ts";
import { numberIn } from "./texts.ts";
import { titleOf } from "./title-of.ts";
import { useAnswer } from "./use-answer.ts";
import { titleIn } from "./view-of.ts";
import { Why } from "./why.tsx";

interface AskProps extends Shared {
  readonly world: WorldInfo;
  readonly window: number;
}

interface AskedOf {
  readonly who: Asked;
  readonly date: string;
}

export function Ask(props: AskProps) {
  const { store, say, label, world, window } = props;
  const { results, states, view } = store.lab;
  const date = world.windows[window] ?? "";
  const [isOpen, open] = useState(false);
  const [whom, choose] = useState("");
  const [asked, ask] = useState<AskedOf | undefined>(undefined);
  const key = results.get(BASELINE)?.get(1)?.key ?? "";
  const found = useAnswer(store, isOpen ? { type: "enablers", run: BASELINE, date } : undefined, key);
  const enablers = found?.type === "enablers" ? found.rows : [];
  const strategy = states.present.strategies[view.active];
  return (
    <details class="ask" onToggle={({ currentTarget }) => open(currentTarget.open)}>
      <summary>{say("ask.title")}</summary>
      <p class="quiet">{say("ask.help")}</p>
      <div class="bar">
        <label class="grow">
          {say("ask.whom")}
          <select value={whom} onChange={({ currentTarget }) => choose(currentTarget.value)}>
            <option value="">–</option>
            <optgroup label={say("ask.migrants")}>
              {world.places.map(({ name, title }) => (
                <option key={name} value={`at ${name}`}>
                  {title}
                </option>
              ))}
            </optgroup>
            {byService(enablers).map(([service, those]) => (
              <optgroup key={service} label={titleOf(world, "service", service)}>
                {those.map(({ actor, jurisdiction, status, served }) => (
                  <option key={actor} value={`who ${actor}`}>
                    {say("ask.enabler", {
                      ...{ actor, place: titleOf(world, "jurisdiction", jurisdiction), status: label("status", status) },
                      served: numberIn(view.language, served, served < 1 ? 1 : 0),
                    })}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </label>
        <button type="button" disabled={whom === ""} onClick={() => ask({ who: whoIn(whom), date })}>
          {say("ask.start")}
        </button>
      </div>
      {asked && (
        <div class="inside">
          <Told {...props} {...asked} run={BASELINE} called={say("baseline")} />
          {strategy && <Told {...props} {...asked} run={view.active} called={titleIn(view.language, strategy.text)} />}
        </div>
      )}
    </details>
  );
}

/** Kinds of service in the order of what they serve, each with those who offer it. */
function byService(enablers: readonly EnablerRow[]): [string, EnablerRow[]][] {
  const found = new Map<string, EnablerRow[]>();
  for (const one of enablers) found.set(one.service, [...(found.get(one.service) ?? []), one]);
  return [...found];
}

function whoIn(value: string): Asked {
  const [how, name = ""] = value.split(" ");
  return how === "at" ? { node: name } : { actor: name };
}

function Told({
  store,
  say,
  label,
  world,
  who,
  date,
  run,
  called,
}: AskProps & AskedOf & { readonly run: number; readonly called: string }) {
  const { results, view } = store.lab;
  const key = results.get(run)?.get(1)?.key ?? "";
  const answer = useAnswer(store, { type: "why", run, who, date }, key);
  const told = answer?.type === "why" && "decisions" in answer.found ? answer.found : undefined;
  return (
    <div>
      <h4>{called}</h4>
      {answer === undefined && <p role="status">{say("ask.waiting")}</p>}
      {answer !== undefined && told === undefined && <p class="quiet">{say("ask.nobody")}</p>}
      {told && (
        <>
          <p>{say("ask.found", { actor: told.actor, role: label("role", told.role), date: told.date })}</p>
          {told.decisions.map((decision) => (
            <Why key={decision.decision} {...{ decision, say, world }} language={view.language} />
          ))}
        </>
      )}
    </div>
  );
}
