/** What draws and elementary functions cost, in nanoseconds each, beside those of the engine. */
import { exp, log, pow } from "../core/math.ts";
import { gumbelWord, normal, poisson } from "../core/random/distribution.ts";
import { pairWord } from "../core/random/pair.ts";
import { keyOf, seedOf, stream, u0, u1, u2, u3, uniformOf } from "../core/random/stream.ts";
import { block, type Key, w0, w1, w2, w3 } from "../core/random/threefry.ts";
import { leastCpuSeconds } from "./spent.ts";

const SIZE = 8192; // words at hand: they stay in the first cache, so that the function is measured and not memory
const ROUNDS = 5; // the first ones warm up; the fastest counts

const key = keyOf(seedOf("bench"), stream("bench"));
const key20 = keyOf(seedOf("bench"), stream("bench"), 20);
const words = new Int32Array(SIZE);
const uniforms = new Float64Array(SIZE);
for (let i = 0; i < SIZE; i++) {
  block(key, i, 0, 0, 0);
  words[i] = w0;
  uniforms[i] = uniformOf(w0);
}

const word = (i: number): number => words[i & (SIZE - 1)] as number;
const unit = (i: number): number => uniforms[i & (SIZE - 1)] as number;

function blocks(count: number, by: Key): number {
  let sum = 0;
  for (let i = 0; i < count; i++) {
    block(by, i, 0, 7, 0);
    sum = (sum + w0 + w1 + w2 + w3) | 0;
  }
  return sum;
}

/**
 * A case calls `count` times and returns the sum of what it drew, so that the engine can leave nothing out. Each has its own
 * loop: in a shared one the call itself would cost more than many of these functions.
 */
interface Case {
  readonly name: string;
  readonly count: number;
  readonly drawsPerCall?: number;
  readonly run: (count: number) => number;
}

const cases: readonly Case[] = [
  { name: "threefry4x32-12, four words a block", count: 1e6, drawsPerCall: 4, run: (n) => blocks(n, key) },
  { name: "threefry4x32-20, four words a block", count: 1e6, drawsPerCall: 4, run: (n) => blocks(n, key20) },
  {
    name: "block, then u0 to u3",
    count: 1e6,
    drawsPerCall: 4,
    run(n) {
      let sum = 0;
      for (let i = 0; i < n; i++) {
        block(key, i, 0, 7, 0);
        sum += u0() + u1() + u2() + u3();
      }
      return sum;
    },
  },
  {
    name: "pairWord",
    count: 4e6,
    run(n) {
      let sum = 0;
      for (let i = 0; i < n; i++) sum += pairWord(word(i), word(i + 1), word(i >> 8), word(i >> 9));
      return sum;
    },
  },
  {
    name: "gumbelWord of pairWord",
    count: 4e6,
    run(n) {
      let sum = 0;
      for (let i = 0; i < n; i++) sum += gumbelWord(pairWord(word(i), word(i + 1), word(i >> 8), word(i >> 9)));
      return sum;
    },
  },
  {
    name: "gumbelWord",
    count: 4e6,
    run(n) {
      let sum = 0;
      for (let i = 0; i < n; i++) sum += gumbelWord(word(i));
      return sum;
    },
  },
  {
    name: "normal",
    count: 1e6,
    run(n) {
      let sum = 0;
      for (let i = 0; i < n; i++) sum += normal(unit(i));
      return sum;
    },
  },
  {
    name: "poisson, mean 1,000",
    count: 2e4,
    run(n) {
      let sum = 0;
      for (let i = 0; i < n; i++) sum += poisson(unit(i), 1000);
      return sum;
    },
  },
  {
    name: "poisson, mean 1,000,000",
    count: 1e3,
    run(n) {
      let sum = 0;
      for (let i = 0; i < n; i++) sum += poisson(unit(i), 1e6);
      return sum;
    },
  },
  {
    name: "exp",
    count: 2e6,
    run(n) {
      let sum = 0;
      for (let i = 0; i < n; i++) sum += exp(20 * unit(i) - 10);
      return sum;
    },
  },
  {
    name: "Math.exp",
    count: 2e6,
    run(n) {
      let sum = 0;
      for (let i = 0; i < n; i++) sum += Math.exp(20 * unit(i) - 10);
      return sum;
    },
  },
  {
    name: "log",
    count: 2e6,
    run(n) {
      let sum = 0;
      for (let i = 0; i < n; i++) sum += log(unit(i));
      return sum;
    },
  },
  {
    name: "Math.log",
    count: 2e6,
    run(n) {
      let sum = 0;
      for (let i = 0; i < n; i++) sum += Math.log(unit(i));
      return sum;
    },
  },
  {
    name: "pow",
    count: 5e5,
    run(n) {
      let sum = 0;
      for (let i = 0; i < n; i++) sum += pow(unit(i), 1.7);
      return sum;
    },
  },
  {
    name: "Math.pow",
    count: 5e5,
    run(n) {
      let sum = 0;
      for (let i = 0; i < n; i++) sum += unit(i) ** 1.7;
      return sum;
    },
  },
];

export interface CostOfDraw {
  readonly name: string;
  readonly nsPerDraw: number;
}

export function benchRandom(): CostOfDraw[] {
  return cases.map(({ name, count, drawsPerCall = 1, run }) => {
    const seconds = leastCpuSeconds(ROUNDS, () => {
      if (Number.isNaN(run(count))) throw new Error(`${name} drew a value that is not a number`);
    });
    return { name, nsPerDraw: (seconds * 1e9) / (count * drawsPerCall) };
  });
}
