/** Instruments on a line of time: drag, or move with the arrow keys. */
import { Fragment } from "preact";
import { useRef, useState } from "preact/hooks";
import { dateFrom } from "../../core/scenario/period.ts";
import { addInstrument, firstFields, freeName, type InstrumentView, type StrategyView, setField } from "../document.ts";
import { dateAt, FIRST_PLACE, moved, scaleOf, shareOf, usesOf, yearsOf } from "../timeline-scale.ts";
import { NoWorld } from "./no-world.tsx";
import type { Shared } from "./part.ts";
import { nameIn } from "./shipped-texts.ts";
import { SHIPPED } from "./view-of.ts";

const KEYS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowDown: -1,
  ArrowUp: 1,
  PageDown: -13,
  PageUp: 13,
};
const WEEKS_PER_KEY = 4;
const PERCENT = 100;
const MOST_YEARS = 7;

export function Timeline({ store, say, label, view }: Shared & { readonly view: StrategyView }) {
  const { world, forms, view: seen, states } = store.lab;
  if (!world) return <NoWorld {...{ store, say }} />;
  const scale = scaleOf(world.start, world.end);
  const text = states.present.strategies[seen.active]?.text ?? "";
  const move = (name: string, start: string, kind: string) =>
    store.edit(seen.active, setField(text, name, ["start"], start), kind);
  const add = (kind: string) => {
    const form = forms.find((one) => one.kind === kind);
    if (!form) return;
    const start = dateAt(scale, FIRST_PLACE);
    const name = freeName(
      kind,
      view.instruments.map((one) => one.name),
    );
    store.edit(seen.active, addInstrument(text, name, firstFields(form, start, world, SHIPPED)));
    store.look({ instrument: name });
  };
  return (
    <div class="timeline">
      <p class="quiet" id="timeline-help">
        {say("timeline.help")}
      </p>
      <div class="years" aria-hidden="true">
        {yearsOf(scale, MOST_YEARS).map(({ year, share }) => (
          <Fragment key={year}>
            <i style={{ left: `${share * PERCENT}%` }} />
            <span style={{ left: `clamp(1.3em, ${share * PERCENT}%, 100% - 1.3em)` }}>{year}</span>
          </Fragment>
        ))}
      </div>
      <ul>
        {view.instruments.map((one) => (
          <Lane
            key={one.name}
            {...{ scale, say, label }}
            one={{
              ...one,
              title: nameIn(seen.language, one.title),
              start: dateFrom(one.start, world.policyStart),
              ...untilOf(one, world.policyStart),
            }}
            isChosen={one.name === seen.instrument}
            choose={() => store.look({ instrument: one.name })}
            move={(start, kind) => move(one.name, start, kind)}
          />
        ))}
      </ul>
      {view.isReadable && (
        <select
          aria-label={say("instrument.add")}
          value=""
          onChange={({ currentTarget }) => {
            add(currentTarget.value);
            currentTarget.value = "";
          }}
        >
          <option value="">{say("instrument.add")}</option>
          {forms.map(({ kind }) => (
            <option key={kind} value={kind}>
              {label("kind", kind)}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}

function untilOf({ until }: InstrumentView, policyStart: string) {
  return until === undefined ? {} : { until: dateFrom(until, policyStart) };
}

interface LaneProps extends Pick<Shared, "say" | "label"> {
  readonly one: InstrumentView;
  readonly scale: ReturnType<typeof scaleOf>;
  readonly isChosen: boolean;
  readonly choose: () => void;
  readonly move: (start: string, kind: string) => void;
}

function Lane({ one, scale, say, label, isChosen, choose, move }: LaneProps) {
  const track = useRef<HTMLDivElement>(null);
  const [grip, take] = useState<number | undefined>(undefined);
  const drags = useRef(0);
  const { name, title, kind, start, until, every } = one;
  const from = shareOf(scale, start);
  const to = until === undefined ? 1 : shareOf(scale, until);
  const shareAt = (clientX: number): number => {
    const box = track.current?.getBoundingClientRect();
    return box ? (clientX - box.left) / box.width : 0;
  };
  const called = title || label("kind", kind);
  return (
    <li class={isChosen ? "chosen" : ""}>
      <span class="lane-name">
        {called} <small>{name === called ? "" : name}</small>
      </span>
      <div class="track" ref={track}>
        {usesOf(scale, start, every, until).map((share) => (
          <span key={share} class="use" style={{ left: `${share * PERCENT}%` }} />
        ))}
        <button
          type="button"
          class="span"
          style={{ left: `${from * PERCENT}%`, width: `${Math.max(0, to - from) * PERCENT}%` }}
          aria-label={say("timeline.bar", { name: called, start })}
          aria-describedby="timeline-help"
          aria-pressed={isChosen}
          onClick={choose}
          onKeyDown={(event) => {
            const steps = KEYS[event.key];
            if (steps === undefined) return;
            event.preventDefault();
            choose();
            const weeks = steps * WEEKS_PER_KEY * (event.shiftKey ? 13 : 1);
            move(moved(scale, start, weeks), `key-${name}`);
          }}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            drags.current++;
            take(shareAt(event.clientX) - from);
          }}
          onPointerMove={(event) => {
            if (grip === undefined) return;
            const date = dateAt(scale, shareAt(event.clientX) - grip);
            if (date !== start) move(date, `drag-${name}-${drags.current}`);
          }}
          onPointerUp={() => take(undefined)}
          onPointerCancel={() => take(undefined)}
        >
          <span class="date">{start}</span>
        </button>
      </div>
    </li>
  );
}
