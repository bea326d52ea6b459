/** Numbers and switches of the world: no policy, so a change plays the baseline anew, and says so. */
import { useMemo, useState } from "preact/hooks";
import type { AssumptionInfo } from "../protocol.ts";
import type { Shared } from "./part.ts";
import { numberIn, unitIn } from "./texts.ts";

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
      : all.filter(({ path, about }) => words.every((word) => `${path} ${about}`.toLowerCase().includes(word)));
  }, [world, wanted]);
  if (!world) return <p class="quiet">{say("world.loading")}</p>;
  const set = ({ path, value: shipped }: AssumptionInfo, value: number | boolean) => {
    const others = assumptions.filter((one) => one.path !== path);
    store.change({ assumptions: value === shipped ? others : [...others, { path, value }] }, `assume-${path}`);
  };
  const mine = world.assumptions.filter(({ path }) => changed.has(path));
  const rest = found.filter(({ path }) => !changed.has(path)).slice(0, MOST_SHOWN);
  return (
    <>
      <p>{say("assumptions.help")}</p>
      {assumptions.length > 0 && (
        <p class="caution" role="status">
          {say("assumptions.changed", { count: assumptions.length })}{" "}
          <button type="button" onClick={() => store.change({ assumptions: [] })}>
            {say("assumptions.reset")}
          </button>
        </p>
      )}
      <label class="search">
        {say("assumptions.search", { count: world.assumptions.length })}
        <input type="search" value={wanted} onInput={({ currentTarget }) => search(currentTarget.value)} />
      </label>
      {found.length === 0 && <p class="quiet">{say("assumptions.none")}</p>}
      <ul class="numbers">
        {[...mine, ...rest].map((one) => (
          <li key={one.path} class={changed.has(one.path) ? "changed" : ""}>
            <label for={`assume-${one.path}`}>
              <span lang="en">{one.about}</span> <code>{one.path}</code>
            </label>
            {typeof one.value === "boolean" ? (
              <input
                id={`assume-${one.path}`}
                type="checkbox"
                checked={(changed.get(one.path) ?? one.value) === true}
                onChange={({ currentTarget }) => set(one, currentTarget.checked)}
              />
            ) : (
              <input
                id={`assume-${one.path}`}
                type="number"
                step="any"
                value={Number(changed.get(one.path) ?? one.value)}
                onChange={({ currentTarget }) => {
                  const value = currentTarget.valueAsNumber;
                  if (value >= one.min && value <= one.max) set(one, value);
                  else currentTarget.value = String(changed.get(one.path) ?? one.value);
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
    </>
  );
}
