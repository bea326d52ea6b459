/** Rows of text in columns. */

export interface TextColumn {
  readonly head: string;
  /** Numbers stand right, words left. */
  readonly align?: "left" | "right";
}

const GAP = "  ";

/** Columns as wide as their widest cell; no blanks at the ends of lines. */
export function textTable(columns: readonly TextColumn[], rows: readonly (readonly string[])[], indent = ""): string {
  const heads = columns.map(({ head }) => head);
  return textRows([heads, ...rows], indent, columns);
}

/** The same without heads. */
export function textRows(
  rows: readonly (readonly string[])[],
  indent = "",
  columns: readonly Pick<TextColumn, "align">[] = (rows[0] ?? []).map(() => ({})),
): string {
  const widths = columns.map((_, i) => Math.max(0, ...rows.map((row) => widthOf(row[i] ?? ""))));
  return rows
    .map((cells) => {
      const padded = columns.map(({ align = "left" }, i) => {
        const cell = cells[i] ?? "";
        const blanks = " ".repeat((widths[i] ?? 0) - widthOf(cell));
        return align === "right" ? blanks + cell : cell + blanks;
      });
      return `${(indent + padded.join(GAP)).trimEnd()}\n`;
    })
    .join("");
}

/** Accented letters and bars are one place wide. */
function widthOf(text: string): number {
  return [...text].length;
}

/** Text in lines of at most so many places, words whole. @param hang more blanks before every line but the first */
export function wrap(text: string, width: number, indent = "", hang = ""): string {
  const lines: string[] = [];
  let line = "";
  const before = () => (lines.length === 0 ? indent : indent + hang);
  for (const word of text.split(/\s+/)) {
    if (line !== "" && widthOf(before() + line) + 1 + widthOf(word) > width) {
      lines.push(before() + line);
      line = "";
    }
    line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, before() + line].map((one) => `${one}\n`).join("");
}
