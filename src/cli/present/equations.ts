/** Equations of catalogues, as src/core/world/phase.ts says how they are written. */
import type { Equation } from "../../core/world/phase.ts";

const WRITTEN = /^(.*?)(?: @(\S+))? \[([^[\]]+)\]$/;

export interface EquationParts {
  readonly text: string;
  /** Under src/core. */
  readonly file: string;
  readonly source: string;
  /** Parameters that it names, * for any key. */
  readonly parameters: readonly string[];
}

/** @param own file under src/core of the entry whose equation it is @throws Error when it is not written as agreed */
export function equationParts(equation: Equation, own: string): EquationParts {
  const found = WRITTEN.exec(equation);
  if (!found) throw new Error(`an equation without a source: ${equation}`);
  const [, text = "", file = own, source = ""] = found;
  return { text, file, source, parameters: [...text.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name) };
}

/** A list in Markdown: file and source behind each. */
export function equationList(equations: readonly Equation[], own: string): string {
  return equations
    .map((equation) => equationParts(equation, own))
    .map(
      ({ text, file, source }) =>
        `- ${text.replaceAll("|", "\\|")} — *${source}*${file === own ? "" : `, \`src/core/${file}\``}\n`,
    )
    .join("");
}
