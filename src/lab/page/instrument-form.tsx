/** The fields of one instrument, as its schema declares them. */
import type { ComponentChildren } from "preact";
import { dateFrom } from "../../core/scenario/period.ts";
import { numberIn, removeInstrument, type StrategyView, setField, valueIn } from "../document.ts";
import type { Field } from "../protocol.ts";
import type { Shared } from "./part.ts";
import { nameIn } from "./shipped-texts.ts";
import { aboutIn, unitIn } from "./texts.ts";
import { Typed } from "./typed.tsx";

export function InstrumentForm({ store, say, label, view }: Shared & { readonly view: StrategyView }) {
  const { forms, view: seen, states, world } = store.lab;
  const one = view.instruments.find(({ name }) => name === seen.instrument);
  const form = forms.find(({ kind }) => kind === one?.kind);
  if (!one || !form || !world)
    return <p class="quiet">{view.instruments.length > 0 ? say("instrument.choose") : say("instrument.none")}</p>;
  const text = states.present.strategies[seen.active]?.text ?? "";
  const set = (field: Field, value: unknown) =>
    store.edit(seen.active, setField(text, one.name, field.path, value), `field-${one.name}-${field.path.join(".")}`);
  return (
    <fieldset class="form">
      <legend>
        {nameIn(seen.language, one.title) || label("kind", one.kind)} <small>{one.name}</small>
      </legend>
      <p>{aboutIn(seen.language, form.about)}</p>
      <div class="fields">
        {form.fields.map((field) => (
          <FieldInput
            key={field.path.join(".")}
            {...{ field, say, label }}
            about={aboutIn(seen.language, field.about)}
            unit={unitIn(seen.language, field.unit)}
            written={valueIn(one.written, field.path)}
            policyStart={world.policyStart}
            names={world.names[field.scope ?? ""] ?? []}
            set={(value) => set(field, value)}
          />
        ))}
      </div>
      <button
        type="button"
        onClick={() => {
          store.edit(seen.active, removeInstrument(text, one.name, one.isInherited || view.isExtending));
          store.look({ instrument: undefined });
        }}
      >
        {say("instrument.remove")}
      </button>
    </fieldset>
  );
}

interface FoldedProps extends Pick<Shared, "say"> {
  readonly called: string;
  readonly optional: boolean;
  readonly count: number;
  readonly children: ComponentChildren;
}

/** Boxes to tick; folded where none need be ticked, because lists of places are long. */
function Folded({ called, optional, count, say, children }: FoldedProps) {
  if (!optional) {
    return (
      <fieldset class="field choices">
        <legend>{called}</legend>
        {children}
      </fieldset>
    );
  }
  return (
    <details class="field choices" open={count > 0}>
      <summary>
        {called}: {count > 0 ? count : say("choices.every")} <small>{say("field.all")}</small>
      </summary>
      <div role="group" aria-label={called}>
        {children}
      </div>
    </details>
  );
}

/** Of a slider; the field beside it takes any number. */
const FINEST = 0.01;

interface FieldProps extends Pick<Shared, "say" | "label"> {
  readonly field: Field;
  /** In the language of the page, like its unit. */
  readonly about: string;
  readonly unit: string;
  readonly written: unknown;
  readonly names: readonly { readonly name: string; readonly title: string }[];
  readonly policyStart: string;
  readonly set: (value: unknown) => void;
}

function FieldInput({ field, about, unit, say, label, written, names, policyStart, set }: FieldProps) {
  const { path, type, optional, min, max, integer, words = [] } = field;
  const called = label("field", path.join("."));
  const id = `field-${path.join("-")}`;
  const hint = <small id={`${id}-hint`}>{unit ? `${about} [${unit}]` : about}</small>;
  const options = words.length > 0 ? words.map((name) => ({ name, title: label("word", name) })) : names;
  const shared = { id, "aria-describedby": `${id}-hint` };
  if (type === "switch") {
    return (
      <div class="field">
        <label>
          <input
            type="checkbox"
            {...shared}
            checked={written === true}
            onChange={({ currentTarget }) => set(currentTarget.checked)}
          />{" "}
          {called}
        </label>
        {hint}
      </div>
    );
  }
  if (type === "choices") {
    const chosen: readonly unknown[] = Array.isArray(written) ? written : [];
    return (
      <Folded {...{ called, optional, say }} count={chosen.length}>
        {hint}
        <div class="boxes">
          {options.map(({ name, title }) => (
            <label key={name}>
              <input
                type="checkbox"
                checked={chosen.includes(name)}
                onChange={({ currentTarget }) => {
                  const next = options
                    .map((one) => one.name)
                    .filter((one) => (one === name ? currentTarget.checked : chosen.includes(one)));
                  if (next.length > 0 || optional) set(next.length > 0 ? next : undefined);
                  else currentTarget.checked = true;
                }}
              />{" "}
              {title}
            </label>
          ))}
        </div>
      </Folded>
    );
  }
  const empty = (value: string) => (value === "" && optional ? undefined : value);
  return (
    <div class="field">
      <label for={id}>{called}</label>
      {type === "choice" ? (
        <select
          {...shared}
          value={typeof written === "string" ? written : ""}
          onChange={({ currentTarget }) => set(empty(currentTarget.value))}
        >
          {(optional || typeof written !== "string") && <option value="">{say("field.none")}</option>}
          {options.map(({ name, title }) => (
            <option key={name} value={name}>
              {title}
            </option>
          ))}
        </select>
      ) : type === "number" ? (
        <>
          {max !== undefined && max <= 1 && (
            <input
              type="range"
              aria-label={called}
              min={min}
              max={max}
              step={FINEST}
              value={numberIn(written) ?? min}
              onInput={({ currentTarget }) => set(currentTarget.valueAsNumber)}
            />
          )}
          <Typed
            {...shared}
            type="number"
            step={integer === true ? 1 : "any"}
            {...(min === undefined || min < -1e9 ? {} : { min })}
            {...(max === undefined || max > 1e9 ? {} : { max })}
            value={numberIn(written) ?? ""}
            isLive
            take={(typed, { valueAsNumber, validity }) => {
              if (!Number.isNaN(valueAsNumber)) set(valueAsNumber);
              else if (optional && typed === "" && !validity.badInput) set(undefined);
            }}
          />
        </>
      ) : type === "date" ? (
        <Typed
          {...shared}
          type="date"
          value={typeof written === "string" ? dateFrom(written, policyStart) : ""}
          take={(typed) => set(empty(typed))}
        />
      ) : (
        <Typed {...shared} type="text" value={typeof written === "string" ? written : ""} take={(typed) => set(empty(typed))} />
      )}
      {hint}
    </div>
  );
}
