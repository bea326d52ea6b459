/** From bytes to text, refusing what is no text: other encodings, NUL bytes, control characters. */
import type { Issue } from "../../core/issue.ts";

/** Largest file, in bytes or characters. */
export const MOST_CHARACTERS = 1 << 20;

/** Where in a text an offset lies; lines end with LF. 1-based, columns in UTF-16 units. */
export function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf("\n") + 1;
  return { line: before.split("\n").length, column: offset - lineStart + 1 };
}

/** Decodes UTF-8, with or without a byte order mark; anything else is an issue at the first bad byte. */
export function decodeUtf8(bytes: Uint8Array, file = ""): { text: string } | Issue {
  const refuse = (message: string, place: { line: number; column: number }): Issue => ({
    path: [],
    message,
    allowed: "text saved as UTF-8",
    ...(file ? { file } : {}),
    ...place,
    severity: "error",
  });
  const start = { line: 1, column: 1 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return refuse("the file is UTF-16, not UTF-8", start);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return refuse("the file is UTF-16, not UTF-8", start);
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const bad = firstReplaced(text, bytes);
  if (bad === undefined) return { text };
  const byte = (bytes[bad.byte] ?? 0).toString(16).padStart(2, "0");
  return refuse(`byte 0x${byte} is not UTF-8`, placeOf(text, bad.offset));
}

const REPLACEMENT = "\ufffd";
const REPLACEMENT_BYTES = [0xef, 0xbf, 0xbd] as const;

/** The first replacement character that the decoder put in, as opposed to one that was written. */
function firstReplaced(text: string, bytes: Uint8Array): { offset: number; byte: number } | undefined {
  const encoder = new TextEncoder();
  let [from, byte] = [0, 0];
  for (let offset = text.indexOf(REPLACEMENT); offset >= 0; offset = text.indexOf(REPLACEMENT, from)) {
    byte += encoder.encode(text.slice(from, offset)).length;
    const at = byte;
    if (REPLACEMENT_BYTES.some((expected, i) => bytes[at + i] !== expected)) return { offset, byte };
    byte += REPLACEMENT_BYTES.length;
    from = offset + 1;
  }
  return undefined;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]|\p{Cs}|\r(?!\n)/u;

/** The first character that has no place in a text file; a leading byte order mark must be gone. */
export function forbiddenCharacter(text: string): { message: string; offset: number } | undefined {
  const found = FORBIDDEN.exec(text);
  if (!found) return undefined;
  const [character] = found;
  const code = `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
  const messages: Readonly<Record<string, string>> = {
    "\0": "a NUL byte: this is no text file, or it is UTF-16",
    "\r": "a carriage return without a line feed: save the file with LF or CRLF line ends",
    "\ufeff": "a byte order mark in the middle of the text",
  };
  const surrogate = /\p{Cs}/u.test(character);
  const message = messages[character] ?? (surrogate ? `half of a character (${code})` : `control character ${code}`);
  return { message, offset: found.index };
}
