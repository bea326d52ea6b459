/**
 * Every shipped strategy on every shipped ecosystem it is for: nothing moves before its first date, every one of its instruments
 * does something once its date has come, and nobody is lost. Coarse, and no longer than the last instrument takes to begin.
 */
import { describe, expect, test } from "vitest";
import { formatDate, parseDate } from "../../src/core/calendar.ts";
import { INSTRUMENT_BY_KIND } from "../../src/core/instruments/index.ts";
import { hashWorld, step } from "../../src/core/run.ts";
import { bindStrategy } from "../../src/core/scenario/bind.ts";
import { checkScenario } from "../../src/core/scenario/check.ts";
import { compile } from "../../src/core/scenario/compile.ts";
import { type RunSettings, runSchema } from "../../src/core/scenario/schema/scenario.ts";
import {
  type Ecosystem,
  ecosystemSchema,
  type InstrumentDocument,
  strategySchema,
} from "../../src/core/scenario/schema/strategy.ts";
import { createWorld } from "../../src/core/world/create.ts";
import { checkStep, openBooks } from "../../src/core/world/invariants.ts";
import { LEVER_NAMES, LEVERS } from "../../src/core/world/levers.ts";
import type { Model, ModelInstrument } from "../../src/core/world/model.ts";
import type { World } from "../../src/core/world/world.ts";
import { homesOf, namesIn, resolve } from "./documents.ts";

const [BEFORE, AFTER] = [2, 6]; // weeks
const DAYS = 7;
/** A listing may find nobody who fits: then with other luck. */
const SEEDS = [1, 2, 3];
const ecosystems = namesIn("ecosystems").filter((name) => name !== "base");
const parsed = new Map(ecosystems.map((name) => [name, ecosystemSchema.parse(resolve("ecosystems", name))]));
const strategies = namesIn("strategies").map((name) => strategySchema.parse(resolve("strategies", name)));
const none = strategySchema.parse(resolve("strategies", "none"));

/** Whoever is let off a list has mended its ways first and has been assessed since: some years on, nothing for a quick test. */
const LATER = "delist";

/** Events that say what an instrument did, each with its id as the cause. */
const DEEDS: ReadonlySet<string> = new Set(["listed", "followed up", "delisted", "promised"]);

/** State after each step without policy, by what is played: strategies with the same dates share it. */
const without = new Map<string, number[]>();

function baseline(ecosystem: Ecosystem, settings: RunSettings): number[] {
  const key = `${ecosystem.name} ${settings.start} ${settings.end}`;
  const known = without.get(key);
  if (known) return known;
  const world = createWorld(compile(ecosystem, none, settings, SEEDS[0]));
  const hashes = Array.from({ length: world.model.calendar.weeks }, (_, week) => {
    step(world, week);
    return hashWorld(world, 0);
  });
  without.set(key, hashes);
  return hashes;
}

/**
 * Plays to the end with the books checked. `begins` is the first step in which policy may act; a hash is taken before it and at the end, because
 * it takes as long as a step, and whatever had moved earlier would still show.
 */
function play(model: Model, acted: Set<string>): { before: number; last: number; begins: number; trips: number } {
  const world = createWorld(model);
  const books = openBooks();
  let trips = 0;
  const { weeks } = model.calendar;
  const first = model.instruments.filter(({ exogenous }) => !exogenous).map((one) => one.first);
  const begins = Math.min(weeks, ...first);
  let before = 0;
  for (let week = 0; week < weeks; week++) {
    const seen = world.events.length;
    step(world, week);
    checkStep(world, books);
    deedsOf(world, seen, acted);
    trips += world.ledger.trips.reduce((sum, count) => sum + count, 0);
    if (week === begins - 1) before = hashWorld(world, 0);
  }
  return { before, last: hashWorld(world, 0), begins, trips };
}

/** What one week shows of each instrument. */
function deedsOf(world: World, seen: number, acted: Set<string>): void {
  for (const { event, cause } of world.events.slice(seen)) if (DEEDS.has(event)) acted.add(cause);
  for (const one of world.model.instruments) {
    if (one.exogenous || acted.has(one.id) || world.week < one.first) continue;
    if (pulls(world, one) || informs(world, one)) acted.add(one.id);
  }
}

/** A lever that it may pull is not where the ecosystem leaves it. */
function pulls(world: World, { kind, effect }: ModelInstrument): boolean {
  const moves = INSTRUMENT_BY_KIND.get(kind)?.moves ?? [];
  return (
    effect !== undefined &&
    LEVER_NAMES.some((name) => moves.includes(name) && world.levers[name].some((at) => at !== LEVERS[name].neutral))
  );
}

/** An authority knows of somebody since this week, or is known for its criterion. */
function informs(world: World, { kind, authority }: ModelInstrument): boolean {
  const { smugglers: s, authorities: a } = world;
  if (kind === "communicate") return a.columns.clarity.some((clarity) => clarity > 0);
  if (kind !== "assess") return false;
  const width = s.widths.assessedWeek;
  return [...world.active].some((row) => s.columns.assessedWeek[row * width + authority] >= world.week);
}

describe.each(ecosystems)("in %s", (home) => {
  const ecosystem = parsed.get(home) as Ecosystem;
  const fitting = strategies.filter(({ name }) => homesOf(name, ecosystems).includes(home));

  test.each(fitting.map((strategy) => [strategy.name, strategy] as const))("%s", (_, general) => {
    const strategy = bindStrategy(general, ecosystem);
    const instruments = Object.values(strategy.instruments) as unknown as InstrumentDocument[];
    const starts = instruments
      .filter(({ kind }) => kind !== LATER)
      .map(({ start }) => parseDate(start) as number)
      .sort((a, b) => a - b);
    const [first, last] = [starts[0] ?? (parseDate(ecosystem.start) as number), starts.at(-1) ?? 0];
    const settings = runSchema.parse({
      start: formatDate(Math.max(parseDate(ecosystem.start) as number, first - BEFORE * DAYS)),
      end: formatDate(Math.max(first, last) + AFTER * DAYS),
      warmupWeeks: 52,
      scale: 100,
    });
    const { ecosystem: here, strategy: there } = checkScenario(ecosystem, general, settings);
    expect([...here, ...there].filter(({ severity }) => severity === "error")).toEqual([]);
    const acted = new Set<string>();
    const idle = (): string[] => own.map(({ id }) => id).filter((id) => !acted.has(id));
    const own = compile(ecosystem, general, settings, 1).instruments.filter((one) => !one.exogenous && one.kind !== LATER);
    for (const seed of SEEDS) {
      const { before, last: end, begins, trips } = play(compile(ecosystem, general, settings, seed), acted);
      expect(trips).toBeGreaterThan(0);
      if (seed === SEEDS[0]) {
        const plain = baseline(ecosystem, settings);
        expect(before).toBe(plain[begins - 1]);
        expect(end === plain.at(-1)).toBe(own.length === 0);
      }
      if (idle().length === 0) break;
    }
    expect(idle()).toEqual([]);
  });
});
