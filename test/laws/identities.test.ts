/** Who is who: identities are one to a cause, draws one to a decision, and what they can number is enforced. */
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PHASES } from "../../src/core/phases/index.ts";
import { hashText } from "../../src/core/random/hash.ts";
import { simulate } from "../../src/core/run.ts";
import { checkScenario } from "../../src/core/scenario/check.ts";
import { createWorld } from "../../src/core/world/create.ts";
import {
  actorName,
  enablerUid,
  MOST_BIRTHS_PER_WEEK,
  MOST_COMMUNITIES,
  MOST_SERVICES,
  MOST_WEEKS,
  migrantUid,
  STOCK_WEEKS,
  smugglerUid,
  stockUid,
} from "../../src/core/world/identity.ts";
import { resetLedger } from "../../src/core/world/ledger.ts";
import { isCore, readRepository } from "../architecture/source.ts";
import { BUSY, BUSY_STRATEGY } from "./busy-world.ts";
import { frozenEcosystem, modelOf, settingsOf, smallEcosystem, strategyOf } from "./world.ts";

/** A whole number up to but not including a limit; the ends are likely. */
const below = (limit: number) => fc.oneof(fc.constantFrom(0, limit - 1), fc.nat({ max: limit - 1 }));
const MOST_LEGS = 255;

const CAUSES: Readonly<Record<string, { cause: fc.Arbitrary<readonly number[]>; uid: (cause: readonly number[]) => number }>> = {
  "people who are born": {
    cause: fc.tuple(below(MOST_COMMUNITIES), below(MOST_WEEKS), below(MOST_BIRTHS_PER_WEEK)),
    uid: ([k, week, i]) => migrantUid(k, week, i),
  },
  "people of the start": {
    cause: fc.tuple(below(MOST_COMMUNITIES), below(MOST_BIRTHS_PER_WEEK * STOCK_WEEKS)),
    uid: ([k, i]) => stockUid(k, i),
  },
  "smugglers who enter": {
    cause: fc.tuple(below(MOST_LEGS), below(MOST_WEEKS), below(16)),
    uid: ([leg, week, slot]) => smugglerUid(leg, week, slot),
  },
  "smugglers of the start": {
    cause: fc.tuple(below(MOST_LEGS), below(250)),
    uid: ([leg, slot]) => smugglerUid(leg, -1, slot),
  },
  enablers: {
    cause: fc.tuple(below(255), below(MOST_SERVICES), below(100), below(256)),
    uid: ([j, s, slot, generation]) => enablerUid(j, s, slot, generation),
  },
};

describe("an identity is one to its cause", () => {
  it.each(Object.entries(CAUSES))("%s", (_, { cause, uid }) => {
    fc.assert(
      fc.property(cause, cause, (a, b) => {
        expect(uid(a) === uid(b)).toBe(String(a) === String(b));
        expect(uid(a) >>> 0).toBe(uid(a));
      }),
      { seed: 1, numRuns: 2000 },
    );
  });

  it.each([
    ["people who are born", "people of the start"],
    ["smugglers who enter", "smugglers of the start"],
    ["smugglers who enter", "enablers"],
    ["smugglers of the start", "enablers"],
  ])("%s are not %s", (one, other) => {
    const [a, b] = [CAUSES[one], CAUSES[other]];
    fc.assert(
      fc.property(a.cause, b.cause, (x, y) => {
        expect(a.uid(x)).not.toBe(b.uid(y));
        expect(actorName(a.uid(x))).not.toBe(actorName(b.uid(y)));
      }),
      { seed: 1, numRuns: 2000 },
    );
  });

  it("nobody of the market is 0, which stands for nobody, and names tell roles apart", () => {
    expect(smugglerUid(0, -1, 0)).toBeGreaterThan(0);
    for (const uid of [smugglerUid(0, -1, 0), smugglerUid(MOST_LEGS - 1, MOST_WEEKS - 1, 15)])
      expect(actorName(uid)).toMatch(/^s/);
    for (const uid of [enablerUid(0, 0, 0, 0), enablerUid(254, 31, 99, 255)]) expect(actorName(uid)).toMatch(/^e/);
  });
});

