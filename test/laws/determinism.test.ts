/** The same inputs give the same bits; another seed or another random function gives another run of the same world. */

import { mean } from "simple-statistics";
import { describe, expect, it } from "vitest";
import { simulate } from "../../src/core/run.ts";
import { RICH } from "./rich-strategy.ts";
import { bitsOf } from "./same-bits.ts";
import { modelOf, smallEcosystem } from "./world.ts";

const ecosystem = smallEcosystem();

describe("determinism", () => {
  it("plays the same case to the same bits", () => {
    const one = { ecosystem, instruments: RICH, seed: "twice" };
    const first = bitsOf(one);
    simulate(modelOf({ ecosystem, seed: "between" })); // a run leaves nothing behind
    expect(bitsOf({ ...one, ecosystem: smallEcosystem() })).toEqual(first);
    expect(first.weekly.at(-1)).not.toBe(first.weekly.at(-2));
  });

  it("reads a seed as text", () => {
    expect(bitsOf({ ecosystem, seed: 7 })).toEqual(bitsOf({ ecosystem, seed: "7" }));
  });

  it("plays other runs under other seeds", () => {
    const hashes = [0, 1, 2, "2 "].map((seed) => bitsOf({ ecosystem, seed }).finalHash);
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});

describe("the number of rounds of the random function", () => {
  /** Outcomes of some runs, with a rough standard error. */
  const trials = (rounds: 12 | 20) => {
    const runs = Array.from({ length: 12 }, (_, seed) => simulate(modelOf({ ecosystem, seed, settings: { rounds } })));
    return {
      hashes: runs.map(({ finalHash }) => finalHash),
      of: (name: string) => runs.map(({ outcome }) => outcome[name]),
    };
  };
  const [twelve, twenty] = [trials(12), trials(20)];

  it("changes every run", () => {
    for (const [i, hash] of twelve.hashes.entries()) expect(hash).not.toBe(twenty.hashes[i]);
  });

  it.each(["births", "departures", "trips", "arrivals", "harm_index_expected", "smugglers"])(
    "leaves the mean of %s where it was",
    (name) => {
      const [a, b] = [twelve.of(name), twenty.of(name)];
      const spread = Math.sqrt((variance(a) + variance(b)) / a.length);
      expect(Math.abs(mean(a) - mean(b))).toBeLessThan(5 * spread);
      expect(spread).toBeLessThan(mean(a));
    },
  );
});

function variance(values: readonly number[]): number {
  const centre = mean([...values]);
  return values.reduce((sum, x) => sum + (x - centre) ** 2, 0) / (values.length - 1);
}
