/** What a witness is told of every decision is what the state then shows; being watched changes no bit. */
import { beforeAll, describe, expect, it } from "vitest";
import { PHASES } from "../../src/core/phases/index.ts";
import { hashWorld, step } from "../../src/core/run.ts";
import { STATE, STATES } from "../../src/core/world/columns.ts";
import { createWorld } from "../../src/core/world/create.ts";
import { actorName, migrantName } from "../../src/core/world/identity.ts";
import { resetLedger } from "../../src/core/world/ledger.ts";
import { feeOf } from "../../src/core/world/services.ts";
import { DECISIONS, type Decider, type Decision, type Witness } from "../../src/core/world/witness.ts";
import type { World } from "../../src/core/world/world.ts";
import { BUSY, BUSY_STRATEGY } from "./busy-world.ts";
import { frozenEcosystem, modelOf } from "./world.ts";

const WEEKS = 60;
const model = modelOf({ ecosystem: frozenEcosystem(BUSY), instruments: BUSY_STRATEGY, settings: { scale: 50 } });

/** Names of those who got out of a compound by themselves. */
const escaped = new Set<string>();

const listener = (heard: Decision[]): Witness => ({
  sees: () => true,
  hear(decision) {
    heard.push(decision);
    if (decision.chosen === "try, and get out") escaped.add(migrantName(decision.uid));
  },
  lose: () => undefined,
});

const FRAME = { smuggler: "smugglers", enabler: "enablers", migrant: "migrants" } as const;

/** Row of whoever decided, -1 when it is gone. */
function rowOf(world: World, { role, uid }: Decision): number {
  const frame = world[FRAME[role]];
  for (let row = 0; row < frame.used; row += frame.stride) if (frame.columns.uid[row] === uid) return row;
  return -1;
}

/** Row of a migrant by name, -1 when its way has ended. */
function migrantOf(world: World, name: string): number {
  const { state, uid } = world.migrants.columns;
  for (let row = 0; row < world.migrants.used; row += world.migrants.stride)
    if (state[row] !== 0 && migrantName(uid[row]) === name) return row;
  return -1;
}

const fact = ({ state }: Decision, name: string) => state.find((one) => one.name === name)?.value;

/** What the state shows of a decision, in the words of its choice; by role and decision. */
const SHOWN: { [D in Decider]: { [N in keyof (typeof DECISIONS)[D]]: (world: World, row: number, told: Decision) => string } } = {
  smuggler: {
    services(world, row, told) {
      const s = model.labels.service.indexOf(String(fact(told, "service")));
      const provider = world.smugglers.columns.provider[row * model.services.count + s];
      if (provider <= 0) return provider < 0 ? "do without" : "nobody to be had";
      return `pay ${actorName(world.enablers.columns.uid[provider - 1])}`;
    },
    conduct(world, row) {
      const { level, conceal } = world.smugglers.columns;
      return `${model.labels.level[level[row]]}${conceal[row] === 1 ? ", concealed" : ""}`;
    },
    vessel(world, row) {
      const { vessel, load, evasive } = world.smugglers.columns;
      return `${model.labels.vessel[vessel[row]]}, load ${load[row]}${evasive[row] === 1 ? ", evasive" : ""}`;
    },
    fare: (world, row, { chosen }) => chosen.replace(/^\d+/, world.smugglers.columns.price[row].toFixed(0)),
    capacity: (world, row, { chosen }) => chosen.replace(/[\d.]+/, world.smugglers.columns.capacity[row].toFixed(2)),
    home(world, row, { chosen }) {
      const home = model.labels.jurisdiction[world.smugglers.columns.home[row]];
      return chosen.startsWith("stay") ? chosen : `move to ${home}`;
    },
    name: (world, row, { chosen }) => (world.smugglers.columns.hidden[row] === 1 ? chosen : "keep the name"),
    leg: (world, row) => model.labels.leg[world.smugglers.columns.leg[row]] as string,
    keeping(world, row, told) {
      const person = migrantOf(world, String(fact(told, "person")));
      // kept, or asked for a ransom that was not paid, and then out by itself
      if (person < 0 && escaped.has(String(fact(told, "person")))) return told.chosen === "let go" ? "keep" : told.chosen;
      if (person < 0) return told.chosen === "let go" ? "let go" : "ransom";
      const { state, creditor, tries } = world.migrants.columns;
      if (state[person] !== STATE.compound) return "out";
      if (creditor[person] !== world.smugglers.columns.uid[row]) return `sell to ${actorName(creditor[person])}`;
      return tries[person] === 1 && fact(told, "was asked for ransom before") === "no" ? "ransom" : "keep";
    },
    staying: (_, row, { chosen }) => (row < 0 ? chosen.replace("stay in business", "leave") : "stay in business"),
  },
  enabler: {
    clients(world, row, told) {
      const name = String(fact(told, "class of client"));
      const k = ["ordinary", "abusive", "listed"].indexOf(name);
      const refuses = world.enablers.columns.refuses[row * world.enablers.widths.refuses + k];
      return `${refuses === 1 ? "refuse" : "serve"} ${name} clients`;
    },
    fee(world, row) {
      const asked = ["ordinary", "abusive", "listed"].map(
        (name, k) => `${feeOf(world, row, k).toFixed(2)} USD from ${name} clients`,
      );
      return asked.join(", ");
    },
    staying: (world, row) => (world.enablers.columns.alive[row] === 1 ? "stay" : "leave"),
    protection: (world, row) => `${world.enablers.columns.contains[row] === 1 ? "stop" : "tax"} departures`,
  },
  migrant: {
    journey(world, row, { chosen }) {
      if (row < 0) return chosen.replace("leave", "stay");
      return stateOf(world, row) === "waiting" ? "leave" : "stay";
    },
    work(world, row, { chosen }) {
      if (row < 0) return chosen.replace(/look for a passage|keep working/, "gone");
      return stateOf(world, row) === "waiting" ? "look for a passage" : "keep working";
    },
    passage(world, row, { chosen }) {
      if (row < 0) return chosen.replace(/wait|work here/, "gone");
      // whoever takes an offer, or waits too often, may end as a worker
      return stateOf(world, row) === "working" && !/ on |^wait/.test(chosen) ? "work here" : chosen;
    },
    escape: (_, row, { chosen }) => (row < 0 ? "try, and get out" : chosen.replace("try, and get out", "still inside")),
    seat(world, row, { chosen, uid }) {
      const { count, migrant, smuggler } = world.boarding;
      const i = migrant.subarray(0, count).indexOf(row);
      if (row < 0 || i < 0) return "no seat";
      return world.migrants.columns.uid[row] === uid
        ? `a seat with ${actorName(world.smugglers.columns.uid[smuggler[i]])}`
        : chosen;
    },
  },
};

