/** A strategy that does nothing is bit-identical to none, in whatever way it does nothing. */
import { describe, expect, it } from "vitest";
import { INSTRUMENTS } from "../../src/core/instruments/index.ts";
import { LEVER_NAMES, LEVERS } from "../../src/core/world/levers.ts";
import type { Tree } from "../scenarios/documents.ts";
import { RICH } from "./rich-strategy.ts";
import { bitsOf } from "./same-bits.ts";
import { smallEcosystem } from "./world.ts";

const ecosystem = smallEcosystem();
const none = bitsOf({ ecosystem });
const free = { perUse: 0, perActor: 0, perYear: 0, perActorYear: 0 };

/** Parameters at which an instrument is used and does nothing, where its kind has such a dose. */
const DOSE_ZERO: Readonly<Record<string, Tree>> = {
  designate: { number: 0 },
  "follow-up": { number: 0 },
  delist: { number: 0 },
  communicate: { criterion: { severity: 0.5, strength: 0 }, promise: undefined },
  coordinate: { mirroring: 0, reach: 0, intelligence: 0 },
  prosecute: { hazard: 1, drivers: 0 },
  "build-capacity": { enforcement: 1 },
  interdict: { effort: 1 },
  "search-and-rescue": { coverage: 0 },
  "development-aid": { stay: 0, means: 1, recruits: 1 },
  "legal-pathway": { places: 0 },
  "information-campaign": { strength: 0 },
  "co-opt": { payment: 0 },
};

/** Everything of the strategy changed alike. */
const changed = (change: (instrument: Tree) => Tree) =>
  Object.fromEntries(Object.entries(RICH).map(([name, instrument]) => [name, change(instrument)]));

describe("a null strategy is bit-identical to none", () => {
  it("dated after the end of the run", () => {
    const instruments = changed((one) => ({ ...one, start: "2017-01-02", until: undefined }));
    expect(bitsOf({ ecosystem, instruments })).toEqual(none);
  });

  it("ended before the run", () => {
    const instruments = changed((one) => ({ ...one, start: "2010-01-04", until: "2011-01-03" }));
    expect(bitsOf({ ecosystem, instruments })).toEqual(none);
  });

  it("on conditions that never hold", () => {
    const instruments = changed((one) => ({ ...one, when: [{ indicator: "support", above: 1 }] }));
    expect(bitsOf({ ecosystem, instruments })).toEqual(none);
  });

  it("that the public does not pay for", () => {
    const unloved = smallEcosystem({ public: { support: 0, floor: 0.5, full: 0.6, recovery: 0 } });
    // Studies and words come with the office: they have no size that a budget could scale.
    const { "assess-league": _, "assess-union": __, "say-why": ___, ...bought } = changed((one) => ({ ...one, cost: free }));
    const without = bitsOf({ ecosystem: unloved });
    const tried = bitsOf({ ecosystem: unloved, instruments: bought });
    expect(tried).toEqual({ ...without, tables: { ...without.tables, events: tried.tables.events } });
  });

  const zeros = Object.entries(RICH)
    .filter(([, { kind }]) => DOSE_ZERO[kind as string] !== undefined)
    .map(([name, one]) => [name, { ...one, ...DOSE_ZERO[one.kind as string], cost: free }] as const);
  const neutral = LEVER_NAMES.map(
    (lever) =>
      [`shock of ${lever}`, { kind: "shock", start: "2015-03-02", lever, value: LEVERS[lever].neutral, rampWeeks: 3 }] as const,
  );

  /** Studies and lists, so that an instrument which needs them has somebody to act on. */
  const around = Object.fromEntries(
    ["assess-league", "assess-union", "list-smugglers", "list-enablers"].map((name) => [name, { ...RICH[name], cost: free }]),
  );

  it.each([
    ["alone", {}],
    ["beside studies and lists", around],
  ])("at dose zero, all instruments at once, %s", (_, others) => {
    const doses = Object.fromEntries([...zeros, ...neutral].map(([, one], i) => [`zero-${i}`, { ...one, cost: free }]));
    const without = bitsOf({ ecosystem, instruments: others });
    const tried = bitsOf({ ecosystem, instruments: { ...others, ...doses } });
    expect(tried.tables.events.length).toBeGreaterThan(without.tables.events.length); // they were used
    expect(tried).toEqual({ ...without, tables: { ...without.tables, events: tried.tables.events } });
  });

  it("covers every kind that has a dose", () => {
    const kinds = INSTRUMENTS.map(({ kind }) => kind).filter((kind) => DOSE_ZERO[kind] === undefined);
    expect(kinds).toEqual(["assess", "shock"]); // an assessment has no dose; shocks are tried lever by lever
    expect(new Set(Object.values(RICH).map(({ kind }) => kind))).toEqual(new Set(INSTRUMENTS.map(({ kind }) => kind)));
  });
});
