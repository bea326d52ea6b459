/** JSON for files that people compare: sorted keys, two blanks, a line feed at the end. */
import { sortKeys } from "../experiment/canonical.ts";

export function jsonText(value: unknown): string {
  return `${JSON.stringify(sortKeys(value), undefined, 2)}\n`;
}
