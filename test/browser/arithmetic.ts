/** One number per function of the core's arithmetic, from all bits of many of its values; runs in any engine. */
import { exp, expm1, log, log1p, pow } from "../../src/core/math.ts";
import { binomial, exponentialWord, gumbelWord, normal, poisson } from "../../src/core/random/distribution.ts";
import { keyOf, seedOf, stream, uniform } from "../../src/core/random/stream.ts";
import { block, w0, w1, w2, w3 } from "../../src/core/random/threefry.ts";

export interface Extent {
  readonly seed: string;
  /** How many values of each function. */
  readonly values: number;
}

/** @returns per function a hash of the bits of its first values, as hexadecimal digits */
export function arithmeticHashes({ seed, values }: Extent): Record<string, string> {
  const key = keyOf(seedOf(seed), stream("arithmetic-test"));
  const draw = (i: number, which: number): number => uniform(key, i, 0, 0, which);
  const word = (i: number): number => {
    block(key, i, 1, 0, 0);
    return w0;
  };
  const functions: Record<string, (i: number) => number> = {
    uniform: (i) => draw(i, 0),
    words: (i) => {
      block(key, i, 0, 0, 0);
      return (w0 ^ w1) + (w2 ^ w3);
    },
    exp: (i) => exp(1500 * draw(i, 0) - 750), // from underflow to overflow
    expm1: (i) => expm1(2 * draw(i, 0) - 1),
    log: (i) => log(draw(i, 0) * exp(1400 * draw(i, 1) - 700)),
    log1p: (i) => log1p(3 * draw(i, 0) - 1),
    pow: (i) => pow(10 * draw(i, 0), 40 * draw(i, 1) - 20),
    normal: (i) => normal(draw(i, 0)),
    poisson: (i) => poisson(draw(i, 0), 50 * draw(i, 1)),
    binomial: (i) => binomial(draw(i, 0), Math.floor(60 * draw(i, 1)), draw(i, 2)),
    gumbel: (i) => gumbelWord(word(i)),
    exponential: (i) => exponentialWord(word(i)),
  };
  return Object.fromEntries(Object.entries(functions).map(([name, value]) => [name, hash(value, values)]));
}

/** FNV-1a over the 32-bit halves of the values, twice with different starts. */
function hash(value: (i: number) => number, values: number): string {
  const number = new Float64Array(1);
  const halves = new Uint32Array(number.buffer);
  let a = 0x811c9dc5;
  let b = 0x01234567;
  for (let i = 0; i < values; i++) {
    number[0] = value(i);
    for (const half of halves) {
      a = Math.imul(a ^ half, 0x01000193);
      b = Math.imul(b ^ half ^ (half >>> 16), 0x01000193);
    }
  }
  return [a, b].map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}
