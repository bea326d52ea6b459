/** What the results come to in plain sentences: the number with its interval, and no winner that is not shown. */
import { describe, expect, it } from "vitest";
import { boundaryMap } from "../../../src/experiment/decide/boundary.ts";
import { shapley } from "../../../src/experiment/decide/contribution.ts";
import { information } from "../../../src/experiment/decide/information.ts";
import { paretoSet } from "../../../src/experiment/decide/pareto.ts";
import { backfires } from "../../../src/experiment/decide/prim/cases.ts";
import { discover } from "../../../src/experiment/decide/prim/discover.ts";
import { rank } from "../../../src/experiment/decide/ranking.ts";
import { regret } from "../../../src/experiment/decide/regret.ts";
import { spend } from "../../../src/experiment/decide/spend.ts";
import { sampledSubsets, subsetsOf } from "../../../src/experiment/decide/subsets.ts";
import { boundaryWords } from "../../../src/experiment/decide/words/boundary.ts";
import { boxWords, inWords } from "../../../src/experiment/decide/words/boxes.ts";
import { contributionWords } from "../../../src/experiment/decide/words/contributions.ts";
import { informationWords } from "../../../src/experiment/decide/words/information.ts";
import { paretoWords, spendWords } from "../../../src/experiment/decide/words/pareto.ts";
import { percent, spread } from "../../../src/experiment/decide/words/phrases.ts";
import { rankingsWords, rankingWords } from "../../../src/experiment/decide/words/ranking.ts";
import { regretWords } from "../../../src/experiment/decide/words/regret.ts";
import type { Dimension } from "../../../src/experiment/designs/index.ts";
import reference from "../../reference/decide/ranking.json" with { type: "json" };
import { matched, outcome, planted, sampled } from "./planted.ts";

const SEED = { seed: "words" };
const REFERENCE = matched(Object.fromEntries(reference.values.map((values, i) => [["a", "b", "c", "d"][i]!, values])));
const nan = Number.NaN;

describe("phrases", () => {
  it("say a share, and never that what can happen cannot", () => {
    expect([0, 0.001, 0.5, 0.999, 1].map(percent)).toEqual(["0 %", "less than 1 %", "50 %", "more than 99 %", "100 %"]);
  });

  it("say an interval where the number is said", () => {
    expect(spread({ mean: 12345.67, low: 12000, high: 12700, n: 9 }, "persons", 0.95)).toBe(
      "12,350 persons (95 % interval 12,000 to 12,700)",
    );
    expect(spread({ value: 0.1234, low: 0.1, high: 0.15 }, "1", 0.9)).toBe("0.12 (90 % interval 0.10 to 0.15)");
    expect(spread({ mean: 3, low: nan, high: nan, n: 1 }, "persons", 0.95)).toBe("3 persons (no interval)");
    expect(spread({ mean: nan, low: nan, high: nan, n: 0 }, "persons", 0.95)).toBe("not known");
  });
});

