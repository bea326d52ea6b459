/** Up to four strategies in tabs: chosen from those shipped, opened from a file, begun anew, written as YAML. */

import { strategies as shippedTexts } from "corridor:shipped";
import { emptyStrategy, freeName } from "../document.ts";
import { MOST_STRATEGIES } from "../link.ts";
import { save } from "./download.ts";
import type { Shared } from "./part.ts";
import { nameIn } from "./shipped-texts.ts";
import { SHIPPED, titleIn, viewOf } from "./view-of.ts";

/** A larger file is no strategy. */
const MOST_BYTES = 1 << 20;

interface StrategiesProps extends Pick<Shared, "store" | "say"> {
  readonly isWriting: boolean;
  readonly write: (isWriting: boolean) => void;
}

export function Strategies({ store, say, isWriting, write }: StrategiesProps) {
  const { states, view } = store.lab;
  const { strategies } = states.present;
  const views = strategies.map(({ text }) => viewOf(text));
  const current = strategies[view.active];
  const isFull = strategies.length >= MOST_STRATEGIES;
  const open = async (file: File | undefined) => {
    if (!file) return;
    if (file.size > MOST_BYTES) store.look({ notice: say("open.large") });
    else store.addStrategy(await file.text());
  };
  const choose = (value: string) => {
    const text = shippedTexts[value];
    const taken = views.map(({ name }) => name);
    if (text !== undefined) store.addStrategy(text);
    else if (value === NEW) store.addStrategy(emptyStrategy(freeName("my-strategy", taken), say("strategy.mine")));
    else if (value === COPY && current) store.addStrategy(current.text);
  };
  return (
    <>
      <div class="slots" role="group" aria-label={say("strategies")}>
        {strategies.map(({ id, text }, slot) => (
          <button
            key={id}
            type="button"
            class={`slot series-${slot + 1}`}
            aria-pressed={slot === view.active}
            onClick={() => store.look({ active: slot, instrument: undefined })}
          >
            <span class="mark" aria-hidden="true" />
            {titleIn(view.language, text) || say("strategy.unreadable")}
          </button>
        ))}
        <select
          aria-label={say("strategy.add")}
          value=""
          disabled={isFull}
          onChange={({ currentTarget }) => {
            choose(currentTarget.value);
            currentTarget.value = "";
          }}
        >
          <option value="">{isFull ? say("strategy.full") : say("strategy.add")}</option>
          <option value={NEW}>{say("strategy.new")}</option>
          {current && <option value={COPY}>{say("strategy.copy")}</option>}
          <optgroup label={say("strategy.shipped")}>
            {SHIPPED.filter(({ instruments }) => instruments.length > 0).map(({ name, title }) => (
              <option key={name} value={name}>
                {nameIn(view.language, title)}
              </option>
            ))}
          </optgroup>
        </select>
      </div>
      {current && (
        <div class="bar">
          <button type="button" aria-expanded={isWriting} onClick={() => write(!isWriting)}>
            {say("yaml.edit")}
          </button>
          <button type="button" onClick={() => save(`${views[view.active]?.name || "strategy"}.yaml`, current.text, "text/yaml")}>
            {say("yaml.save")}
          </button>
          <label class="file">
            {say("yaml.open")}
            <input
              type="file"
              accept=".yaml,.yml,.json"
              disabled={isFull}
              onChange={({ currentTarget }) => {
                void open(currentTarget.files?.[0]);
                currentTarget.value = "";
              }}
            />
          </label>
          <button type="button" disabled={strategies.length < 2} onClick={() => store.removeStrategy(view.active)}>
            {say("strategy.remove")}
          </button>
        </div>
      )}
      {current && isWriting && (
        <label class="yaml">
          {say("yaml.text")}
          <textarea
            spellcheck={false}
            rows={18}
            value={current.text}
            onInput={({ currentTarget }) => store.edit(view.active, currentTarget.value, `text-${current.id}`)}
          />
        </label>
      )}
    </>
  );
}

const NEW = "+new";
const COPY = "+copy";
