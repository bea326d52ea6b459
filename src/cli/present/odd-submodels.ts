/** Submodels of the ODD document: equations of phases and decision rules with the file that computes them, and parameters. */
import { CONDUCT_RULES, RISK_RULES } from "../../core/behaviours/index.ts";
import { type Ecosystem, PHASES, parametersOf } from "../../core/index.ts";
import { equationList } from "./equations.ts";
import { markdownTable, sentence } from "./markdown.ts";
import { formatQuantity } from "./number.ts";

const SYMBOLS = `G is a standard Gumbel draw, E an exponential one of mean 1, u a uniform one in (0, 1), z a standard normal one; ′ marks the value after the
step; names in code font are parameters, with * for any key. Behind each equation stands where its form comes from (*own*: of this model;
*assumed*: form or size without evidence), and the file when it is not that of the heading. Grades of numbers are in the table of parameters.
`;

export function submodels(): string {
  const part = (title: string, about: string, file: string, equations: readonly string[]) =>
    `### ${title}\n\n${about} \`src/core/${file}\`\n\n${equationList(equations, file)}`;
  const phases = PHASES.map(({ name, about, equations }) => part(name, sentence(about), `phases/${name}.ts`, equations));
  const rules = [
    ...[...CONDUCT_RULES.values()].map((rule) => ({ ...rule, file: `conduct-${rule.kind}`, of: "Conduct" })),
    ...[...RISK_RULES.values()].map((rule) => ({ ...rule, file: `risk-${rule.kind}`, of: "Felt risk" })),
  ].map(({ kind, about, equations, file, of }) => part(`${of}: ${kind}`, about, `behaviours/${file}.ts`, equations));
  return [SYMBOLS, ...phases, ...rules].join("\n");
}

/** Every number of an ecosystem; what a key means is written where it comes first. */
export function parameterTable(ecosystem: Ecosystem): string {
  const told = new Set<string>();
  const rows = parametersOf(ecosystem).map(({ name, path, unit, quantity, about }) => {
    const { value, low, high, grade = "", source = "" } = quantity;
    const numbers = [value, low, high].map((one) => (one === undefined ? "" : formatQuantity(one)));
    const key = `${path.at(-1)}: ${about}`;
    const meaning = told.has(key) ? "″" : about;
    told.add(key);
    return [name, unit, ...numbers, grade, source, meaning];
  });
  const head = `Low and high are the plausible range, sources keys of \`scenarios/sources.yaml\`; ″ means as above, at the first parameter that ends alike.
Set one with \`--set <parameter>.value=...\`.`;
  return `${head}\n\n${markdownTable({ columns: ["parameter", "unit", "value", "low", "high", "grade", "source", "meaning"], rows })}`;
}
