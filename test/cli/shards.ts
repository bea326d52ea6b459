/** A sweep that is shared out, for tests: planned, damaged, and compared with the same sweep on one machine. */
import { spawn } from "node:child_process";
import fs from "node:fs";
import { join } from "node:path";
import { type Block, decodeBlock, encodeBlock, type PieceBytes, piecesIn } from "../../src/node/sweep/block.ts";
import { fixture } from "../fixtures/tiny.ts";
import { type Ended, filesIn, MAIN } from "./sweeps.ts";

export const EXPERIMENT = fixture("tiny-experiment.yaml");
/** Of one sweep: 3 points x 2 replicates, each under 2 strategies. */
export const SHARED = { shards: 4, trials: 6, runs: 12 } as const;

/** What is there beside the result, as it is on one machine. */
const BESIDE = /^(shards\.json|cluster\/.*)$/;

/** Every file of the result but the manifest, which tells the time, with its bytes. */
export function resultIn(folder: string): Map<string, string> {
  const files = filesIn(folder).filter((file) => file !== "manifest.json" && !BESIDE.test(file));
  return new Map(files.map((file) => [file, fs.readFileSync(join(folder, file), "latin1")]));
}

/** Starts a command of its own process, which may be killed. */
export function starting(argv: readonly string[], cwd: string, killAfter?: number): Promise<Ended> {
  const child = spawn(process.execPath, [MAIN, ...argv], { cwd, stdio: ["ignore", "pipe", "pipe"] });
  if (killAfter !== undefined) setTimeout(() => child.kill("SIGKILL"), killAfter);
  let [out, err] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    err += chunk.toString();
  });
  return new Promise((resolve) => child.on("close", (status, signal) => resolve({ status, signal, out, err })));
}

export const blocksIn = (folder: string, shard: number): string[] => {
  const place = join(folder, "blocks", String(shard));
  return fs.existsSync(place)
    ? fs
        .readdirSync(place)
        .filter((file) => file.endsWith(".block"))
        .map((file) => join(place, file))
    : [];
};

export function flipByte(path: string, at: number): void {
  const bytes = fs.readFileSync(path);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  fs.writeFileSync(path, bytes);
}

/** The pieces of a block as somebody else would have them. */
export function rewritten(path: string, change: (pieces: PieceBytes[]) => Block): Block {
  const bytes = fs.readFileSync(path);
  const trailer = decodeBlock(bytes);
  if (!trailer) throw new Error(`${path} is damaged`);
  return change(piecesIn(bytes, trailer));
}

/** Pieces with one digit more in the first table of the first. */
export function withOtherNumbers([first, ...rest]: readonly PieceBytes[]): Block {
  if (!first) throw new Error("an empty block");
  const tables = first.tables.map((table, i) =>
    i > 0 ? table : { ...table, bytes: Buffer.concat([table.bytes, Buffer.from("1")]) },
  );
  return encodeBlock([{ ...first, tables }, ...rest], []);
}
