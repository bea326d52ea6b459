/** One decision: who decides, the options there were, the terms of each, what would have changed the choice. */
import type { Decision } from "../../core/index.ts";
import type { WorldInfo } from "../protocol.ts";
import type { Shared } from "./part.ts";
import { numberIn } from "./texts.ts";
import { titleOf } from "./title-of.ts";

interface WhyProps extends Pick<Shared, "say"> {
  readonly decision: Decision;
  readonly world: WorldInfo;
  readonly language: Parameters<typeof numberIn>[0];
}

/** What a fact is a name of, where the word for it is not that itself. */
const SCOPE_OF: Readonly<Record<string, string>> = { place: "node", destination: "node", home: "jurisdiction" };

export function Why({ decision: one, world, say, language }: WhyProps) {
  const { decision, rule, unit, state, options, chosen, flips } = one;
  const wordsOf = (name: string, value: number | string): string =>
    typeof value === "number" ? numberIn(language, value) : titleOf(world, SCOPE_OF[name] ?? name, value);
  return (
    <div lang="en">
      <p>
        <strong>{decision}</strong>: {chosen}. {rule}
      </p>
      {options.length > 0 && (
        <div class="scroll" tabIndex={0} role="region" aria-label={decision}>
          <table>
            <caption>{unit}</caption>
            <tbody>
              {options.map(({ name, terms, total }) => (
                <tr key={name}>
                  <th scope="row">{name === chosen ? `${name} ✓` : name}</th>
                  <td>{numberIn(language, total, 3)}</td>
                  <td>{terms.map((term) => `${term.name} ${numberIn(language, term.value, 3)}`).join(", ")}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {flips.map(({ option, change, to }) => (
        <p key={`${option}-${to}`} class="quiet">
          {say(change < 0 ? "life.flip-less" : "life.flip", { option, change: numberIn(language, Math.abs(change), 3), to })}
        </p>
      ))}
      <ul class="facts">
        {state.map(({ name, value }) => (
          <li key={name}>
            {name}: <strong>{wordsOf(name, value)}</strong>
          </li>
        ))}
      </ul>
    </div>
  );
}
