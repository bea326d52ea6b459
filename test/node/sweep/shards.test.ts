/** How trials are shared out, and what a store does while other processes put files together. */
import fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Plan } from "../../../src/experiment/plan.ts";
import { encodeBlock, type PieceBytes } from "../../../src/node/sweep/block.ts";
import { layShards, readShards, shardsFor } from "../../../src/node/sweep/shards.ts";
import { openStore } from "../../../src/node/sweep/store.ts";

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), "corridor-store-"));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

const planOf = (trials: number) => ({ id: `s${trials}`, trials }) as Plan;

describe("shards", () => {
  it("have every trial once, in order, and none is empty", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 1, max: 1000 }), (trials, wanted) => {
        const count = Math.min(trials, wanted);
        const here = fs.mkdtempSync(join(folder, "s"));
        const { rangeOf } = layShards(here, planOf(trials), count, () => 1);
        let next = 0;
        for (let shard = 0; shard < count; shard++) {
          const [from, to] = rangeOf(shard);
          expect(from).toBe(next);
          expect(to).toBeGreaterThan(from);
          next = to;
        }
        expect(next).toBe(trials);
        expect(() => rangeOf(count)).toThrow("there is no shard");
        expect(readShards(here, planOf(trials))?.count).toBe(count);
      }),
      { numRuns: 30 },
    );
  });

  it("take 10 to 30 minutes, unless there are too few trials or too much work", () => {
    const MINUTE = 60;
    const plan = planOf(1_000_000);
    fc.assert(
      fc.property(fc.integer({ min: 30 * MINUTE, max: 1000 * 20 * MINUTE }), (seconds) => {
        const each = seconds / shardsFor(plan, seconds);
        expect(each).toBeGreaterThanOrEqual(10 * MINUTE);
        expect(each).toBeLessThanOrEqual(30 * MINUTE);
      }),
    );
    expect(shardsFor(plan, 5)).toBe(1);
    expect(shardsFor(planOf(7), 1e6)).toBe(7);
    expect(shardsFor(plan, 1e9)).toBe(1000);
  });
});

const piece = (key: number): PieceBytes => ({ key, tables: [{ name: "runs", bytes: Buffer.from(`row ${key}\n`) }] });

describe("a store", () => {
  it("finds everything while somebody puts its files together", () => {
    const blocks = [1, 2].map((key) => encodeBlock([piece(key)], []));
    const both = encodeBlock([piece(1), piece(2)], []);
    const [first, second] = blocks.sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ trailer }) => trailer.pieces[0]?.key ?? 0);
    for (const { name, bytes } of blocks) fs.writeFileSync(join(folder, name), bytes);
    let reads = 0;
    const read = (path: string) => {
      if (++reads === 2) {
        fs.writeFileSync(join(folder, both.name), both.bytes);
        for (const { name } of blocks) fs.rmSync(join(folder, name));
      }
      return fs.readFileSync(path);
    };
    const store = openStore([folder], { ...fs, readFileSync: read as typeof fs.readFileSync });
    expect([...store.keys()].sort()).toEqual([1, 2]);
    expect(store.damaged).toEqual([]);
    expect(store.read(second ?? 0)).toEqual(piece(second ?? 0));
    // It was found in a file that has gone since.
    expect(() => store.read(first ?? 0)).toThrow("has just gone");
  });

  it("does not wait for ever for a file that cannot be read", () => {
    fs.symlinkSync(join(folder, "nowhere"), join(folder, "a.block"));
    expect(openStore([folder]).damaged).toEqual([join(folder, "a.block")]);
  });
});
