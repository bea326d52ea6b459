/** Whether a result is what its manifest says, and whether playing a sample of its runs again gives the same bytes. */
import { createHash } from "node:crypto";
import fs, { createReadStream } from "node:fs";
import { join } from "node:path";
import seedrandom from "seedrandom";
import { isMap } from "../../core/index.ts";
import { type Plan, pieceKeys, trialAt } from "../../experiment/plan.ts";
import { EXIT, Failure, withFiles } from "../failure.ts";
import { MANIFEST } from "../result-folder.ts";
import { decodeBlock, piecesIn } from "./block.ts";
import { openPool } from "./pool.ts";
import type { Store } from "./store.ts";

export interface FileCheck {
  readonly file: string;
  /** Nothing when it is as it should be. */
  readonly problem?: "missing" | "another size" | "other bytes";
}

/** Compares every file with the manifest. @throws Failure when there is none */
export async function verifyFiles(folder: string): Promise<FileCheck[]> {
  const path = join(folder, MANIFEST);
  if (!fs.existsSync(path)) {
    throw new Failure(EXIT.usage, `${folder}: there is no ${MANIFEST}`, "name the folder of a finished result");
  }
  const manifest: unknown = readJson(path);
  const files = isMap(manifest) && Array.isArray(manifest.files) ? manifest.files : [];
  const checks: FileCheck[] = [];
  for (const { file, bytes, sha256 } of files as { file: string; bytes: number; sha256: string }[]) {
    const at = join(folder, file);
    const size = fs.statSync(at, { throwIfNoEntry: false })?.size;
    if (size === undefined) checks.push({ file, problem: "missing" });
    else if (size !== bytes) checks.push({ file, problem: "another size" });
    else checks.push((await hashOf(at)) === sha256 ? { file } : { file, problem: "other bytes" });
  }
  return checks;
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(withFiles(`read ${path}`, () => fs.readFileSync(path, "utf8")));
  } catch (error) {
    if (error instanceof SyntaxError) throw new Failure(EXIT.usage, `${path}: the file is damaged`, "sweep again");
    throw error;
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  return hash.digest("hex");
}

export interface Replayed {
  readonly trials: number;
  /** Pieces that came out the same, and those that did not: trial and number of the piece. */
  readonly same: number;
  readonly different: readonly { readonly trial: number; readonly piece: number }[];
}

const MINUTE = 60_000;

/** Plays some trials again, chosen by lot, and compares every byte. */
export async function replay(plan: Plan, store: Store, sample: number, threads: number): Promise<Replayed> {
  const chosen = choose(plan, sample);
  const keysOf = pieceKeys(plan);
  const pool = openPool(plan, { threads, timeoutMilliseconds: plan.timeoutMinutes * MINUTE });
  const different: { trial: number; piece: number }[] = [];
  let same = 0;
  try {
    for (const index of chosen) {
      const keys = keysOf(trialAt(plan, index));
      const pieces = keys.flatMap((key, piece) => (store.has(key) ? [piece] : []));
      for (const { bytes } of await pool.play([{ index, pieces }])) {
        const trailer = decodeBlock(bytes);
        for (const piece of trailer ? piecesIn(bytes, trailer) : []) {
          const kept = store.read(piece.key);
          const isSame = kept.tables.every(
            ({ bytes: old }, i) => Buffer.compare(old, piece.tables[i]?.bytes ?? new Uint8Array()) === 0,
          );
          if (isSame) same++;
          else different.push({ trial: index, piece: keys.indexOf(piece.key) });
        }
      }
    }
  } finally {
    await pool.close();
  }
  return { trials: chosen.length, same, different };
}

/** Different trials, in order; the same for the same plan. */
function choose({ id, trials }: Plan, sample: number): number[] {
  const random = seedrandom.alea(`${id}|verify`);
  const chosen = new Set<number>();
  while (chosen.size < Math.min(sample, trials)) chosen.add(Math.floor(random.double() * trials));
  return [...chosen].sort((a, b) => a - b);
}