describe("over a busy run", () => {
  const world = createWorld(modelOf({ ecosystem: frozenEcosystem(BUSY), instruments: BUSY_STRATEGY }));
  const repeated: string[] = [];
  const undeclared = new Set<string>();
  for (let week = 0; week < 80; week++) {
    world.week = week;
    if (week > 0) resetLedger(world.ledger);
    for (const phase of PHASES) {
      world.keys.clear();
      phase.run(world);
      for (const used of world.keys.keys()) if (!phase.streams.includes(used)) undeclared.add(`${phase.name}: ${used.name}`);
    }
    const { migrants, smugglers, enablers } = world;
    const people = Array.from({ length: migrants.used / migrants.stride }, (_, i) => i * migrants.stride).filter(
      (row) => migrants.columns.state[row] !== 0,
    );
    for (const uids of [
      people.map((row) => migrants.columns.uid[row]),
      [...world.active].map((row) => smugglers.columns.uid[row]),
      [...enablers.columns.uid.subarray(0, enablers.used)],
    ]) {
      if (new Set(uids).size !== uids.length) repeated.push(`week ${week}`);
    }
  }

  it("nobody is there twice", () => {
    expect(repeated).toEqual([]);
    expect(world.active.length).toBeGreaterThan(10);
  });

  it("phases draw from the streams that they declare", () => {
    expect([...undeclared]).toEqual([]);
  });
});

it("no two decisions share their draws", () => {
  const files = readRepository(join(import.meta.dirname, "..", "..")).filter(isCore);
  const names = files.flatMap(({ text }) => [...text.matchAll(/= stream\("([^"]+)"\)/g)].map(([, name]) => name));
  expect(names.length).toBeGreaterThan(30);
  expect(new Set(names).size).toBe(names.length);
  expect(new Set(names.map((name) => hashText(name).lo)).size).toBe(names.length);
});

describe("more than can be numbered", () => {
  const { communities, services, legs, harms, authorities } = smallEcosystem();
  const many = <T>(map: Readonly<Record<string, T>>, count: number): Record<string, T> =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`copy-${i}`, Object.values(map)[0]]));

  it.each([
    ["communities", { communities: { ...communities, ...many(communities, MOST_COMMUNITIES) } }, "at most 64"],
    ["services", { services: { ...services, ...many(services, MOST_SERVICES) } }, "at most 32"],
    ["legs", { legs: { ...legs, ...many(legs, 255) } }, "at most 255"],
    ["harms", { harms: { ...harms, ...many(harms, 16) } }, "at most 16"],
    ["authorities", { authorities: { ...authorities, ...many(authorities, 32) } }, "at most 32"],
    ["births", { communities: { "savanna-people": { births: 5_000_000 } } }, "a scale of"],
    ["stock", { communities: { "savanna-people": { stock: { oasis: 5_000_000 } } } }, "a scale of"],
    ["weeks", { end: "2060-01-01" }, "at most 1984"],
  ])("%s: an error that says how much", (_, changes, allowed) => {
    const checked = checkScenario(smallEcosystem(changes), strategyOf(), settingsOf({ scale: 1 }));
    const issues = [...checked.ecosystem, ...checked.run].filter(({ severity }) => severity === "error");
    expect(issues.map(({ message, allowed: most }) => `${message} ${most ?? ""}`).join("\n")).toContain(allowed);
  });

  it("births that a shock multiplies stop the run with a word on the scale", () => {
    const boom = { kind: "shock", start: "2015-01-05", lever: "demand", value: 4, rampWeeks: 0 };
    const changes = { communities: { "savanna-people": { births: 800_000 } } };
    const model = modelOf({ changes, instruments: { boom }, settings: { scale: 1, warmupWeeks: 0 } });
    expect(() => simulate(model)).toThrow(/savanna-people: \d+ births in week 0 at scale 1, at most 32768: a scale of \d/);
  });
});
