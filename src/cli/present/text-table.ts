/** Rows of text in columns. */

export interface TextColumn {
  readonly head: string;
  /** Numbers stand right, words left. */
  readonly align?: "left" | "right";
}

const GAP = "  ";

/** Columns as wide as their widest cell; no blanks at the ends of lines. */
export function textTable(
  columns: readonly TextColumn[],
  rows: readonly (readonly string[])[],
  indent = "",
): string {
  const widths = columns.map(({ head }, i) =>
    Math.max(head.length, ...rows.map((row) => widthOf(row[i] ?? ""))),
  );
  const line = (cells: readonly string[]) => {
    const padded = columns.map(({ align = "left" }, i) => {
      const cell = cells[i] ?? "";
      const blanks = " ".repeat((widths[i] ?? 0) - widthOf(cell));
      return align === "right" ? blanks + cell : cell + blanks;
    });
    return `${(indent + padded.join(GAP)).trimEnd()}\n`;
  };
  return [line(columns.map(({ head }) => head)), ...rows.map(line)].join("");
}

/** Accented letters and bars are one place wide. */
function widthOf(text: string): number {
  return [...text].length;
}

/** Text in lines of at most so many places, words whole. */
export function wrap(text: string, width: number, indent = ""): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    if (line !== "" && widthOf(indent + line) + 1 + widthOf(word) > width) {
      lines.push(indent + line);
      line = "";
    }
    line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, indent + line].map((one) => `${one}\n`).join("");
}
