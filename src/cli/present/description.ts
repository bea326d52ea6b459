/** Topics and things as text. */
import type { Colors } from "../terminal.ts";
import type { TopicTable } from "../topic.ts";
import { textTable, wrap } from "./text-table.ts";

const WIDTH = 100;
/** In a narrow table a last column longer than this goes on lines of its own. */
const LONG = 90;
const NARROW = 3;

export function describeTable({ columns, rows }: TopicTable, { bold }: Colors): string {
  const last = columns.length - 1;
  const isLong = columns.length > 1 && columns.length <= NARROW && rows.some((row) => (row[last] ?? "").length > LONG);
  if (!isLong)
    return textTable(
      columns.map((head) => ({ head })),
      rows,
    );
  return rows
    .map((row) => {
      const [name = "", ...more] = row.slice(0, last);
      const head = `${bold(name)}${more
        .filter((cell) => cell !== "")
        .map((cell) => `  ${cell}`)
        .join("")}\n`;
      return head + wrap(row[last] ?? "", WIDTH, "  ");
    })
    .join("");
}

export interface Thing {
  readonly topic: string;
  readonly table: TopicTable;
  readonly detail?: TopicTable;
}

/** One thing: its cells line by line, then the table of its parts. */
export function describeThing({ topic, table: { columns, rows }, detail }: Thing, colors: Colors): string {
  const { bold } = colors;
  const cells = rows.map((row) =>
    columns
      .slice(1)
      .map((column, i) => ({ column, cell: row[i + 1] ?? "" }))
      .filter(({ cell }) => cell !== "")
      .map(({ column, cell }) => wrap(`${column}: ${cell}`, WIDTH, "  "))
      .join(""),
  );
  const head = `${bold(rows[0]?.[0] ?? "")} (${topic})\n`;
  return head + cells.join("\n") + (detail && detail.rows.length > 0 ? `\n${describeTable(detail, colors)}` : "");
}
