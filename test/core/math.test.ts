/** The elementary functions against correctly rounded values, and at their edges. */
import { endianness } from "node:os";
import { describe, expect, test } from "vitest";
import { highWord } from "../../src/core/math/binary.ts";
import { clamp, exp, expm1, log, log1p, logistic, pow } from "../../src/core/math.ts";
import reference from "../reference/elementary.json" with { type: "json" };

const view = new DataView(new ArrayBuffer(8));

function fromHex(hex: string): number {
  view.setBigUint64(0, BigInt(`0x${hex}`));
  return view.getFloat64(0);
}

/** Position of x among the doubles in ascending order: neighbours differ by 1. */
function rank(x: number): bigint {
  view.setFloat64(0, x);
  const bits = view.getBigInt64(0);
  return bits < 0n ? -(bits & 0x7fffffffffffffffn) : bits;
}

function ulps(a: number, b: number): number {
  const distance = Number(rank(a) - rank(b));
  return Number.isNaN(a) || Number.isNaN(b) ? Number.NaN : Math.abs(distance);
}

const one = { exp, expm1, log, log1p };

describe("within one unit in the last place of the true value", () => {
  for (const [name, evaluate] of Object.entries(one)) {
    test(name, () => {
      const rows = reference[name as keyof typeof one] as string[][];
      expect(rows.length).toBeGreaterThan(300);
      for (const [x, y] of rows) {
        const found = evaluate(fromHex(x));
        expect(ulps(found, fromHex(y)), `${name}(${fromHex(x)}) = ${found}`).toBeLessThanOrEqual(1);
      }
    });
  }

  test("pow", () => {
    const rows = reference.pow as string[][];
    expect(rows.length).toBeGreaterThan(400);
    for (const [x, y, z] of rows) {
      const found = pow(fromHex(x), fromHex(y));
      expect(ulps(found, fromHex(z)), `pow(${fromHex(x)}, ${fromHex(y)}) = ${found}`).toBeLessThanOrEqual(1);
    }
  });
});

const edges = [
  0,
  -0,
  1,
  -1,
  2,
  -2,
  0.5,
  -0.5,
  3,
  -3,
  2.5,
  -7,
  1e5,
  1e-17,
  -1e-18,
  1e20,
  -1e20,
  1e308,
  -1e308,
  1e-300,
  5e-324,
  -5e-324,
  2.2250738585072014e-308,
  1 + 2 ** -52,
  1 - 2 ** -53,
  2 ** 53,
  -(2 ** 53 - 1),
  2 ** 70,
  1024,
  -1074,
  -1075,
  709.78,
  709.79,
  -745.13,
  -745.14,
  Infinity,
  -Infinity,
  NaN,
];

/** Alike to one or two units in the last place, and in the sign of zero: the engine's own function is as good as that. */
function alike(found: number, expected: number): boolean {
  return Object.is(found, expected) || ulps(found, expected) <= 2;
}

describe("agrees with the language at zeros, infinities, subnormals and overflow", () => {
  for (const [name, evaluate] of Object.entries(one)) {
    test(name, () => {
      for (const x of edges) {
        const expected = Math[name as keyof typeof one](x);
        expect(alike(evaluate(x), expected), `${name}(${x}) = ${evaluate(x)}, not ${expected}`).toBe(true);
      }
    });
  }

  test("pow", () => {
    for (const x of edges) {
      for (const y of edges) {
        const expected = x ** y;
        expect(alike(pow(x, y), expected), `pow(${x}, ${y}) = ${pow(x, y)}, not ${expected}`).toBe(true);
      }
    }
  });
});

/** Folds the bits of numbers into 32, one after the other. */
function foldBits(values: readonly number[]): number {
  let fold = 0;
  for (const value of values) {
    view.setFloat64(0, value);
    for (const at of [0, 4]) {
      const mixed = Math.imul(fold ^ view.getInt32(at), 0x9e3779b1);
      fold = (mixed << 13) | (mixed >>> 19);
    }
  }
  return fold;
}

test("keep these bits", () => {
  // Frozen: within a unit in the last place there is room for another number, and every stored result hangs on these ones.
  const pairs = Array.from({ length: 2000 }, (_, i) => [0.01 + ((i * 6181) % 2003) / 97, ((i * 7549) % 2011) / 101 - 10]);
  const folds = Object.values(one).map((evaluate) => foldBits(pairs.map(([x]) => evaluate(x))));
  expect(folds).toEqual([-242437715, 36178002, 981389891, -1271523277]);
  expect(foldBits(pairs.map(([x, y]) => pow(x, y)))).toBe(-467482421);
});

test("exp and log never step back", () => {
  for (let i = -2000; i < 2000; i++) {
    const x = i * 0.0173;
    expect(exp(x + 1e-12)).toBeGreaterThanOrEqual(exp(x));
    expect(log((i + 2001) * 1.0000000001)).toBeGreaterThanOrEqual(log(i + 2001));
  }
});

test("the high word is found on this machine, whichever way it orders bytes", () => {
  expect(["LE", "BE"]).toContain(endianness());
  expect(highWord(1)).toBe(0x3ff00000);
  expect(highWord(-2)).toBe(0xc0000000 | 0);
  expect(highWord(1 + 2 ** -52)).toBe(0x3ff00000);
});

test("logistic is a probability and symmetric", () => {
  expect(logistic(0)).toBe(0.5);
  expect(logistic(-800)).toBe(0);
  expect(logistic(800)).toBe(1);
  expect(logistic(3) + logistic(-3)).toBeCloseTo(1, 15);
  expect(logistic(Math.log(3))).toBeCloseTo(0.75, 15);
});

test("clamp moves to the nearest bound and leaves NaN", () => {
  expect([clamp(-1, 0, 2), clamp(1, 0, 2), clamp(3, 0, 2)]).toEqual([0, 1, 2]);
  expect(clamp(NaN, 0, 2)).toBeNaN();
});
