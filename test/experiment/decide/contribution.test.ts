/** What each difference between two strategies contributes; the contributions add up to the difference. */
import { describe, expect, it } from "vitest";
import type { Strategy } from "../../../src/core/index.ts";
import { shapley } from "../../../src/experiment/decide/contribution.ts";
import { differingInstruments, mixture } from "../../../src/experiment/decide/mixture.ts";
import { type SubsetPlan, sampledSubsets, subsetPlan, subsetsOf } from "../../../src/experiment/decide/subsets.ts";
import reference from "../../reference/decide/shapley.json" with { type: "json" };
import { matched, normals } from "./planted.ts";

const NAMES = ["lists", "aid", "patrols", "rescue", "cell", "courts", "escrow", "watch"];
type Game = (mask: number, trial: number) => number;
const played = (plan: SubsetPlan, game: Game, trials: number) =>
  matched(
    Object.fromEntries(plan.masks.map((mask) => [`m${mask}`, Array.from({ length: trials }, (_, trial) => game(mask, trial))])),
  );
const has = (mask: number, part: number) => (mask >> part) & 1;

describe("contributions", () => {
  it("are the mean over all orders", () => {
    const plan = subsetsOf(4);
    const found = shapley(
      played(plan, (mask, trial) => reference.values[mask]![trial]!, 6),
      plan,
      NAMES.slice(0, 4),
    );
    found.rows.forEach(({ value }, part) => {
      [value.mean, value.low, value.high].forEach(
        (end, i) => void expect(end).toBeCloseTo(reference.contributions[part]![i]!, 10),
      );
    });
    expect(found).toMatchObject({ exact: true, trials: 6, dropped: 0 });
  });

  it("of parts that do not work together are what each does alone", () => {
    const plan = subsetsOf(3);
    const { rows, total, together } = shapley(
      played(plan, (mask, trial) => 100 + trial - 5 * has(mask, 0) - 2 * has(mask, 2), 4),
      plan,
      NAMES.slice(0, 3),
    );
    expect(rows.map(({ part, value }) => [part, value.mean])).toEqual([
      ["lists", -5],
      ["aid", 0],
      ["patrols", -2],
    ]);
    for (const { value, alone, last } of rows) expect([alone.mean, last.mean]).toEqual([value.mean, value.mean]);
    expect([total.mean, together.mean]).toEqual([-7, 0]);
  });

  it("of parts that work only together are halves", () => {
    const plan = subsetsOf(2);
    const { rows, together } = shapley(
      played(plan, (mask) => -10 * has(mask, 0) * has(mask, 1), 3),
      plan,
      ["lists", "aid"],
    );
    expect(rows.map(({ value, alone, last }) => [value.mean, alone.mean, last.mean])).toEqual([
      [-5, 0, -10],
      [-5, 0, -10],
    ]);
    expect(together.mean).toBe(-10);
  });

  it("leave out a trial without a value of one mixture, and say nothing without any trial", () => {
    const plan = subsetsOf(2);
    const holes = (bad: (mask: number, trial: number) => boolean) =>
      shapley(
        played(plan, (mask, trial) => (bad(mask, trial) ? Number.NaN : mask * (1 + trial)), 4),
        plan,
        ["a", "b"],
      );
    expect(holes((mask, trial) => mask === 1 && trial === 2)).toMatchObject({ trials: 3, dropped: 1 });
    const never = holes((mask) => mask === 2);
    expect(never).toMatchObject({ trials: 0, dropped: 4 });
    expect(never.rows[0]?.value.mean).toBeNaN();
  });

  it("refuses values or names of another plan", () => {
    const plan = subsetsOf(2);
    const one = played(plan, (mask) => mask, 2);
    expect(() => shapley(one, subsetsOf(3), ["a", "b", "c"])).toThrow("4 mixtures with values, 8 in the plan");
    expect(() => shapley(one, plan, ["a"])).toThrow("1 names for 2 parts");
  });
});

describe("laws of contributions", () => {
  const normal = normals("game");
  const random = Array.from({ length: 256 }, () => Array.from({ length: 5 }, () => 100 * normal()));
  const game: Game = (mask, trial) => random[mask]![trial]!;
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

  it.each([
    ["exact", subsetsOf(6), 6],
    ["sampled", sampledSubsets(8, 5, "law"), 8],
    ["one part", subsetsOf(1), 1],
  ] as const)("they add up to the whole difference: %s", (_, plan, parts) => {
    const { rows, total } = shapley(played(plan, game, 5), plan, NAMES.slice(0, parts));
    expect(sum(rows.map(({ value }) => value.mean)) - total.mean).toBeCloseTo(0, 10);
  });

  it("a part without effect contributes nothing, two alike contribute alike, and naming order means nothing", () => {
    const plan = subsetsOf(4);
    // Part 3 is idle; parts 0 and 1 are exchangeable.
    const value: Game = (mask, trial) => game((mask & 4) + has(mask, 0) + has(mask, 1), trial);
    const { rows } = shapley(played(plan, value, 5), plan, NAMES.slice(0, 4));
    expect(rows[3]?.value).toMatchObject({ mean: 0, low: 0, high: 0 });
    expect(rows[0]?.value.mean).toBeCloseTo(rows[1]!.value.mean, 10);
    const turned = shapley(
      played(plan, (mask, trial) => value(sum([0, 1, 2, 3].map((p) => has(mask, p) << (3 - p))), trial), 5),
      plan,
      NAMES.slice(0, 4).reverse(),
    );
    for (const row of rows) expect(turned.rows.find(({ part }) => part === row.part)?.value.mean).toBeCloseTo(row.value.mean, 10);
  });

  it("of a strategy and its copy are all zero", () => {
    const plan = subsetsOf(3);
    const { rows, total } = shapley(
      played(plan, (_, trial) => trial, 4),
      plan,
      NAMES.slice(0, 3),
    );
    expect([total, ...rows.map(({ value }) => value)]).toEqual(Array(4).fill({ mean: 0, low: 0, high: 0, n: 4 }));
  });
});

