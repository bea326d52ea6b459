/** Threefry against the words of its authors' own code. */
import { describe, expect, test } from "vitest";
import { block, keyFromWords, w0, w1, w2, w3 } from "../../../src/core/random/threefry.ts";
import reference from "../../reference/threefry.json" with { type: "json" };

const words = (hex: string[]): number[] => hex.map((word) => Number.parseInt(word, 16));
const asHex = (list: number[]): string[] => list.map((word) => (word >>> 0).toString(16).padStart(8, "0"));

describe("known answers", () => {
  for (const { rounds, ctr, key, expected } of reference.vectors) {
    test(`${rounds} rounds, counter ${ctr[0]}...`, () => {
      const [k0, k1, k2, k3] = words(key);
      const [c0, c1, c2, c3] = words(ctr);
      block(keyFromWords(k0, k1, k2, k3, rounds as 12 | 20), c0, c1, c2, c3);
      expect(asHex([w0, w1, w2, w3])).toEqual(expected);
    });
  }

  test("both numbers of rounds are covered", () => {
    expect(new Set(reference.vectors.map((vector) => vector.rounds))).toEqual(new Set([12, 20]));
  });
});

test("every bit of the counter moves about half of the bits of the block", () => {
  const key = keyFromWords(1, 2, 3, 4, 12);
  const repeats = 200;
  for (let bit = 0; bit < 128; bit++) {
    let flipped = 0;
    for (let i = 0; i < repeats; i++) {
      block(key, i, 0, 7, 0);
      const before = [w0, w1, w2, w3];
      const counter = [i, 0, 7, 0];
      counter[bit >> 5] ^= 1 << (bit & 31);
      block(key, counter[0], counter[1], counter[2], counter[3]);
      flipped += ones(before[0] ^ w0) + ones(before[1] ^ w1) + ones(before[2] ^ w2) + ones(before[3] ^ w3);
    }
    // 128 * 200 coin tosses: standard deviation 0.0031 of the share
    expect(flipped / (128 * repeats), `bit ${bit}`).toBeGreaterThan(0.5 - 0.016);
    expect(flipped / (128 * repeats), `bit ${bit}`).toBeLessThan(0.5 + 0.016);
  }
});

function ones(word: number): number {
  let count = 0;
  for (let rest = word; rest !== 0; rest &= rest - 1) count++;
  return count;
}
