/** The proof that this page plays what the terminal plays: the hash, and the command that prints it there. */
import { strategies as shippedTexts } from "corridor:shipped";
import { BASELINE } from "../protocol.ts";
import type { Shared } from "./part.ts";
import { titleIn, viewOf } from "./view-of.ts";

export function Footer({ store, say, version }: Shared & { readonly version: string }) {
  const { results, states, view } = store.lab;
  const { ecosystem, assumptions, run, strategies } = states.present;
  const shown = [BASELINE, ...(strategies[view.active] ? [view.active] : [])];
  return (
    <footer>
      <h2>{say("footer.title")}</h2>
      <p class="quiet">{say("footer.about")}</p>
      <dl>
        {shown.map((slot) => {
          const text = strategies[slot]?.text;
          const done = results.get(slot)?.get(1)?.done;
          const name = text === undefined ? "none" : viewOf(text).name;
          const isShipped = text === undefined || shippedTexts[name] === text;
          const set = assumptions.map(({ path, value }) => ` --set ${quoted(`${path}=${value}`)}`).join("");
          const command = `corridor run ${ecosystem} --strategy ${isShipped ? name : `${name}.yaml`} --seed ${quoted(run.seed)} --scale ${run.scale}${run.end === undefined ? "" : ` --end ${run.end}`}${set}`;
          return (
            <div key={slot}>
              <dt>{text === undefined ? say("baseline") : titleIn(view.language, text)}</dt>
              <dd>
                {say("footer.hash")} <code class="hash">{done?.hash ?? "…"}</code>
                <br />
                <code class="command">{command}</code>{" "}
                {!isShipped && <small>{say("footer.save-first", { file: `${name}.yaml` })}</small>}
              </dd>
            </div>
          );
        })}
      </dl>
      <p class="quiet">Corridor {version}</p>
    </footer>
  );
}

/** As a shell takes it for one word. */
function quoted(text: string): string {
  return /^[\w.=:-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
