/** The reference page of scenarios: every topic of `describe` as a table in Markdown. Generated, never edited by hand. */
import type { Scope, TopicTable } from "../topic.ts";
import { TOPICS } from "../topics/index.ts";

/** Topics whose things have keys of their own. */
const WITH_KEYS = ["instruments", "designs"];

const HEAD = `# Reference

Everything a scenario or an experiment can say and everything a run writes, generated from the schema and the catalogues by
\`corridor reference --write scenarios\`. Values and sources of parameters are those of the first shipped ecosystem.
`;

export async function referencePage(scope: Scope): Promise<string> {
  const sections = [HEAD];
  for (const topic of TOPICS) {
    const table = await topic.table(scope);
    sections.push(`## ${topic.name}\n\n${sentence(topic.about)}\n\n${markdown(table)}`);
    for (const [name] of table.rows) {
      const detail = WITH_KEYS.includes(topic.name) && name !== undefined ? await topic.detail?.(name, scope) : undefined;
      if (detail) sections.push(`### ${name}\n\n${markdown(detail)}`);
    }
  }
  return sections.join("\n");
}

const sentence = (about: string) => `${about.charAt(0).toUpperCase()}${about.slice(1)}.`;

const cell = (text: string) => text.replaceAll("|", "\\|").replaceAll("\n", " ");

function markdown({ columns, rows }: TopicTable): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |\n`;
  return line(columns) + line(columns.map(() => "---")) + rows.map(line).join("");
}
