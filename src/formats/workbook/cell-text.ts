/** Texts as XLSX can hold them (ECMA-376 part 1, 22.9.2.19: characters that XML has not are written _xHHHH_). */
import { CELL_CHARACTERS } from "../spreadsheet-limits.ts";

/** The beginning of what would be read as an escape. */
const ESCAPE = /_(?=x[0-9A-Fa-f]{4}_)/g;
/** Of a text that the library would store as an error, such as #N/A. */
const HASH_OF_ERROR = /^#(?=[A-Z0/_]+[!?]?$)/;
/** Not in XML; the library escapes those below U+0020. */
const NO_CHARACTER = /[\uFFFE\uFFFF]/g;
const LONE_SURROGATE = /\p{Surrogate}/gu;
const CUT = " [cut: a cell holds no more]";
/** The beginning of an escape without its end, or half a character. */
const HALF = /(?:(?<!_x[0-9A-Fa-f]{4})_x?[0-9A-Fa-f]{0,4}|[\uD800-\uDBFF])$/;

/** The text as it is stored; what a cell cannot hold is cut, and the cell says so. */
export function cellText(text: string): string {
  const stored = text
    .replace(ESCAPE, "_x005F_")
    .replace(HASH_OF_ERROR, "_x0023_")
    .replace(NO_CHARACTER, (one) => `_x${one === "\uFFFE" ? "FFFE" : "FFFF"}_`)
    .replace(LONE_SURROGATE, "\uFFFD");
  if (stored.length <= CELL_CHARACTERS) return stored;
  return stored.slice(0, CELL_CHARACTERS - CUT.length).replace(HALF, "") + CUT;
}