describe("sampled orders", () => {
  // Pairs of parts that work together, so that the order matters.
  const pairwise: Game = (mask, trial) => {
    let value = trial;
    for (let a = 0; a < 8; a++) for (let b = 0; b <= a; b++) value += has(mask, a) * has(mask, b) * ((a * 7 + b * 3) % 5);
    return value;
  };
  const exact = Array.from({ length: 8 }, (_, part) =>
    // Of a game of pairs, the part alone and half of each pair (Shapley 1953 by linearity).
    Array.from({ length: 8 }, (_, other) => {
      const [a, b] = [Math.max(part, other), Math.min(part, other)];
      return ((a * 7 + b * 3) % 5) / (a === b ? 1 : 2);
    }).reduce((x, y) => x + y, 0),
  );

  it("with reversed orders are exact for parts that work together in pairs", () => {
    const plan = sampledSubsets(8, 3, "pairs");
    const { rows } = shapley(played(plan, pairwise, 2), plan, NAMES);
    rows.forEach(({ value }, part) => void expect(value.mean).toBeCloseTo(exact[part]!, 10));
  });

  it("cover the exact value of a rough game, with wider intervals for fewer orders", () => {
    const rough: Game = (mask, trial) => 10 * has(mask, 0) * has(mask, 1) * has(mask, 2) + (mask === 255 ? 8 : 0) + trial / 100;
    // A triple shares 10 in thirds, the whole shares 8 in eighths.
    const truth = NAMES.map((_, part) => (part < 3 ? 10 / 3 : 0) + 1);
    const at = (pairs: number, seed: string) => {
      const plan = sampledSubsets(8, pairs, seed);
      return shapley(played(plan, rough, 3), plan, NAMES);
    };
    const covered = Array.from({ length: 20 }, (_, i) => at(15, `rough ${i}`).rows)
      .flatMap((rows) => rows.map(({ value }, part) => value.low - 1e-9 <= truth[part]! && truth[part]! <= value.high + 1e-9))
      .filter(Boolean).length;
    // A rare step that no sampled order shows leaves an interval too short; most are not.
    expect(covered).toBeGreaterThanOrEqual(0.85 * 160);
    const width = (pairs: number) => at(pairs, "width").rows.reduce((sum, { value }) => sum + value.high - value.low, 0);
    expect(width(60)).toBeLessThan(width(10));
    expect(at(4, "x").exact).toBe(false);
    expect(at(1, "x").rows[0]?.value.low).toBeNaN();
  });
});

describe("plans of mixtures", () => {
  it("are all of them for few parts, else those on sampled ways", () => {
    expect(subsetsOf(3).masks).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(subsetPlan(6, 4, "s").masks.length).toBe(64);
    const plan = subsetPlan(10, 4, "s");
    expect(plan.orders.length).toBe(8);
    plan.orders.forEach((order, i) => {
      expect([...order].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
      if (i % 2) expect(order).toEqual([...plan.orders[i - 1]!].reverse());
    });
    expect([plan.masks[0], plan.masks.at(-1)]).toEqual([0, 1023]);
    expect(new Set(plan.masks).size).toBe(plan.masks.length);
    expect(subsetPlan(10, 4, "s")).toEqual(plan);
    expect(subsetPlan(10, 4, "t").orders).not.toEqual(plan.orders);
    expect(() => subsetsOf(7)).toThrow("parts: 7");
    expect(() => sampledSubsets(31, 2, "s")).toThrow("parts: 31");
    expect(() => sampledSubsets(8, 0, "s")).toThrow("pairs of orders: 0");
  });

  const strategy = (name: string, instruments: Record<string, unknown>) =>
    ({ name, title: name, about: "", format: "corridor/strategy@1", instruments }) as Strategy;
  const first = strategy("one", { same: { kind: "x", a: 1, b: 2 }, gone: { kind: "y" }, changed: { kind: "z", size: 1 } });
  const second = strategy("two", { changed: { kind: "z", size: 2 }, fresh: { kind: "w" }, same: { b: 2, a: 1, kind: "x" } });

  it("know which instruments differ, and mix them", () => {
    const parts = differingInstruments(first, second);
    expect(parts).toEqual(["changed", "fresh", "gone"]);
    expect(mixture(first, second, parts, 0)).toBe(first);
    expect(mixture(first, second, parts, 7)).toBe(second);
    const mixed = mixture(first, second, parts, 0b110);
    expect(mixed.instruments).toEqual({ same: first.instruments.same, changed: { kind: "z", size: 1 }, fresh: { kind: "w" } });
    expect(mixed).toMatchObject({ name: "one-to-two-6", title: "one, with fresh, gone as in two" });
    expect(differingInstruments(first, first)).toEqual([]);
  });
});
