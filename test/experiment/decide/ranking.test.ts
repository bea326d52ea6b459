/** A ranking says who leads and who cannot be told from the leader; luck alone makes nobody a winner. */
import { describe, expect, it } from "vitest";
import { type RankedStrategy, rank } from "../../../src/experiment/decide/ranking.ts";
import reference from "../../reference/decide/ranking.json" with { type: "json" };
import { matched, normals, outcome, planted, reorder } from "./planted.ts";

const SEED = { seed: "ranking" };
const NAMES = ["a", "b", "c", "d"];
const REFERENCE = matched(Object.fromEntries(reference.values.map((values, i) => [NAMES[i]!, values])));
const of = (rows: readonly RankedStrategy[], name: string) => rows.find(({ strategy }) => strategy === name)!;
const numbers = ({ mean, low, high }: { mean: number; low: number; high: number }) => [mean, low, high];
const near = (found: readonly number[], expected: readonly number[], digits = 9) =>
  found.forEach((value, i) => void expect(value).toBeCloseTo(expected[i]!, digits));

describe("a ranking", () => {
  it("has the numbers of scipy, with the difference to the best of the others", () => {
    const { rows, trials } = rank(REFERENCE, SEED);
    expect(trials).toBe(12);
    expect(rows.map(({ strategy }) => strategy)).toEqual(["c", "b", "a", "d"]);
    NAMES.forEach((name, i) => {
      const row = of(rows, name);
      near(numbers(row.mean), reference.means[i]!);
      near(numbers(row.toBest), reference.toBest[i]!);
      near(numbers(row.regret), reference.regret[i]!);
      expect(row.bestTrials).toBeCloseTo(reference.bestTrials[i]!, 12);
      expect(Math.abs(row.bestMean - reference.bestMean[i]!)).toBeLessThan(0.04);
      expect(Math.abs(row.expectedLoss - reference.expectedLoss[i]!)).toBeLessThan(0.1);
    });
    expect(rows.filter(({ contender }) => contender).map(({ strategy }) => strategy)).toEqual(["c", "b", "a"]);
    expect([of(rows, "c").rankLow, of(rows, "c").rankHigh]).toEqual([1, 3]);
    expect([of(rows, "d").rankLow, of(rows, "d").rankHigh]).toEqual([4, 4]);
  });

  it("counts a strategy within delta of the best among the best", () => {
    // d is 9.16 to 17.46 behind a and 12.4 to 15.9 behind b: nothing shows it 13 behind anybody.
    expect(of(rank(REFERENCE, { ...SEED, delta: 12 }).rows, "d").contender).toBe(false);
    expect(of(rank(REFERENCE, { ...SEED, delta: 13 }).rows, "d").contender).toBe(true);
  });

  it("turns round with the direction", () => {
    const down = rank(REFERENCE, SEED);
    const up = rank(REFERENCE, { ...SEED, direction: "up" });
    expect(up.rows.map(({ strategy }) => strategy)).toEqual(["d", "a", "b", "c"]);
    expect(of(up.rows, "d").mean).toEqual(of(down.rows, "d").mean);
    expect(of(up.rows, "d").toBest.low).toBeGreaterThan(0);
    expect(() => rank(matched({ a: [1] }, outcome("fare", "neither")), SEED)).toThrow("fare: neither more nor less");
    expect(() => rank(REFERENCE, { ...SEED, delta: -1 })).toThrow("delta: -1");
  });

  it("asks no direction of an outcome that has one, and takes the given one otherwise", () => {
    const fare = { ...REFERENCE, outcome: outcome("fare", "neither") };
    expect(rank(fare, { ...SEED, direction: "down" }).rows.map(({ rank }) => rank)).toEqual([1, 2, 3, 4]);
  });
});

