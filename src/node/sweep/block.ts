/**
 * A block: some finished pieces in one file, with a trailer that says what is in it and proves that it is whole.
 *
 *   rows of each table of each piece | trailer: JSON | its length, 12 digits and a line feed
 */
import { createHash } from "node:crypto";

export interface PieceBytes {
  readonly key: number;
  /** Rows of each table, without a header. */
  readonly tables: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

export interface FailedKey {
  readonly key: number;
  readonly message: string;
}

export interface BlockTrailer {
  readonly format: "corridor/block@1";
  readonly pieces: readonly { readonly key: number; readonly tables: readonly (readonly [name: string, bytes: number])[] }[];
  readonly failed: readonly FailedKey[];
  readonly bytes: number;
  /** Hexadecimal, over all that stands before the trailer. */
  readonly sha256: string;
}

const LENGTH_DIGITS = 12;
const FOOT = LENGTH_DIGITS + 1;
const NAME_DIGITS = 16;

export interface Block {
  /** Of the file: a pure function of its content. */
  readonly name: string;
  readonly trailer: BlockTrailer;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export function encodeBlock(pieces: readonly PieceBytes[], failed: readonly FailedKey[]): Block {
  const rows = pieces.flatMap(({ tables }) => tables.map(({ bytes }) => bytes));
  const bytes = rows.reduce((sum, { byteLength }) => sum + byteLength, 0);
  const hash = createHash("sha256");
  for (const part of rows) hash.update(part);
  const trailer: BlockTrailer = {
    format: "corridor/block@1",
    pieces: pieces.map(({ key, tables }) => ({ key, tables: tables.map((table) => [table.name, table.bytes.byteLength]) })),
    failed,
    bytes,
    sha256: hash.digest("hex"),
  };
  const text = Buffer.from(JSON.stringify(trailer));
  const whole = new Uint8Array(bytes + text.byteLength + FOOT);
  let at = 0;
  for (const part of [...rows, text, Buffer.from(`${String(text.byteLength).padStart(LENGTH_DIGITS, "0")}\n`)]) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return { name: nameOf(text), trailer, bytes: whole };
}

const nameOf = (trailer: Uint8Array) => `${createHash("sha256").update(trailer).digest("hex").slice(0, NAME_DIGITS)}.block`;

/**
 * The trailer of a block; nothing when the file is damaged.
 * @param name of the file, which its content must have given it; not asked when absent
 */
export function decodeBlock(file: Uint8Array, name?: string): BlockTrailer | undefined {
  const found = split(file);
  if (!found || (name !== undefined && name !== nameOf(found.text))) return undefined;
  try {
    const trailer = JSON.parse(found.text.toString("utf8")) as BlockTrailer;
    const isWhole = trailer.format === "corridor/block@1" && trailer.bytes === found.rows.byteLength;
    return isWhole && trailer.sha256 === createHash("sha256").update(found.rows).digest("hex") ? trailer : undefined;
  } catch {
    return undefined;
  }
}

/** The trailer of a block that has been checked before. @throws Error when it has been damaged since */
export function trailerOf(file: Uint8Array): BlockTrailer {
  const found = split(file);
  if (!found) throw new Error("a block was damaged while it was in use");
  return JSON.parse(found.text.toString("utf8")) as BlockTrailer;
}

/** Rows and trailer; nothing when the foot is none. */
function split(file: Uint8Array): { rows: Buffer; text: Buffer } | undefined {
  const buffer = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const foot = buffer.subarray(-FOOT).toString("latin1");
  if (!/^\d{12}\n$/.test(foot)) return undefined;
  const end = buffer.byteLength - FOOT;
  const start = end - Number(foot);
  return start < 0 ? undefined : { rows: buffer.subarray(0, start), text: buffer.subarray(start, end) };
}

/** The pieces of a block, as parts of its bytes. */
export function piecesIn(file: Uint8Array, { pieces }: BlockTrailer): PieceBytes[] {
  let at = 0;
  return pieces.map(({ key, tables }) => ({
    key,
    tables: tables.map(([name, length]) => {
      const from = at;
      at += length;
      return { name, bytes: file.subarray(from, at) };
    }),
  }));
}
