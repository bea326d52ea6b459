/** Found values in a message: short, on one line, without anything a terminal would obey. */
import { isMap } from "./path.ts";

const LONGEST = 60;
const INVISIBLE = /[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu;

/** The text with control, format and other invisible characters written as \u{..}. */
export function visible(text: string): string {
  return text.replace(INVISIBLE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

/** At most 60 characters of a text, never half a character. */
export function shorten(text: string): string {
  const characters = Array.from(text.slice(0, 2 * LONGEST + 2));
  return characters.length <= LONGEST && text.length <= 2 * LONGEST ? text : `${characters.slice(0, LONGEST - 1).join("")}…`;
}

/** A value as its author would recognise it: `"25%"`, `.nan`, `a list of 3`, `a map with the keys value, low`. */
export function echo(value: unknown): string {
  if (typeof value === "string") return `"${shorten(visible(value))}"`;
  if (typeof value === "number") return echoNumber(value);
  if (value === null || value === undefined) return "nothing";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : `a list of ${value.length}`;
  if (isMap(value)) return echoMap(value);
  return shorten(String(value));
}

function echoNumber(value: number): string {
  if (Number.isNaN(value)) return ".nan";
  if (Number.isFinite(value)) return String(value);
  return value > 0 ? ".inf" : "-.inf";
}

function echoMap(map: Record<string, unknown>): string {
  const keys = Object.keys(map);
  if (keys.length === 0) return "an empty map";
  return `a map with the key${keys.length > 1 ? "s" : ""} ${shorten(visible(keys.slice(0, LONGEST).join(", ")))}`;
}
