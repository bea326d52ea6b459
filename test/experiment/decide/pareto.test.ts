/** Several goals: whom nobody beats in everything, and how sure that is. */
import { describe, expect, it } from "vitest";
import { paretoSet } from "../../../src/experiment/decide/pareto.ts";
import { matched, outcome, planted, reorder } from "./planted.ts";

const SEED = { seed: "pareto" };
const deaths = (values: Record<string, number[]>) => ({ matched: matched(values) });
const cost = (values: Record<string, number[]>) => ({ matched: matched(values, outcome("spend", "down", "MUSD")) });
const members = (set: ReturnType<typeof paretoSet>) => set.rows.filter(({ member }) => member).map(({ strategy }) => strategy);

describe("the Pareto set", () => {
  it("leaves out who is beaten in everything, and names who beats it", () => {
    const set = paretoSet(
      [
        deaths({ none: [10, 12], lists: [8, 9], aid: [7, 9], waste: [9, 11] }),
        cost({ none: [0, 0], lists: [3, 3], aid: [5, 6], waste: [6, 8] }),
      ],
      SEED,
    );
    expect(members(set)).toEqual(["none", "lists", "aid"]);
    const waste = set.rows[3]!;
    expect(waste).toMatchObject({ member: false, dominatedBy: ["lists", "aid"], membership: 0 });
    expect(waste.rival).toEqual({ strategy: "lists", probability: 1 });
    expect(waste.means.map(({ mean }) => mean)).toEqual([10, 7]);
    expect(set.dominance[0]).toEqual([0, 0, 0, 0]);
  });

  it("takes the direction of each goal", () => {
    const rescued = { matched: matched({ a: [1, 2], b: [3, 4] }, outcome("rescued", "up")) };
    expect(members(paretoSet([rescued, cost({ a: [1, 1], b: [1, 1] })], SEED))).toEqual(["b"]);
    const fare = { matched: matched({ a: [1, 2], b: [3, 4] }, outcome("fare", "neither")) };
    expect(() => paretoSet([fare], SEED)).toThrow("say which way");
    expect(members(paretoSet([{ ...fare, direction: "down" }], SEED))).toEqual(["a"]);
  });

  it("is as unsure as the trials are: two equal strategies each dominate half of the time in one goal", () => {
    const [ours, theirs] = planted("coin", [0, 0], 400).values;
    // Means made equal exactly, so that only the resampling decides.
    const shift = (ours!.reduce((a, b) => a + b) - theirs!.reduce((a, b) => a + b)) / 400;
    const set = paretoSet([deaths({ a: [...ours!], b: [...theirs!].map((x) => x + shift) })], SEED);
    expect(set.dominance[0]![1]).toBeGreaterThan(0.45);
    expect(set.dominance[0]![1]).toBeLessThan(0.55);
    expect(set.dominance[0]![1]! + set.dominance[1]![0]!).toBeCloseTo(1, 12);
  });

  it("keeps common luck: a constant lead is certain although both vary much", () => {
    const luck = [...planted("luck", [0], 12).values[0]!];
    const set = paretoSet([deaths({ a: luck, b: luck.map((x) => x + 0.01) })], SEED);
    expect(set.rows.map(({ membership }) => membership)).toEqual([1, 0]);
  });
});

describe("laws of the Pareto set", () => {
  const three = planted("three", [0, 0.5, 1], 12);
  const price = planted("price", [3, 2, 1], 12);
  const goals = [{ matched: three }, { matched: { ...price, outcome: outcome("spend") } }];

  it("a copy beats nobody and is beaten by nobody more than the strategy itself", () => {
    const twin = goals.map(({ matched: one }) => ({
      matched: { ...one, strategies: [...one.strategies, "twin"], values: [...one.values, one.values[1]!] },
    }));
    const [before, after] = [paretoSet(goals, SEED), paretoSet(twin, SEED)];
    expect(after.rows.slice(0, 3).map(({ membership }) => membership)).toEqual(before.rows.map(({ membership }) => membership));
    expect(after.rows[3]).toEqual({ ...after.rows[1], strategy: "twin" });
    expect(after.dominance[3]![1]).toBe(0);
  });

  it("a dominated strategy pushes nobody out; the order of strategies means nothing", () => {
    const worse = goals.map(({ matched: one }) => ({
      matched: { ...one, strategies: [...one.strategies, "worse"], values: [...one.values, one.values[1]!.map((x) => x + 1)] },
    }));
    expect(paretoSet(worse, SEED).rows.slice(0, 3)).toEqual(paretoSet(goals, SEED).rows);
    expect(paretoSet(worse, SEED).rows[3]).toMatchObject({ membership: 0, member: false });
    const turned = paretoSet(
      goals.map(({ matched: one }) => ({ matched: reorder(one, [2, 0, 1]) })),
      SEED,
    ).rows;
    expect(turned.map(({ strategy, membership }) => [strategy, membership])).toEqual(
      [2, 0, 1].map((s) => paretoSet(goals, SEED).rows[s]!).map(({ strategy, membership }) => [strategy, membership]),
    );
  });

  it("refuses goals of other trials, and leaves out trials with a hole in any goal", () => {
    expect(() => paretoSet([deaths({ a: [1, 2] }), cost({ a: [1] })], SEED)).toThrow(
      "spend is not of the same strategies and trials",
    );
    const set = paretoSet([deaths({ a: [1, Number.NaN, 3], b: [2, 3, 4] }), cost({ a: [1, 1, 1], b: [Number.NaN, 1, 1] })], SEED);
    expect(set).toMatchObject({ trials: 1, dropped: 2 });
    const empty = paretoSet([deaths({ a: [Number.NaN], b: [1] })], SEED);
    expect(empty).toMatchObject({ without: ["a"], trials: 1 });
  });
});
