/** Numbers and switches of the world: no policy, so a change plays the baseline anew, and says so. */
import { useMemo, useState } from "preact/hooks";
import type { AssumptionInfo } from "../protocol.ts";
import { NoWorld } from "./no-world.tsx";
import type { Shared } from "./part.ts";
import { assumptionIn } from "./shipped-texts.ts";
import { numberIn, unitIn } from "./texts.ts";
import { Typed } from "./typed.tsx";

const MOST_SHOWN = 12;

export function Assumptions({ store, say }: Shared) {
  const { world, states, view } = store.lab;
  const { assumptions } = states.present;
  const [wanted, search] = useState("");
  const changed = new Map(assumptions.map(({ path, value }) => [path, value]));
  const found = useMemo(() => {
    const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
    const all = world?.assumptions ?? [];
    return words.length === 0
      ? all
      : all.filter(({ path, about }) =>
          words.every((word) => `${path} ${about} ${assumptionIn(view.language, about).children}`.toLowerCase().includes(word)),
        );
  }, [world, wanted, view.language]);
  if (!world) return <NoWorld {...{ store, say }} />;
  const set = ({ path, value: shipped }: AssumptionInfo, value: number | boolean) => {
    const rest = assumptions.filter((one) => one.path !== path);
    store.change({ assumptions: value === shipped ? rest : [...rest, { path, value }] }, `assume-${path}`);
  };
  // Nothing moves when it is changed: somebody may be pressing the next. What was changed and is not found stands below.
  const shown = found.slice(0, MOST_SHOWN);
  const others = world.assumptions.filter((one) => changed.has(one.path) && !shown.includes(one));
  return (
    <>
      <p>{say("assumptions.help")}</p>
      <div class={assumptions.length > 0 ? "bar shipped caution" : "bar shipped"}>
        <p role="status" class="grow">
          {assumptions.length > 0 ? say("assumptions.changed", { count: assumptions.length }) : say("assumptions.as-shipped")}
        </p>
        <button type="button" disabled={assumptions.length === 0} onClick={() => store.change({ assumptions: [] })}>
          {say("assumptions.reset")}
        </button>
      </div>
      <label class="search">
        {say("assumptions.search", { count: world.assumptions.length })}
        <input type="search" value={wanted} onInput={({ currentTarget }) => search(currentTarget.value)} />
      </label>
      {found.length === 0 && <p class="quiet">{say("assumptions.none")}</p>}
      <ul class="numbers">
        {[...shown, ...others].map((one) => (
          <li key={one.path} class={changed.has(one.path) ? "changed" : ""}>
            <label for={`assume-${one.path}`}>
              <span {...assumptionIn(view.language, one.about)} /> <code>{one.path}</code>
            </label>
            {typeof one.value === "boolean" ? (
              <input
                id={`assume-${one.path}`}
                type="checkbox"
                checked={(changed.get(one.path) ?? one.value) === true}
                onChange={({ currentTarget }) => set(one, currentTarget.checked)}
              />
            ) : (
              <Typed
                id={`assume-${one.path}`}
                type="number"
                step="any"
                value={Number(changed.get(one.path) ?? one.value)}
                take={(_, { valueAsNumber }) => {
                  if (valueAsNumber >= one.min && valueAsNumber <= one.max) set(one, valueAsNumber);
                }}
              />
            )}
            <small>
              {unitIn(view.language, one.unit)}{" "}
              {one.low !== undefined &&
                one.high !== undefined &&
                say("assumptions.range", { low: numberIn(view.language, one.low), high: numberIn(view.language, one.high) })}{" "}
              {one.grade && say("assumptions.grade", { grade: one.grade })}
            </small>
          </li>
        ))}
      </ul>
      {found.length > shown.length && <p class="quiet">{say("assumptions.more", { count: found.length - shown.length })}</p>}
    </>
  );
}
