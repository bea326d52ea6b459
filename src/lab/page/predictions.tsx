/** What the reader expects, said before anything is known, and kept beside what came out. */
import { useMemo, useState } from "preact/hooks";
import { type Prediction, SAYS } from "../link.ts";
import { COMPARED } from "../outcomes.ts";
import { effectsOf, finishedIn } from "../results.ts";
import type { Shared } from "./part.ts";
import { titleIn } from "./view-of.ts";

const WHOLE = "whole span";

export function Predictions({ store, say, label }: Shared) {
  const { predictions, states, view, results, world } = store.lab;
  const [outcome, setOutcome] = useState("harm_index_expected");
  const [note, setNote] = useState("");
  const strategy = states.present.strategies[view.active];
  const slots = states.present.strategies.map(({ text, id }, run) => ({
    run,
    id,
    label: titleIn(view.language, text),
  }));
  const counted = finishedIn(results);
  // Results change in place: what is finished says when.
  const effects = useMemo(
    () => (predictions.length > 0 && world ? effectsOf(results, slots, world.columns) : []),
    [counted, states, world, predictions],
  );
  if (!strategy) return null;
  const outcomeOf = (one: Prediction): string => {
    const slot = slots.find(({ id }) => id === one.strategy);
    const row = effects.find(
      ({ run, outcome: of, period, n }) => n > 1 && run === slot?.run && of.name === one.outcome && period.name === one.period,
    );
    if (!row) return say("predict.waiting");
    const found = row.verdict === "no detectable difference" || row.verdict === "identical" ? "no clear difference" : row.verdict;
    if (found === "not estimable") return say("predict.waiting");
    const values = { found: say(`says.${found}`) };
    return found === one.says ? say("predict.right", values) : say("predict.wrong", values);
  };
  return (
    <details class="predict" open>
      <summary>{say("predict.title")}</summary>
      <p class="quiet">{say("predict.help", { strategy: slots[view.active]?.label || say("strategy") })}</p>
      <div class="bar">
        <label>
          {say("curves.outcome")}
          <select value={outcome} onChange={({ currentTarget }) => setOutcome(currentTarget.value)}>
            {COMPARED.map((name) => (
              <option key={name} value={name}>
                {label("outcome", name)}
              </option>
            ))}
          </select>
        </label>
        <label class="grow">
          {say("predict.note")}
          <input type="text" maxLength={200} value={note} onInput={({ currentTarget }) => setNote(currentTarget.value)} />
        </label>
      </div>
      <div class="bar" role="group" aria-label={say("predict.title")}>
        {SAYS.map((says) => (
          <button
            key={says}
            type="button"
            onClick={() => store.predict({ outcome, strategy: strategy.id, period: WHOLE, says, note })}
          >
            {say(`says.${says}`)}
          </button>
        ))}
      </div>
      {predictions.length > 0 && (
        <ul>
          {predictions.map((one) => (
            <li key={`${one.strategy}-${one.outcome}`}>
              <strong>{slots.find(({ id }) => id === one.strategy)?.label ?? say("predict.gone")}</strong>,{" "}
              {label("outcome", one.outcome)}: {say("predict.said", { says: say(`says.${one.says}`) })}{" "}
              {one.note && `(${one.note})`} – {outcomeOf(one)}
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
