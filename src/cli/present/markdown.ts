/** Tables and sentences in Markdown. */
import type { TopicTable } from "../topic.ts";

const cell = (text: string) => text.replaceAll("|", "\\|").replaceAll("\n", " ");

export const sentence = (about: string) => `${about.charAt(0).toUpperCase()}${about.slice(1)}.`;

export function markdownTable({ columns, rows }: TopicTable): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |\n`;
  return line(columns) + line(columns.map(() => "---")) + rows.map(line).join("");
}
