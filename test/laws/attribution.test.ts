/** Who learns what from a listing: unexplained ones spread by exposure, explained ones stay with the conduct that was hit. */
import { beforeEach, describe, expect, it } from "vitest";
import { signals } from "../../src/core/phases/signals.ts";
import { step } from "../../src/core/run.ts";
import { createWorld } from "../../src/core/world/create.ts";
import { believedHazard, lossIfListed } from "../../src/core/world/risk.ts";
import { levelOf, type Signal, type World } from "../../src/core/world/world.ts";
import { RICH } from "./rich-strategy.ts";
import { bitsOf } from "./same-bits.ts";
import { frozenEcosystem, modelOf } from "./world.ts";

const WEEKS = 40;

function played(changes: object = {}): World {
  const world = createWorld(modelOf({ ecosystem: frozenEcosystem(changes) }));
  for (let week = 0; week < WEEKS; week++) step(world, week);
  world.signals = [];
  return world;
}

/** A listing of the worst smuggler at work. */
function listingOf(world: World, clarity: number): Signal {
  const { trailSeverity, leg, home } = world.smugglers.columns;
  const row = [...world.active].reduce((worst, one) => (trailSeverity[one] > trailSeverity[worst] ? one : worst));
  const found = levelOf(world.model, trailSeverity[row]);
  return {
    role: "smuggler",
    row,
    class: found,
    leg: leg[row],
    jurisdiction: home[row],
    service: -1,
    weight: 1,
    clarity,
    authority: 0,
  };
}

/** Punishments that everybody has learned of in a week: row -> by conduct. */
function learned(world: World, clarity: number): Map<number, number[]> {
  const { riskEvents } = world.smugglers.columns;
  const { count } = world.model.levels;
  const before = riskEvents.slice();
  const beliefs = () => new Map([...world.active].map((row) => [row, [...riskEvents.subarray(row * count, (row + 1) * count)]]));
  signals.run(world);
  const quiet = beliefs();
  riskEvents.set(before);
  world.signals = [listingOf(world, clarity)];
  signals.run(world);
  return new Map([...beliefs()].map(([row, events]) => [row, events.map((x, l) => x - (quiet.get(row) as number[])[l])]));
}

function actorsByConduct(world: World): number[] {
  const counts = new Array<number>(world.model.levels.count).fill(0);
  for (const row of world.active) counts[levelOf(world.model, world.smugglers.columns.trailSeverity[row])]++;
  return counts;
}

const near = (a: number, b: number) => Math.abs(a - b) < 1e-12;

describe("a listing", () => {
  let world: World;
  beforeEach(() => {
    world = played();
  });

  it("that nobody explains counts for each conduct in proportion to who is at work", () => {
    const actors = actorsByConduct(world);
    expect(actors.filter((count) => count > 0).length).toBeGreaterThan(1);
    for (const events of learned(world, 0).values()) {
      const total = events.reduce((sum, x) => sum + x, 0);
      expect(total).toBeGreaterThan(0);
      for (const [l, count] of actors.entries()) expect(near(events[l], (total * count) / world.active.length)).toBe(true);
    }
  });

  it("that is explained counts for the conduct that was hit, and for no other", () => {
    const { class: hit } = listingOf(world, 1);
    for (const events of learned(world, 1).values()) {
      expect(events[hit]).toBeGreaterThan(0);
      for (const [l, x] of events.entries()) if (l !== hit) expect(near(x, 0)).toBe(true);
    }
  });

  it("teaches as much in all, explained or not", () => {
    const sum = (events: Map<number, number[]>) => [...events.values()].flat().reduce((all, x) => all + x, 0);
    expect(Math.abs(sum(learned(world, 0.3)) - sum(learned(played(), 1)))).toBeLessThan(1e-9);
  });

  it("teaches the one who was hit most, then those near", () => {
    const { row: hit, leg } = listingOf(world, 1);
    const events = learned(world, 1);
    const much = (row: number) => (events.get(row) as number[]).reduce((all, x) => all + x, 0);
    expect(near(much(hit), world.model.smugglers.perceivedRisk.own)).toBe(true);
    for (const row of world.active) {
      if (row === hit) continue;
      expect(much(row)).toBeLessThan(much(hit));
      if (world.smugglers.columns.leg[row] === leg)
        expect(much(row)).toBeGreaterThan(world.model.smugglers.perceivedRisk.elsewhere);
    }
  });
});

