/** Watching changes nothing: what is recorded, hashed, checked or told, and the order of keys in a file. */
import { describe, expect, it } from "vitest";
import { isMap } from "../../src/core/scenario/path.ts";
import { ecosystemSchema } from "../../src/core/scenario/schema/strategy.ts";
import { RICH } from "./rich-strategy.ts";
import { type Bits, bitsOf } from "./same-bits.ts";
import { smallEcosystem } from "./world.ts";

const ecosystem = smallEcosystem();
const one = { ecosystem, instruments: RICH };
const watched = bitsOf(one);

/** What does not depend on the recording grid. */
const everyWeek = ({ finalHash, weekly, outcome, tables }: Bits) => ({
  finalHash,
  weekly,
  outcome,
  series: tables.timeseries,
  events: tables.events,
});

describe("watching changes nothing", () => {
  it.each([1, 3, 52, 520])("recorded every %i weeks", (recordWeeks) => {
    expect(everyWeek(bitsOf({ ...one, settings: { recordWeeks } }))).toEqual(everyWeek(watched));
  });

  it("carries the same passengers on every recording grid", () => {
    const passengers = (recordWeeks: number) =>
      bitsOf({ ...one, settings: { recordWeeks } }).tables.market_shares.reduce((sum, row) => sum + Number(row[6]), 0);
    expect(passengers(1)).toBe(passengers(13));
    expect(passengers(1)).toBe(watched.outcome.trips);
  });

  it("unhashed, checked, told week by week", () => {
    const weeks: number[] = [];
    const told = bitsOf(one, { check: true, onWeek: (week) => void weeks.push(week) });
    expect(told).toEqual(watched);
    expect(weeks).toEqual(weeks.map((_, i) => i));
    expect({ ...bitsOf(one, { hash: false }), weekly: watched.weekly }).toEqual(watched);
  });
});

/** The same document with the keys of every map, and the names of every list, the other way round. */
function reversed(node: unknown): unknown {
  if (Array.isArray(node)) return typeof node[0] === "string" ? node.toReversed() : node.map(reversed);
  if (!isMap(node)) return node;
  return Object.fromEntries(
    Object.entries(node)
      .reverse()
      .map(([key, value]) => [key, reversed(value)]),
  );
}

it("does not depend on the order of keys and names in the files", () => {
  const backward = ecosystemSchema.parse(reversed(ecosystem));
  expect(Object.keys(backward.legs)).toEqual(Object.keys(ecosystem.legs).reverse());
  const instruments = reversed(RICH) as typeof RICH;
  expect(bitsOf({ ecosystem: backward, instruments })).toEqual(watched);
});
