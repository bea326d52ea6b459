/** A name in as many lines as it has room for. */

/** Where a name was cut. */
const CUT = "…";

/**
 * Lines broken at spaces, which stay at the ends of lines, so that the lines together are the name. What has no room ends in "…".
 * @param letters that a line has room for @param most lines
 */
export function wrapped(name: string, letters: number, most = 2): string[] {
  if (name.length <= letters) return [name];
  const lines: string[] = [];
  let line = "";
  for (const word of name.split(/(?<= )/)) {
    if (line !== "" && line.length + word.trimEnd().length > letters) {
      lines.push(line);
      line = "";
    }
    line += word;
  }
  lines.push(line);
  const kept = lines.slice(0, most);
  if (lines.length <= most) return kept;
  const last = kept.pop() ?? "";
  return [...kept, last.trimEnd().slice(0, Math.max(1, letters - 1)) + CUT];
}
