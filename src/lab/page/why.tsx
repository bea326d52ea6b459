/** One decision: the options there were, the terms of each, what would have changed the choice. */
import type { Decision } from "../../core/index.ts";
import type { Shared } from "./part.ts";
import { numberIn } from "./texts.ts";

interface WhyProps extends Pick<Shared, "say"> {
  readonly decision: Decision;
  readonly language: Parameters<typeof numberIn>[0];
}

export function Why({ decision: { decision, rule, unit, options, chosen, flips }, say, language }: WhyProps) {
  return (
    <div lang="en">
      <p>
        <strong>{decision}</strong>: {chosen}. {rule}
      </p>
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
      {flips.map(({ option, change, to }) => (
        <p key={`${option}-${to}`} class="quiet">
          {say(change < 0 ? "life.flip-less" : "life.flip", { option, change: numberIn(language, Math.abs(change), 3), to })}
        </p>
      ))}
    </div>
  );
}