const stateOf = (world: World, row: number) => STATES[world.migrants.columns.state[row] - 1];

interface Shown {
  readonly told: Decision;
  readonly shown: string;
}

const seen: Shown[] = [];
let watched = 0;

beforeAll(() => {
  const world = createWorld(model);
  const heard: Decision[] = [];
  world.witness = listener(heard);
  for (let week = 0; week < WEEKS; week++) {
    world.week = week;
    if (week > 0) resetLedger(world.ledger);
    for (const phase of PHASES) {
      phase.run(world);
      for (const told of heard) {
        const show = (SHOWN[told.role] as Record<string, (world: World, row: number, told: Decision) => string>)[told.decision];
        seen.push({ told, shown: show?.(world, rowOf(world, told), told) ?? "" });
      }
      heard.length = 0;
    }
  }
  watched = hashWorld(world, 0);
});

describe.each(Object.entries(DECISIONS).flatMap(([role, of]) => Object.keys(of).map((name) => [role, name] as const)))(
  "%s: %s",
  (role, name) => {
    const own = () => seen.filter(({ told }) => told.role === role && told.decision === name);

    it("is told, and is what then happens", () => {
      expect(own().length).toBeGreaterThan(0);
      for (const { told, shown } of own()) expect({ uid: told.uid, does: shown }).toEqual({ uid: told.uid, does: told.chosen });
    });

    it("adds up", () => {
      for (const { options } of own().map(({ told }) => told)) {
        for (const { terms, total } of options.filter((one) => one.terms.length > 0)) {
          const sum = terms.reduce((all, { value }) => all + value, 0);
          expect(Math.abs(sum - total)).toBeLessThan(1e-9 * (1 + Math.abs(total)));
        }
      }
    });
  },
);

it.each(["passage", "journey", "vessel", "leg", "keeping"])(
  "%s: the largest sum was chosen, and the flips lead elsewhere",
  (name) => {
    const compared = seen.map(({ told }) => told).filter(({ decision, flips }) => decision === name && flips.length > 0);
    expect(compared.length).toBeGreaterThan(0);
    for (const { options, chosen, flips } of compared) {
      const best = options.reduce((a, b) => (b.total > a.total ? b : a));
      expect(best.name).toBe(chosen);
      for (const { option, change, to } of flips) {
        expect(to).not.toBe(chosen);
        expect(change < 0).toBe(option === chosen);
      }
    }
  },
);

it("gives chances that add up to one over the ways of a search", () => {
  const searches = seen.map(({ told }) => told).filter(({ decision }) => decision === "passage");
  for (const { options } of searches) {
    expect(options.reduce((sum, { chance }) => sum + (chance ?? Number.NaN), 0)).toBeCloseTo(1, 9);
  }
});

it("changes no bit of what happens", () => {
  const world = createWorld(model);
  for (let week = 0; week < WEEKS; week++) step(world, week);
  expect(watched).toBe(hashWorld(world, 0));
});