describe("a ranking in words", () => {
  it("names a winner by the lead over the next", () => {
    expect(rankingWords(rank(REFERENCE, { ...SEED, direction: "up" }), "Rescued")).toEqual([
      'Rescued, 5 years: "d" is best, ahead of the next by 13 persons (95 % interval 9 to 16) (12 trials).',
      '"a", "b" and "c" are shown to be worse than "d".',
    ]);
  });

  it("names none where none is shown", () => {
    const [first, second] = rankingWords(rank(REFERENCE, SEED));
    expect(first).toMatch(
      /^Deaths, 5 years: none of "c", "b" and "a" is shown to be better than the others; the mean is the best in these shares of resamples: "c" \d+ %, "b" \d+ % and "a" \d+ %; the least is risked with "c", 0\.\d+ persons on average \(12 trials\)\.$/,
    );
    expect(second).toBe('"d" is shown to be worse than one of these.');
    const null_ = rankingWords(rank(planted("null", [0, 0, 0], 8), SEED));
    expect(null_[0]).toContain("no strategy is shown to be better than the others");
    expect(null_).toContain("Indicative only (fewer than 10 trials).");
    expect(null_.join(" ")).not.toMatch(/is best/);
  });

  it("never prefers a strategy to its copy", () => {
    const deaths = [3, 1, 2, 5, 4, 4, 2, 3, 1, 6];
    const [words] = rankingWords(rank(matched({ a: deaths, twin: deaths }), SEED));
    expect(words).toBe(
      'Deaths, 5 years: no strategy is shown to be better than the others; the mean is the best in these shares of resamples: "a" 50 % and "twin" 50 % (10 trials).',
    );
  });

  it("draws no chances from a few trials, and says why", () => {
    expect(rankingWords(rank(matched({ a: [3, 1, 2], b: [4, 1, 1.5] }), SEED))).toEqual([
      "Deaths, 5 years: no strategy is shown to be better than the others; fewer than 10 trials are too few to draw anew for the chance to be best (3 trials).",
      "Indicative only (fewer than 10 trials).",
    ]);
  });

  it("counts who is best where there are several places", () => {
    const best = rank(REFERENCE, { ...SEED, direction: "up" });
    const nobody = rank(REFERENCE, { ...SEED, direction: "down" });
    const nothing = rank(matched({ a: [nan, 1], b: [1, nan] }), SEED);
    expect(rankingsWords([best, nobody, best, nothing], "points")).toEqual([
      'Deaths, 5 years: of 4 points, "d" is shown to be best at 2, nobody is shown to be best at 1 and 1 cannot be estimated (ranking.csv says which).',
      "Each of the points is judged by itself at 95 %: of many, a few are wrong by chance.",
    ]);
    const few = rank(planted("null", [0, 0, 0], 8), SEED);
    expect(rankingsWords([few, few], "ecosystems")).toContain("Indicative only (fewer than 10 trials).");
  });

  it("says what is missing", () => {
    expect(rankingWords(rank(matched({ a: [nan, 1], b: [1, nan] }), SEED))).toEqual([
      "Deaths, 5 years: not estimable, no trial has a value of every strategy.",
    ]);
    expect(rankingWords(rank(matched({ a: [1, 2], b: [nan, nan] }), SEED)).at(-1)).toBe(
      "Nothing can be said of b: no trial has a value.",
    );
    expect(rankingWords(rank(matched({ a: [1, 2, nan], b: [1, 2, 3] }), SEED))[0]).toContain(
      "(2 trials, 1 left out because a value is missing)",
    );
  });
});

describe("goals and spend in words", () => {
  const trials = 12;
  const constant = (means: readonly number[]) =>
    means.map((mean) => Array.from({ length: trials }, (_, t) => mean + (t % 4) / 10));
  const named = (columns: readonly number[][]) =>
    Object.fromEntries(columns.map((column, i) => [["none", "lists", "aid", "waste"][i]!, column]));
  const cost = matched(named(constant([0, 5, 9, 12])), outcome("spend", "down", "MUSD"));
  const harm = matched(named(constant([100, 90, 80, 105])));

  it("say whom nobody beats", () => {
    expect(paretoWords(paretoSet([{ matched: harm }, { matched: cost }], SEED))).toEqual([
      'Deaths, 5 years and Spend, 5 years together: by the means nothing beats "none", "lists" and "aid", which is to be as good in all and better in one (12 trials).',
      '"waste" is beaten by "none", "lists" and "aid" (by some strategy in 100 % of resamples).',
    ]);
  });

  it("say of a tie in one of them no more than that", () => {
    const tied = { ...harm, values: harm.values.map(() => harm.values[0] ?? []) };
    const [best, ...worse] = paretoWords(paretoSet([{ matched: tied }, { matched: cost }], SEED));
    expect(best).toContain('by the means nothing beats "none", which is to be as good in all and better in one');
    expect(worse.join(" ")).not.toMatch(/in everything/);
  });

  it("say the price of a unit of gain, or that there is none", () => {
    const noisy = { ...harm, values: harm.values.map((column, s) => column.map((x, t) => x + s * (((t * 5 + s) % 7) - 3))) };
    const words = spendWords(spend(cost, noisy, SEED));
    expect(words[0]).toMatch(
      /^Deaths, 5 years: "lists" costs 5 MUSD more than "none" and gains [\d.]+ persons \(95 % interval .*\); that is between 0\.\d+ and 0\.\d+ MUSD per unit of gain \(persons\) \(12 trials\)\.$/,
    );
    expect(words[2]).toContain('"waste" costs 12 MUSD more than "none"');
    const idle = {
      ...harm,
      values: harm.values.map((column, s) => column.map((_, t) => (s * ((t * 5) % 7)) / 10 - (s ? 0.3 : 0))),
    };
    expect(spendWords(spend(cost, idle, SEED))[0]).toMatch(
      /that it gains is not shown: the price is [\d,.]+ MUSD per unit of gain \(persons\) or more, without end/,
    );
    const worse = { ...harm, values: harm.values.map((column, s) => column.map((_, t) => 10 * s + t / 100)) };
    expect(spendWords(spend(cost, worse, SEED))[0]).toContain("it makes things worse, so there is no price");
    const saving = { ...cost, values: cost.values.map((column) => column.map((x) => -x)) };
    const [saved] = spendWords(spend(saving, harm, SEED));
    expect(saved).toContain('"lists" costs 5 MUSD less than "none" and gains');
    expect(saved).toContain("it gains and saves");
  });
});

