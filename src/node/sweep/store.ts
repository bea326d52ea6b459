/** Finished pieces on the disk, found by what they are. Several processes may add to one store at the same time. */
import nodeFs from "node:fs";
import { join } from "node:path";
import { removeUnfinished, writeDurably } from "../durable.ts";
import { EXIT, Failure, systemCode, withFiles } from "../failure.ts";
import { makeFolder } from "../make-folder.ts";
import { type Block, type BlockTrailer, decodeBlock, type PieceBytes, piecesIn, trailerOf } from "./block.ts";

export interface Store {
  has(key: number): boolean;
  /** @throws Error when it is not there */
  read(key: number): PieceBytes;
  /** Why a piece failed, for those that did and never succeeded. */
  failure(key: number): string | undefined;
  add(block: Block): void;
  /** Files that are no whole block. */
  readonly damaged: readonly string[];
  /** Paths of the others, in the order in which they were found or added; `readTrailer` says what is in one. */
  readonly blocks: readonly string[];
  keys(): Iterable<number>;
}

const ENDING = ".block";
/** Blocks that are kept in memory: runs in the order of a plan lie together. */
const KEPT = 4;
const MOST_LISTINGS = 20;

/** Reads every block of the folders and checks it; new ones go to the first. @throws Failure with status 74 when a folder cannot be read */
export function openStore(folders: readonly [string, ...string[]], fs: typeof nodeFs = nodeFs): Store {
  const [folder] = folders;
  const blocks: string[] = [];
  // Nothing but the number of the block is kept of each piece: a million of them must find room.
  const places = new Map<number, number>();
  const failed = new Map<number, string>();
  const damaged: string[] = [];
  const loaded = new Map<number, ReadonlyMap<number, PieceBytes>>();

  const register = (path: string, trailer: BlockTrailer) => {
    const block = blocks.push(path) - 1;
    for (const { key } of trailer.pieces) {
      if (!places.has(key)) places.set(key, block);
      failed.delete(key);
    }
    for (const { key, message } of trailer.failed) if (!places.has(key)) failed.set(key, message);
  };
  const load = (block: number): ReadonlyMap<number, PieceBytes> => {
    let pieces = loaded.get(block);
    if (!pieces) {
      const bytes = readBlock(blocks[block] as string, fs);
      pieces = new Map(piecesIn(bytes, trailerOf(bytes)).map((piece) => [piece.key, piece]));
      loaded.set(block, pieces);
      if (loaded.size > KEPT) loaded.delete(loaded.keys().next().value as number);
    }
    return pieces;
  };

  for (const one of folders) {
    if (!fs.existsSync(one)) continue;
    withFiles(`read ${one}`, () => removeUnfinished(one, fs));
    for (const { path, file, bytes } of blocksIn(one, fs)) {
      const trailer = decodeBlock(bytes, file);
      if (trailer) register(path, trailer);
      else damaged.push(path);
    }
  }

  return {
    has: (key) => places.has(key),
    read(key) {
      const block = places.get(key);
      const piece = block === undefined ? undefined : load(block).get(key);
      if (!piece) throw new Error(`the store has no piece ${key}`);
      return piece;
    },
    failure: (key) => failed.get(key),
    add({ name, trailer, bytes }) {
      if (trailer.pieces.length === 0 && trailer.failed.length === 0) return;
      withFiles(`write to ${folder}`, () => void makeFolder(folder, fs));
      writeDurably(join(folder, name), [bytes], fs);
      register(join(folder, name), trailer);
    },
    damaged,
    blocks,
    keys: () => places.keys(),
  };
}

/** A file that goes while the folder is read was put together with others into a new one, so the folder is read again. */
function* blocksIn(folder: string, fs: typeof nodeFs): Generator<{ path: string; file: string; bytes: Uint8Array }> {
  const seen = new Set<string>();
  for (let [isAll, listings] = [false, 1]; !isAll; listings++) {
    isAll = true;
    for (const file of withFiles(`read ${folder}`, () => fs.readdirSync(folder)).sort()) {
      if (!file.endsWith(ENDING) || seen.has(file)) continue;
      const path = join(folder, file);
      // What never goes and never can be read is damaged.
      const bytes = readIfThere(path, fs) ?? (listings < MOST_LISTINGS ? undefined : new Uint8Array());
      if (bytes) {
        seen.add(file);
        yield { path, file, bytes };
      } else isAll = false;
    }
  }
}

function readIfThere(path: string, fs: typeof nodeFs): Uint8Array | undefined {
  return withFiles(`read ${path}`, () => {
    try {
      return fs.readFileSync(path);
    } catch (error) {
      if (systemCode(error) === "ENOENT") return undefined;
      throw error;
    }
  });
}

/** @throws Failure with status 75 when it has gone since it was found: whoever finishes a shard puts its blocks together */
export function readBlock(path: string, fs: typeof nodeFs = nodeFs): Uint8Array {
  const bytes = readIfThere(path, fs);
  if (bytes) return bytes;
  throw new Failure(EXIT.busy, `${path}: the file has just gone, so another process is at work there`, "try again");
}
