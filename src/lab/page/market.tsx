/** Who holds what share of a leg, how they behave, who is listed. */
import type { WorldInfo } from "../protocol.ts";
import type { Shared } from "./part.ts";
import { numberIn } from "./texts.ts";
import { useAnswer } from "./use-answer.ts";

const PERCENT = 100;
const MOST_SHOWN = 12;

interface MarketProps extends Shared {
  readonly world: WorldInfo;
  readonly window: number;
  readonly run: number;
}

export function Market({ store, say, label, world, window, run }: MarketProps) {
  const { view, results } = store.lab;
  const key = results.get(run)?.get(1)?.key ?? "";
  const trips = results.get(run)?.get(1)?.done?.trips;
  const count = world.legs.length;
  const sums = world.legs.map((_, i) => sumOf(trips, i, count));
  // Until one is chosen, the leg on which most people travel.
  const leg = view.leg || (world.legs[sums.indexOf(Math.max(...sums))]?.name ?? "");
  const answer = useAnswer(store, { type: "market", run, leg, date: world.windows[window] ?? "" }, key);
  const rows = answer?.type === "market" ? answer.rows : [];
  const { language } = view;
  return (
    <div class={trips ? "market" : "market stale"}>
      <label>
        {say("market.leg")}
        <select value={leg} onChange={({ currentTarget }) => store.look({ leg: currentTarget.value })}>
          {world.legs.map(({ name, title }) => (
            <option key={name} value={name}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <div class="scroll" tabIndex={0} role="region" aria-label={say("market.title")}>
        <table>
          <caption>{say("market.caption", { count: rows.length, date: world.windows[window] ?? "" })}</caption>
          <thead>
            <tr>
              <th scope="col">{say("market.actor")}</th>
              <th scope="col">{say("market.share")}</th>
              <th scope="col">{say("market.conduct")}</th>
              <th scope="col">{say("market.status")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, MOST_SHOWN).map(({ actor, share, conduct, status }) => (
              <tr key={`${actor}-${conduct}`}>
                <th scope="row">
                  <button type="button" onClick={() => store.look({ actor })} aria-pressed={view.actor === actor}>
                    {actor}
                  </button>
                </th>
                <td>
                  <span class="share" style={{ width: `${share * PERCENT}px` }} /> {numberIn(language, share * PERCENT, 1)} %
                </td>
                <td>{label("conduct", conduct)}</td>
                <td class={status}>{label("status", status)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="quiet">{say("market.help")}</p>
    </div>
  );
}

function sumOf(trips: Float64Array | undefined, first: number, step: number): number {
  let sum = 0;
  for (let i = first; i < (trips?.length ?? 0); i += step) sum += trips?.[i] ?? 0;
  return sum;
}
