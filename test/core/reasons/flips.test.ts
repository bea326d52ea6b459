/** The smallest change that flips a choice: enough when it is made, not enough when a little less is. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CONDUCT_RULES } from "../../../src/core/behaviours/index.ts";
import { findChanges, largest } from "../../../src/core/reasons/flips.ts";
import { chancesOf } from "../../../src/core/reasons/passage.ts";
import type { ConductReview } from "../../../src/core/world/behaviour.ts";

const OPTIONS = 6;
const sums = fc.array(fc.double({ min: -20, max: 20, noNaN: true }), { minLength: OPTIONS, maxLength: OPTIONS });
const review = fc
  .record({
    utility: sums,
    taste: sums,
    current: fc.nat(OPTIONS - 1),
    aspiration: fc.double({ min: -2, max: 2, noNaN: true }),
    peer: fc.nat(OPTIONS - 1),
    profit: fc.double({ min: -5, max: 5, noNaN: true }),
  })
  .map(
    ({ utility, taste, current, aspiration, peer, profit }): ConductReview => ({
      count: OPTIONS,
      utility: Float64Array.from(utility),
      taste: Float64Array.from(taste),
      sharpness: 5,
      current,
      aspiration,
      peer: { conduct: peer, profit, own: 0, mood: 0.2, copiesBelow: 0.5 },
    }),
  );

describe.each([...CONDUCT_RULES.values()].map((rule) => [rule.kind, rule] as const))("%s", (kind, rule) => {
  const chooser = (one: ConductReview) => (utility: Float64Array) => rule.choose({ ...one, utility });

  it("flips at the change found and at no smaller one", () => {
    fc.assert(
      fc.property(review, (one) => {
        const choose = chooser(one);
        const chosen = choose(one.utility);
        for (const { option, change, to } of findChanges(one.utility, choose)) {
          const changed = (by: number) => choose(one.utility.with(option, (one.utility[option] as number) + by));
          expect(changed(change)).toBe(to);
          expect(to).not.toBe(chosen);
          if (Math.abs(change) < 1e-9) continue; // a tie, within what numbers of this size tell apart
          for (const part of [0.25, 0.5, 0.9, 0.999]) expect(changed(change * part)).toBe(chosen);
        }
      }),
    );
  });

  it("looks at sums, or says nothing", () => {
    const changes = fc.sample(review, 200).map((one) => findChanges(one.utility, chooser(one)).length);
    expect(changes.some((count) => count > 0)).toBe(kind !== "imitation");
  });
});

it("finds the distance to the next best where the largest total wins", () => {
  const [fall, rise] = findChanges(Float64Array.of(1, 4, 2.5), largest);
  expect(fall).toMatchObject({ option: 1, to: 2 });
  expect(fall?.change).toBeCloseTo(-1.5, 6);
  expect(rise).toMatchObject({ option: 2, to: 2 });
  expect(rise?.change).toBeCloseTo(1.5, 6);
});

/** Mulberry32, for a frequency to compare with. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

it("gives the chances of a search that its tastes produce", () => {
  const [worth, other, spread] = [[1, 0.2, -0.5], 1.4, 0.8];
  const weighed = worth.map((utility, offer) => ({ offer, fare: 0, burden: 0, noise: 0, utility }));
  const { offers, none } = chancesOf(weighed, other, spread);
  const draw = generator(7);
  const count = [0, 0, 0, 0];
  const trials = 200_000;
  for (let i = 0; i < trials; i++) {
    const totals = [...worth.map((v) => v - spread * Math.log(-Math.log(draw()))), other];
    count[totals.indexOf(Math.max(...totals))]++;
  }
  [...offers, none].forEach((chance, i) => {
    const error = Math.sqrt((chance * (1 - chance)) / trials);
    expect(Math.abs((count[i] ?? 0) / trials - chance)).toBeLessThan(5 * error);
  });
});