describe("switches of learning", () => {
  it("without attribution an explained listing is an unexplained one", () => {
    const mechanisms = { attribution: false };
    expect(learned(played({ mechanisms }), 1)).toEqual(learned(played(), 0));
  });

  it("without vicarious learning only the one who was hit learns", () => {
    const world = played({ mechanisms: { "vicarious-learning": false } });
    const { row: hit } = listingOf(world, 1);
    for (const [row, events] of learned(world, 1)) expect(events.some((x) => !near(x, 0))).toBe(row === hit);
  });

  it("with the hierarchy worse conduct is never believed safer", () => {
    const world = played();
    learned(world, 1);
    const hazard = new Float64Array(world.model.levels.count);
    for (const row of world.active) {
      believedHazard(world, row, hazard);
      expect([...hazard]).toEqual([...hazard].sort((a, b) => a - b));
    }
  });
});

describe("where nothing can be reached", () => {
  /** No exposed assets, no friction without them; being listed neither hides anybody nor offends. */
  const UNREACHABLE = {
    mechanisms: { "friction-without-assets": false, ties: false, disapproval: false },
    smugglers: { listing: { exposureLow: 0, exposureHigh: 0, visibility: 1 } },
  };
  const { "assess-union": assess, "list-smugglers": list, visits } = RICH;
  const lists = { assess, list: { ...list, measures: ["freeze", "travel"], number: 10 }, visits };

  it("a listing costs nothing, and nobody believes it would", () => {
    const world = createWorld(modelOf({ ecosystem: frozenEcosystem(UNREACHABLE), instruments: lists }));
    let listed = 0;
    for (let week = 0; week < 90; week++) {
      step(world, week);
      const { listedBy, friction } = world.smugglers.columns;
      for (const row of world.active) {
        expect(lossIfListed(world, row)).toBe(0);
        expect(friction[row]).toBe(0);
        if (listedBy[row] !== 0) listed++;
      }
      expect(world.ledger.total.frozen).toBe(0);
    }
    expect(listed).toBeGreaterThan(0);
  });

  it("lists shape nothing: everybody does what it would have done without them, bit for bit", () => {
    const ecosystem = frozenEcosystem(UNREACHABLE);
    const conduct = (instruments: object) => {
      const { outcome, tables } = bitsOf({ ecosystem, instruments: instruments as typeof RICH });
      const ours = Object.entries(outcome).filter(
        ([name]) => !/listed|listings|mirrored|follow_ups|false_positives|spend|perceived_risk|^friction/.test(name),
      );
      const shares = tables.market_shares.map((row) => row.map((value) => (value === "designated" ? "" : value)).toSpliced(4, 1));
      return { outcome: Object.fromEntries(ours), shares, harms: tables.harms };
    };
    expect(conduct(lists)).toEqual(conduct({}));
    const unafraid = frozenEcosystem(UNREACHABLE, { mechanisms: { "perceived-risk": false } });
    expect(bitsOf({ ecosystem: unafraid }).outcome.harm_index).toBe(bitsOf({ ecosystem }).outcome.harm_index);
  });

  it("with something to reach the same lists do shape", () => {
    const reachable = { smugglers: { listing: { exposureLow: 0.8, exposureHigh: 0.9 } } };
    const ecosystem = frozenEcosystem(UNREACHABLE, reachable);
    expect(bitsOf({ ecosystem, instruments: lists }).outcome.harm_index).not.toBe(bitsOf({ ecosystem }).outcome.harm_index);
  });
});
