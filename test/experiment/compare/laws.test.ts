/** What must hold of a comparison whatever the numbers are. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Effect, effects } from "../../../src/experiment/compare/judge.ts";
import { sentence } from "../../../src/experiment/compare/words.ts";
import { matched } from "./pairs.ts";

const value = fc.oneof(
  { weight: 8, arbitrary: fc.double({ min: -1000, max: 1000, noNaN: true }).map((x) => Math.round(x * 1000) / 1000 + 0) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 3 }) },
  { weight: 1, arbitrary: fc.constant(Number.NaN) },
);
const pairs = fc.array(fc.tuple(value, value), { maxLength: 25 });
const wanted = fc.constantFrom("up" as const, "down" as const, "neither" as const);

const compare = (list: readonly (readonly [number, number])[], better: "up" | "down" | "neither" = "down"): Effect =>
  effects([matched([list.map(([a]) => a), list.map(([, b]) => b)], better)])[0];

const close = (a: number, b: number, scale: number) =>
  (Number.isNaN(a) && Number.isNaN(b)) || a === b || Math.abs(a - b) <= 1e-9 * scale;

describe("a comparison", () => {
  it("turns round when baseline and strategy change places", () => {
    const opposite = { lower: "higher", higher: "lower" } as Record<string, string>;
    fc.assert(
      fc.property(pairs, wanted, (list, better) => {
        const there = compare(list, better);
        const back = compare(
          list.map(([a, b]) => [b, a] as const),
          better,
        );
        expect(back.difference.value).toBe(there.difference.value === 0 ? 0 : -there.difference.value);
        expect(back.difference.low + 0).toBe(-there.difference.high + 0);
        expect([back.better, back.same, back.worse]).toEqual([there.worse, there.same, there.better]);
        expect(close(back.probability.value, 1 - there.probability.value, 1)).toBe(true);
        expect([back.p, back.n, back.missing, back.detectable]).toEqual([there.p, there.n, there.missing, there.detectable]);
        expect(back.correlation).toBe(there.correlation);
        expect(back.verdict).toBe(opposite[there.verdict] ?? there.verdict);
      }),
    );
  });

  it("of a strategy with itself finds nothing", () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 25 }), (values) => {
        const { verdict, n, difference, same } = compare(values.map((one) => [one, one] as const));
        expect(verdict).toBe(n === 0 ? "not estimable" : "identical");
        expect(same).toBe(n);
        if (n > 0) expect(difference.value).toBe(0);
        if (n > 1) expect([difference.low, difference.high]).toEqual([0, 0]);
      }),
    );
  });

  it("does not depend on the order of trials, beyond rounding", () => {
    fc.assert(
      fc.property(
        pairs.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          const [a, b] = [compare(list), compare(shuffled)];
          for (const end of ["value", "low", "high"] as const) {
            expect(close(a.difference[end], b.difference[end], 1e4)).toBe(true);
            expect(a.probability[end]).toBe(b.probability[end]);
          }
          expect(close(a.p, b.p, 1)).toBe(true);
          expect([a.n, a.missing, a.better, a.same]).toEqual([b.n, b.missing, b.better, b.same]);
        },
      ),
    );
  });

  it("moves with a constant that is added to the strategy, and not with one added to both", () => {
    fc.assert(
      fc.property(pairs, fc.integer({ min: -500, max: 500 }), (list, by) => {
        const [plain, one, both] = [
          compare(list),
          compare(list.map(([a, b]) => [a, b + by] as const)),
          compare(list.map(([a, b]) => [a + by, b + by] as const)),
        ];
        for (const end of ["value", "low", "high"] as const) {
          expect(close(one.difference[end], plain.difference[end] + by, 1e4)).toBe(true);
          expect(close(both.difference[end], plain.difference[end], 1e4)).toBe(true);
        }
      }),
    );
  });

  it("is the same in any unit", () => {
    fc.assert(
      fc.property(pairs, wanted, (list, better) => {
        const [one, other] = [
          compare(list, better),
          compare(
            list.map(([a, b]) => [a * 1024, b * 1024] as const),
            better,
          ),
        ];
        expect(other.difference.low).toBe(one.difference.low * 1024);
        expect(other.relative).toEqual(one.relative);
        expect([other.p, other.verdict, other.varianceReduction]).toEqual([one.p, one.verdict, one.varianceReduction]);
      }),
    );
  });

  it("of one strategy does not change with the others, but for the size of the family", () => {
    fc.assert(
      fc.property(pairs, fc.array(value, { minLength: 25, maxLength: 25 }), (list, third) => {
        const alone = compare(list);
        const values = [list.map(([a]) => a), list.map(([, b]) => b), third.slice(0, list.length)];
        const { pHolm, family, detectable, verdict, assessment, ...among } = effects([matched(values)])[0];
        expect(alone).toMatchObject(among);
        expect(pHolm >= alone.pHolm || Number.isNaN(pHolm)).toBe(true);
      }),
    );
  });
});

describe("what is said", () => {
  it("has a direction only when both intervals exclude zero on that side", () => {
    let found = 0;
    fc.assert(
      fc.property(pairs, wanted, fc.integer({ min: -400, max: 400 }), (list, better, by) => {
        const effect = compare(
          list.map(([a, b]) => [a, b / 100 + by] as const),
          better,
        );
        const { difference, relative, verdict } = effect;
        const text = sentence(effect);
        expect(text).not.toMatch(/NaN|Infinity|undefined|-0[^.\d]/);
        if (verdict === "lower" || verdict === "higher") {
          found++;
          const sign = verdict === "lower" ? -1 : 1;
          expect(Math.min(sign * difference.low, sign * difference.high)).toBeGreaterThan(0);
          if (!Number.isNaN(relative.low)) expect(Math.min(sign * relative.low, sign * relative.high)).toBeGreaterThan(0);
          expect(effect.pHolm).toBeLessThan(effect.alpha);
          expect(text).toContain(verdict);
        } else expect(text).not.toMatch(/lower|higher|better|worse/);
      }),
      { numRuns: 500 },
    );
    expect(found).toBeGreaterThan(20);
  });

  it("agrees between the difference and the relative change: zero is in both intervals or in neither", () => {
    fc.assert(
      fc.property(pairs, (list) => {
        const { difference, relative } = compare(list);
        if (Number.isNaN(relative.low)) return;
        const side = ({ low, high }: { low: number; high: number }) => (low > 0 ? 1 : high < 0 ? -1 : 0);
        expect(side(relative)).toBe(side(difference));
        expect(relative.low <= relative.value && relative.value <= relative.high).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
