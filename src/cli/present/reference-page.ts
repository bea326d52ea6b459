/** The reference page of scenarios: every topic of `describe` as a table in Markdown. Generated, never edited by hand. */
import { GRADES } from "../../core/index.ts";
import type { Scope } from "../topic.ts";
import { TOPICS } from "../topics/index.ts";
import { markdownTable, sentence } from "./markdown.ts";

/** Topics whose things have keys of their own. */
const WITH_KEYS = ["instruments", "designs"];

const HEAD = `# Reference

Everything a scenario or an experiment can say and everything a run writes, generated from the schema and the catalogues by
\`corridor reference --write scenarios\`. Values and sources of parameters are those of the first shipped ecosystem.

Every figure has a grade, which says how far it can be trusted:

${Object.entries(GRADES)
  .map(([grade, meaning]) => `- \`${grade}\`: ${meaning}`)
  .join("\n")}
`;

export async function referencePage(scope: Scope): Promise<string> {
  const sections = [HEAD];
  for (const topic of TOPICS) {
    const table = await topic.table(scope);
    sections.push(`## ${topic.name}\n\n${sentence(topic.about)}\n\n${markdownTable(table)}`);
    for (const [name] of table.rows) {
      const detail = WITH_KEYS.includes(topic.name) && name !== undefined ? await topic.detail?.(name, scope) : undefined;
      if (detail) sections.push(`### ${name}\n\n${markdownTable(detail)}`);
    }
  }
  return sections.join("\n");
}
