/** Finished pieces in few blocks, in the order of the plan: a pure function of what is there, however it came there. */
import { type Plan, pieceKeys, trialAt } from "../../experiment/plan.ts";
import { type Block, encodeBlock, type FailedKey, type PieceBytes } from "./block.ts";
import type { Store } from "./store.ts";

/** Held twice while a block is made. */
const PACK_BYTES = 16 * 1024 * 1024;

export interface PackOptions {
  /** Whether the last block tells of the pieces that failed. */
  readonly withFailed?: boolean;
}

/** @param range trials from the first up to, but without, the second */
export function* packs(
  plan: Plan,
  store: Store,
  range: readonly [number, number],
  { withFailed = false }: PackOptions = {},
): Generator<Block> {
  const keysOf = pieceKeys(plan);
  const failed: FailedKey[] = [];
  let batch: PieceBytes[] = [];
  let bytes = 0;
  for (let trial = range[0]; trial < range[1]; trial++) {
    for (const key of keysOf(trialAt(plan, trial))) {
      const message = withFailed ? store.failure(key) : undefined;
      if (message !== undefined) failed.push({ key, message });
      if (!store.has(key)) continue;
      const piece = store.read(key);
      batch.push(piece);
      for (const table of piece.tables) bytes += table.bytes.byteLength;
      if (bytes < PACK_BYTES) continue;
      yield encodeBlock(batch, []);
      batch = [];
      bytes = 0;
    }
  }
  if (batch.length > 0 || failed.length > 0) yield encodeBlock(batch, failed);
}
