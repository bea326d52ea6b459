/** Compounds: whoever comes in comes out or is inside, sales only move money, stories wait, and nothing happens where there are none. */
import { describe, expect, it } from "vitest";
import { simulate, step } from "../../src/core/run.ts";
import { STATE } from "../../src/core/world/columns.ts";
import { promiseOf, worthOf } from "../../src/core/world/compound.ts";
import { createWorld } from "../../src/core/world/create.ts";
import { checkStep, openBooks } from "../../src/core/world/invariants.ts";
import type { Flow } from "../../src/core/world/ledger.ts";
import type { Mechanism } from "../../src/core/world/mechanisms.ts";
import type { World } from "../../src/core/world/world.ts";
import { BUSY, BUSY_STRATEGY } from "./busy-world.ts";
import { frozenEcosystem, modelOf } from "./world.ts";

const settings = { warmupWeeks: 4, scale: 50 };
const busy = (...changes: object[]) => frozenEcosystem(BUSY, ...changes);
const LEG = "coast-isle-east";

/** Plays a model with its books checked, and hands over the world of every week. */
function play(ecosystem: ReturnType<typeof busy>, each: (world: World) => void, instruments = BUSY_STRATEGY): World {
  const model = modelOf({ ecosystem, instruments, settings });
  const world = createWorld(model);
  const books = openBooks();
  for (let week = 0; week < model.calendar.weeks; week++) {
    step(world, week);
    checkStep(world, books);
    each(world);
  }
  return world;
}

const OUT = [
  "captivesRansomed",
  "captivesEscaped",
  "captivesRescued",
  "captivesReleased",
  "contractsEnded",
] as const satisfies readonly Flow[];

describe("who comes in", () => {
  const sums = { in: 0, out: 0, resold: 0, deaths: 0 };
  // nobody dies inside, so that everybody who is dead died on the way
  const world = play(busy({ compounds: { death: 0 } }), ({ ledger, model }) => {
    sums.in += ledger.completed[model.labels.leg.indexOf(LEG)];
    for (const way of OUT) sums.out += ledger.total[way];
    sums.resold += ledger.total.captivesResold;
  });

  it("comes out, or is inside with a keeper", () => {
    const { state, creditor } = world.migrants.columns;
    let inside = 0;
    for (let row = 0; row < world.migrants.used; row += world.migrants.stride) {
      if (state[row] !== STATE.compound) continue;
      inside++;
      expect(creditor[row]).not.toBe(0);
    }
    expect(sums.out).toBeGreaterThan(0);
    expect(sums.resold).toBeGreaterThan(0);
    expect(inside + sums.out).toBe(sums.in);
  });
});

describe("worth of a person", () => {
  const world = createWorld(modelOf({ ecosystem: busy(), settings }));
  const { levels } = world.model;
  const predatory = levels.count - 1;

  it("grows with what it brings in, and is nothing but cost when that is nothing", () => {
    expect(worthOf(world, 200, predatory)).toBeGreaterThan(worthOf(world, 100, predatory));
    expect(worthOf(world, 0, predatory)).toBeLessThan(0);
  });

  it("of the promise is what is believed of it, whatever is paid, while recruits are deceived", () => {
    const leg = world.model.labels.leg.indexOf(LEG);
    expect(promiseOf(world, leg, 0, 0)).toBe(promiseOf(world, leg, 0, 1));
    expect(promiseOf(world, leg, 1, 1)).toBe(0);
    const told = createWorld(modelOf({ ecosystem: busy({ mechanisms: { deception: false } }), settings }));
    expect(promiseOf(told, leg, 0, 0)).toBe(0);
    expect(promiseOf(told, leg, 1, 1)).toBe(promiseOf(world, leg, 0, 0));
  });
});

describe("stories", () => {
  /** What was heard of the smugglers of the leg in a world in which everybody is kept, nobody dies and nobody comes out. */
  const heard = (deception: boolean) => {
    const kept = { confines: true, drive: 1, cost: 0, pays: 0, guarded: 1 };
    const conduct = Object.fromEntries(Object.keys(busy().conduct).map((name) => [name, { compound: kept }]));
    const ecosystem = busy({
      mechanisms: { deception, ransom: false, resale: false, prosecution: false, "leg-moves": false },
      conduct,
      compounds: { output: 10_000, death: 0 },
      legs: { [LEG]: { wreck: 0, death: 0 } },
    });
    const leg = modelOf({ ecosystem }).labels.leg.indexOf(LEG);
    const sum = { abuse: 0, trips: 0 };
    play(
      ecosystem,
      ({ smugglers: { columns: s, widths }, active }) => {
        for (const row of active) {
          if (s.leg[row] !== leg) continue;
          for (let k = row * widths.heardAbuse; k < (row + 1) * widths.heardAbuse; k++) {
            sum.abuse += s.heardAbuse[k];
            sum.trips += s.heardTrips[k];
          }
        }
      },
      {},
    );
    return sum;
  };

  it("of who is kept wait until it is out, so that what is heard is good", () => {
    const deceived = heard(true);
    expect(deceived.trips).toBeGreaterThan(0);
    expect(deceived.abuse).toBe(0);
    expect(heard(false).abuse).toBeGreaterThan(0);
  });
});

describe("switches", () => {
  const outcome = (mechanisms: Partial<Record<Mechanism, boolean>>, changes: object = {}) =>
    simulate(modelOf({ ecosystem: busy(changes, { mechanisms }), instruments: BUSY_STRATEGY, settings }), { check: true });

  it("without work in compounds the leg is a passage like others, bit for bit", () => {
    const off = outcome({ "compound-work": false });
    const { compounds: _, ...without } = frozenEcosystem(BUSY);
    const none = simulate(modelOf({ ecosystem: without as ReturnType<typeof busy>, instruments: BUSY_STRATEGY, settings }));
    expect(off.finalHash).toBe(none.finalHash);
  });

  it("without ransom nobody is let go for it", () => {
    expect(outcome({ ransom: false }).outcome.captives_ransomed).toBe(0);
  });
});

it("a listing changes nothing before its date, with people in compounds", () => {
  const model = (instruments: typeof BUSY_STRATEGY) => modelOf({ ecosystem: busy(), instruments, settings });
  const start = "2015-09-07";
  const late = {
    look: { kind: "assess", start, by: "union" },
    list: {
      ...BUSY_STRATEGY["list-smugglers"],
      start,
      every: "8 weeks",
    },
  };
  const before = simulate(model({}), { hash: true }).weeklyHashes as Uint32Array;
  const after = simulate(model(late), { hash: true }).weeklyHashes as Uint32Array;
  const first = before.findIndex((hash, week) => hash !== after[week]);
  expect(first).toBe(35);
});