describe("laws of a ranking", () => {
  it("a strategy and its copy tie and neither is preferred", () => {
    const copied = matched({ a: [3, 1, 2, 5], twin: [3, 1, 2, 5], worse: [30, 10, 20, 50] });
    const { rows } = rank(copied, SEED);
    for (const name of ["a", "twin"]) {
      const row = of(rows, name);
      expect(row).toMatchObject({ rank: 1, rankLow: 1, bestTrials: 0.5, bestMean: 0.5, expectedLoss: 0, contender: true });
      expect(row.toBest).toEqual({ mean: 0, low: expect.anything(), high: expect.anything(), n: 4 });
      expect(Object.is(row.toBest.mean, -0)).toBe(false);
    }
  });

  it("a dominated strategy changes nobody's order, share of wins or regret", () => {
    const three = planted("dominated", [0, 0.5, 1], 15);
    const worst = three.values[0]!.map((value, trial) => Math.max(value, three.values[1]![trial]!) + 1);
    const four = { ...three, strategies: [...three.strategies, "worst"], values: [...three.values, worst] };
    const [before, after] = [rank(three, SEED), rank(four, SEED)];
    expect(after.rows.filter(({ strategy }) => strategy !== "worst").map(({ strategy }) => strategy)).toEqual(
      before.rows.map(({ strategy }) => strategy),
    );
    for (const row of before.rows) {
      const { mean, bestTrials, bestMean, regret, expectedLoss } = row;
      expect(of(after.rows, row.strategy)).toMatchObject({ mean, bestTrials, bestMean, regret, expectedLoss });
    }
    expect(of(after.rows, "worst").bestTrials).toBe(0);
  });

  it("the order in which strategies are named changes nothing; that of trials nothing but the resamples", () => {
    const one = planted("order", [0, 0.4, 0.8, 1.2], 20);
    const rows = rank(one, SEED).rows;
    const other = rank(reorder(one, [2, 0, 3, 1]), SEED).rows;
    for (const { toBest, ...row } of rows) {
      const same = of(other, row.strategy);
      expect(same).toMatchObject(row);
      near(numbers(same.toBest), numbers(toBest), 12);
    }
    const back = rank({ ...one, values: one.values.map((column) => column.slice().reverse()) }, SEED).rows;
    for (const row of rows) {
      const same = of(back, row.strategy);
      near(numbers(same.mean), numbers(row.mean), 10);
      near(numbers(same.toBest), numbers(row.toBest), 10);
      expect([same.rank, same.rankLow, same.rankHigh, same.contender]).toEqual([
        row.rank,
        row.rankLow,
        row.rankHigh,
        row.contender,
      ]);
      expect(Math.abs(same.bestMean - row.bestMean)).toBeLessThan(0.06);
    }
  });

  it("without any difference all stay in the running, in 95 of 100 planted experiments", () => {
    // Five equal strategies with common luck and luck of their own of very different size.
    const size = (s: number) => 1 + 2 * s;
    const whole = Array.from({ length: 1000 }, (_, i) => planted(`null ${i}`, [0, 0, 0, 0, 0], 8, size)).filter((one) =>
      rank(one, { ...SEED, replicates: 1 }).rows.every(({ contender }) => contender),
    ).length;
    expect(whole).toBeGreaterThanOrEqual(950);
    // Nor is the procedure so shy that it never errs.
    expect(whole).toBeLessThanOrEqual(980);
  });

  it("finds a real winner, and keeps a strategy that is a little worse within delta", () => {
    const found = Array.from({ length: 50 }, (_, i) => {
      const { rows } = rank(planted(`real ${i}`, [0, 0.2, 4], 30), { ...SEED, delta: 1, replicates: 1 });
      return rows.filter(({ contender }) => contender).map(({ strategy }) => strategy);
    });
    expect(found.filter((names) => names.includes("s0") && names.includes("s1")).length).toBeGreaterThanOrEqual(48);
    expect(found.filter((names) => names.includes("s2")).length).toBeLessThanOrEqual(1);
  });

  it("gives the same numbers again, other resamples for another seed", () => {
    const one = planted("again", [0, 0.1], 10);
    expect(rank(one, SEED)).toEqual(rank(one, SEED));
    expect(rank(one, { seed: "other" }).rows).not.toEqual(rank(one, SEED).rows);
  });
});

describe("missing values", () => {
  const normal = normals("missing");
  const whole = Array.from({ length: 10 }, () => normal());

  it("leave a trial out for all", () => {
    const holes = matched({
      a: whole.map((x, i) => (i === 3 ? Number.NaN : x)),
      b: whole.map((x, i) => (i === 5 ? Number.NaN : x + 1)),
    });
    const without = matched({
      a: whole.filter((_, i) => i !== 3 && i !== 5),
      b: whole.filter((_, i) => i !== 3 && i !== 5).map((x) => x + 1),
    });
    const found = rank(holes, SEED);
    expect(found).toMatchObject({ trials: 8, dropped: 2, without: [] });
    expect(found.rows).toEqual(rank(without, SEED).rows);
  });

  it("of a strategy that never has a value leave the others in peace", () => {
    const nothing = whole.map(() => Number.NaN);
    const found = rank(matched({ a: whole, none: nothing, b: whole.map((x) => x + 1) }), SEED);
    expect(found).toMatchObject({ trials: 10, dropped: 0, without: ["none"] });
    expect(found.rows.map(({ strategy }) => strategy)).toEqual(["a", "b"]);
  });

  it("of all, one trial, or one strategy are no error and prove nothing", () => {
    const nan = Number.NaN;
    const torn = rank(matched({ a: [nan, 1], b: [1, nan] }), SEED);
    expect(torn).toMatchObject({ trials: 0, dropped: 2 });
    expect(torn.rows).toMatchObject([
      { rank: nan, rankLow: nan, bestTrials: nan, bestMean: nan, expectedLoss: nan },
      { rank: nan },
    ]);
    const single = rank(matched({ a: [1], b: [2] }), SEED);
    expect(single.rows).toMatchObject([
      { strategy: "a", rank: 1, rankHigh: 2, contender: true, toBest: { mean: -1, low: nan } },
      { strategy: "b", rank: 2, contender: true },
    ]);
    expect(rank(matched({ a: [1, 2] }), SEED).rows).toMatchObject([
      { rank: 1, bestMean: 1, toBest: { mean: nan }, contender: true },
    ]);
    expect(rank(matched({}), SEED)).toMatchObject({ trials: 0, rows: [] });
  });
});
