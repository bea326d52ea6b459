import fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { giveToCache } from "../../../src/node/sweep/cache.ts";
import { piecesOf } from "../../../src/node/sweep/sweep-folder.ts";

let root: string;
beforeEach(() => {
  root = fs.mkdtempSync(join(tmpdir(), "corridor-cache-"));
});
afterEach(() => fs.rmSync(root, { recursive: true }));

/** A finished sweep with one block of some bytes, written so many seconds after the first. */
function sweepWith(block: string, bytes: number, seconds: number): string {
  const sweep = join(root, `sweep-${block}`);
  fs.mkdirSync(piecesOf(sweep), { recursive: true });
  const path = join(piecesOf(sweep), `${block}.block`);
  fs.writeFileSync(path, Buffer.alloc(bytes));
  fs.utimesSync(path, 1e9 + seconds, 1e9 + seconds);
  return sweep;
}

it("a cache keeps the newest blocks that fit, and takes nothing from the sweeps they came from", () => {
  const cache = join(root, "cache");
  const sweeps = ["a", "b", "c"].map((block, i) => sweepWith(block, 100, i));
  for (const sweep of sweeps) giveToCache(cache, sweep, 250);
  expect(fs.readdirSync(cache).sort()).toEqual(["b.block", "c.block"]);
  for (const sweep of sweeps) expect(fs.readdirSync(piecesOf(sweep))).toHaveLength(1);
  giveToCache(cache, sweepWith("d", 300, 3), 250);
  expect(fs.readdirSync(cache)).toEqual([]);
});
