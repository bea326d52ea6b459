/** The cheap draws of pairs must look like draws of their own, although every side lends its words to many pairs. */
import { expect, test } from "vitest";
import { pairUniform, pairWord } from "../../../src/core/random/pair.ts";
import { keyOf, seedOf, stream, uniformOf } from "../../../src/core/random/stream.ts";
import { block, w0, w1, w2, w3 } from "../../../src/core/random/threefry.ts";

const MIGRANTS = 2000;
const SMUGGLERS = 1000;
const COUNT = MIGRANTS * SMUGGLERS;

/** Two words for each of `count` agents, side by side. */
function sides(name: string, count: number): Int32Array {
  const key = keyOf(seedOf("pairs"), stream(name));
  const words = new Int32Array(2 * count);
  for (let who = 0; who < count; who++) {
    block(key, who, 0, 30, 0);
    words[2 * who] = w0;
    words[2 * who + 1] = w1;
  }
  return words;
}

const pairs = new Int32Array(COUNT); // migrant x smuggler, smuggler fastest
const a = sides("migrant", MIGRANTS);
const b = sides("smuggler", SMUGGLERS);
for (let i = 0; i < MIGRANTS; i++) {
  for (let j = 0; j < SMUGGLERS; j++) {
    pairs[i * SMUGGLERS + j] = pairWord(a[2 * i], a[2 * i + 1], b[2 * j], b[2 * j + 1]);
  }
}
const centred = Float64Array.from(pairs, (word) => uniformOf(word) - 0.5);
const VARIANCE = 1 / 12;

test("the uniform is that of the word", () => {
  expect(pairUniform(1, 2, 3, 4)).toBe(uniformOf(pairWord(1, 2, 3, 4)));
});

test("each bit is set in half of the pairs", () => {
  for (let bit = 0; bit < 32; bit++) {
    let set = 0;
    for (let i = 0; i < COUNT; i++) set += (pairs[i] >>> bit) & 1;
    expect(Math.abs(set - COUNT / 2) / (Math.sqrt(COUNT) / 2), `bit ${bit}`).toBeLessThan(4.5);
  }
});

test("each byte fills its 256 values evenly", () => {
  for (let byte = 0; byte < 32; byte += 8) {
    const cells = new Float64Array(256);
    for (let i = 0; i < COUNT; i++) cells[(pairs[i] >>> byte) & 255]++;
    const expected = COUNT / 256;
    const chiSquare = cells.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    expect(chiSquare).toBeLessThan(358); // 255 degrees of freedom: mean 255, deviation 22.6; one chance in 40,000
    expect(chiSquare).toBeGreaterThan(165);
  }
});

test("one migrant's uniforms over the smugglers are even, and one smuggler's over the migrants", () => {
  const evenness = (at: (k: number) => number, count: number): number => {
    const cells = new Float64Array(16);
    for (let k = 0; k < count; k++) cells[pairs[at(k)] >>> 28]++;
    return cells.reduce((sum, n) => sum + (n - count / 16) ** 2 / (count / 16), 0);
  };
  let rows = 0;
  for (let i = 0; i < MIGRANTS; i++) rows += evenness((j) => i * SMUGGLERS + j, SMUGGLERS);
  let columns = 0;
  for (let j = 0; j < SMUGGLERS; j++) columns += evenness((i) => i * SMUGGLERS + j, MIGRANTS);
  // Sums of chi-squares with 15 degrees of freedom each.
  expect(Math.abs(rows - 15 * MIGRANTS) / Math.sqrt(30 * MIGRANTS)).toBeLessThan(4.5);
  expect(Math.abs(columns - 15 * SMUGGLERS) / Math.sqrt(30 * SMUGGLERS)).toBeLessThan(4.5);
});

test("a pair tells nothing about the next smuggler, the next migrant or the square they make", () => {
  let nextSmuggler = 0;
  let nextMigrant = 0;
  let square = 0;
  for (let i = 0; i + 1 < MIGRANTS; i++) {
    for (let j = 0; j + 1 < SMUGGLERS; j++) {
      const at = i * SMUGGLERS + j;
      const here = centred[at];
      const right = centred[at + 1];
      const below = centred[at + SMUGGLERS];
      nextSmuggler += here * right;
      nextMigrant += here * below;
      square += here * right * below * centred[at + SMUGGLERS + 1];
    }
  }
  const deviation = Math.sqrt((MIGRANTS - 1) * (SMUGGLERS - 1));
  expect(Math.abs(nextSmuggler) / (VARIANCE * deviation)).toBeLessThan(4.5);
  expect(Math.abs(nextMigrant) / (VARIANCE * deviation)).toBeLessThan(4.5);
  expect(Math.abs(square) / (VARIANCE ** 2 * deviation)).toBeLessThan(4.5);
});

test("as many pairs share a word as chance would have it", () => {
  const sorted = pairs.slice().sort();
  let shared = 0;
  for (let i = 1; i < COUNT; i++) if (sorted[i] === sorted[i - 1]) shared++;
  const expected = (COUNT * COUNT) / 2 / 2 ** 32; // 466
  expect(Math.abs(shared - expected)).toBeLessThan(4.5 * Math.sqrt(expected));
});

test("every bit of either side moves every bit of the pair about half of the time", () => {
  const key = keyOf(seedOf("pairs"), stream("avalanche"));
  const repeats = 4000;
  const flips = new Float64Array(128 * 32);
  for (let i = 0; i < repeats; i++) {
    block(key, i, 0, 0, 0);
    const input = [w0, w1, w2, w3];
    const before = pairWord(input[0], input[1], input[2], input[3]);
    for (let bit = 0; bit < 128; bit++) {
      input[bit >> 5] ^= 1 << (bit & 31);
      const changed = before ^ pairWord(input[0], input[1], input[2], input[3]);
      input[bit >> 5] ^= 1 << (bit & 31);
      for (let out = 0; out < 32; out++) flips[bit * 32 + out] += (changed >>> out) & 1;
    }
  }
  let worst = 0;
  for (const count of flips) worst = Math.max(worst, Math.abs(count / repeats - 0.5));
  expect(worst).toBeLessThan(0.05); // chance alone gives 0.03 over 4,096 counts
});