const WORLD = sampled("words", ["exposure", "reach"], 150, 3, {
  none: (_, common, own) => 100 + 5 * common + own,
  lists: (x, common, own) => 100 + 5 * common + 6 * (x[0]! - 0.5) + own,
  aid: (x, common, own) => 100 + 5 * common - 4 * (x[1]! - 0.4) + own,
});
const NOTHING = sampled("nothing", ["x", "y"], 60, 1, {
  a: (_, common, own) => common + own,
  b: (_, common, own) => common + own,
});

describe("uncertainties in words", () => {
  it("say the regret, and how much of it is luck", () => {
    const words = regretWords(regret(WORLD.matched, WORLD.sampled, { ...SEED, tolerance: 1, replicates: 200 }));
    expect(words[0]).toMatch(
      /^Deaths, 5 years, over 150 points: the worst regret is smallest with none, [34]\.\d+ persons, in \d+ % of redrawn luck \(450 trials\)\.$/,
    );
    expect(words[1]).toMatch(/^The mean regret is smallest with aid, 0\.\d+ persons \(95 % interval 0\.\d+ to [01]\.\d+\)\.$/);
    expect(words[2]).toMatch(/^Within 1 persons of the best: none \d+ %, aid \d+ % and lists \d+ % of the points\.$/);
    expect(words[3]).toMatch(
      /^If all were equal at every point, luck alone would show a mean regret of 0\.4\d* persons and a worst one of/,
    );
    const single = regretWords(regret(NOTHING.matched, NOTHING.sampled, SEED));
    expect(single).toContain("With one trial a point, regret and luck cannot be told apart.");
  });

  it("say where a strategy is better, and where nobody knows", () => {
    const words = boundaryWords(
      boundaryMap(WORLD.matched, WORLD.sampled, { ...SEED, a: "none", b: "lists", over: ["exposure"] }),
    );
    expect(words[0]).toMatch(
      /^Deaths, 5 years: none against lists over exposure: none is better in \d+ % of the range and lists is better in \d+ % of the range, and \d+ % is undecided \(150 points\)\.$/,
    );
    expect(words[1]).toMatch(
      /^Along exposure: lists is better where it is below 0\.4\d*; undecided between 0\.4\d* and 0\.5\d*; none is better where it is above 0\.5\d*\.$/,
    );
    const neither = boundaryMap(NOTHING.matched, NOTHING.sampled, { ...SEED, a: "a", b: "b", over: ["x", "y"] });
    expect(boundaryWords(neither)).toEqual([
      "Deaths, 5 years: a against b over x and y: neither is shown to be better anywhere (60 points).",
    ]);
  });

  it("say which unknown is worth research first, or that none is", () => {
    const words = informationWords(information(WORLD.matched, WORLD.sampled, { ...SEED, shuffles: 39 }));
    expect(words[0]).toMatch(
      /^Deaths, 5 years, 150 points: exposure is worth research first: to know it before choosing gains 0\.\d+ persons \(95 % interval 0\.\d+ to 0\.\d+\) on average over choosing aid now\.$/,
    );
    expect(words[1]).toMatch(/^Then reach, worth 0\.\d+ persons \(95 % interval/);
    expect(words[2]).toMatch(/^To know all of them would be worth 0\.\d+ persons/);
    const none = informationWords(information(NOTHING.matched, NOTHING.sampled, { ...SEED, shuffles: 39 }));
    expect(none[0]).toMatch(
      /^Deaths, 5 years, 60 points: as far as these show, research on none of x and y would change the choice of [ab]\.$/,
    );
    expect(none.join(" ")).not.toContain("worth research first");
  });

  it("say in which corner a strategy backfires", () => {
    const sample = backfires(WORLD.matched, WORLD.sampled, { strategy: "lists" });
    const sought = { cases: "lists does worse than none", dimensions: sample.dimensions, found: discover(sample), chance: 0.01 };
    const words = boxWords(sought);
    expect(words[0]).toMatch(
      /^\d+ % of 150 points are cases in which lists does worse than none\. They gather where exposure is above 0\.(4[5-9]|5[0-5]?): \d+ % of the cases in which lists does worse than none; \d+ % of the points there are such cases\.$/,
    );
    expect(words[1]).toBe("That is hardly chance: a search of shuffled cases finds as good a box in 1 % of tries.");
    expect(boxWords({ ...sought, chance: 0.4 })[1]).toContain("That may be chance");
    const never = { ...sample, cases: new Uint8Array(150) };
    expect(boxWords({ ...sought, found: discover(never), chance: nan })).toEqual([
      "In none of 150 points is it so that lists does worse than none.",
    ]);
  });

  it("say limits with few digits, and values of lists by name", () => {
    const range = (name: string, low: number, high: number): Dimension => ({
      kind: "range",
      name,
      value: low,
      low,
      high,
      scale: "linear",
      integer: false,
    });
    const dimensions: Dimension[] = [
      range("exposure", 0, 1),
      range("fare", 500, 6000),
      range("weeks", 0, 52),
      { kind: "list", name: "rule", values: ["logit", "imitation", "habit"], value: 0 },
    ];
    const box = [{ low: 0.40123 }, { low: 1234.56, high: 4321.2 }, { high: 12.345 }, { among: [0, 2] }];
    const found = {
      box,
      coverage: 0.83,
      density: 0.714,
      points: 1,
      cases: 1,
      mass: 0.1,
      quasiP: new Map(),
      trajectory: [],
      chosen: 0,
    };
    expect(inWords(found, dimensions, "it backfires")).toBe(
      "where exposure is above 0.4, fare is between 1,235 and 4,321, weeks is below 12.3 and rule is logit or habit: 83 % of the cases in which it backfires; 71 % of the points there are such cases",
    );
  });
});

describe("contributions in words", () => {
  const game = (mask: number, trial: number) =>
    100 + trial - 10 * (mask & 1) - (mask & 3 ? 0 : 4) + ((trial * 7 + mask * 3) % 5) / 5;

  it("say what the difference is made of", () => {
    const plan = subsetsOf(3);
    const values = matched(
      Object.fromEntries(plan.masks.map((mask) => [`m${mask}`, Array.from({ length: 12 }, (_, trial) => game(mask, trial))])),
    );
    const words = contributionWords({
      from: "none",
      to: "multi-tool",
      contributions: shapley(values, plan, ["lists", "aid", "rescue"]),
    });
    expect(words[0]).toMatch(
      /^Deaths, 5 years: from none to multi-tool the difference is -6\.0 persons \(95 % interval -6\.\d to -5\.\d\) \(12 trials\)\.$/,
    );
    expect(words[1]).toMatch(/^Of that: lists -8\.\d+ persons .* and aid 2\.\d+ persons/);
    expect(words).toContain("No contribution is shown of rescue.");
    expect(words.join(" ")).toContain("The parts together change");
  });

  it("say that orders were sampled, and when nothing is known", () => {
    const plan = sampledSubsets(7, 2, "words");
    const values = matched(Object.fromEntries(plan.masks.map((mask) => [`m${mask}`, [nan, nan]])));
    const parts = ["a", "b", "c", "d", "e", "f", "g"];
    expect(contributionWords({ from: "x", to: "y", contributions: shapley(values, plan, parts) })).toEqual([
      "Deaths, 5 years: from x to y: not estimable, no trial has a value of every mixture.",
    ]);
    const some = { ...values, values: values.values.map((column, m) => column.map((_, t) => m + t)) };
    expect(contributionWords({ from: "x", to: "y", contributions: shapley(some, plan, parts) })).toContain(
      "Orders of exchange were sampled; the intervals count that.",
    );
  });
});
