/**
 * Goldens of what a witness is told: every decision of everybody in the busy corridor for some weeks, one hash for each kind of decision.
 * Words, terms, draws and what would have flipped a choice are all in it. Written anew as those of `small.test.ts` are.
 */
import { createHash, type Hash } from "node:crypto";
import { expect, it } from "vitest";
import { step } from "../../src/core/run.ts";
import { createWorld } from "../../src/core/world/create.ts";
import { DECISIONS } from "../../src/core/world/witness.ts";
import { BUSY, BUSY_STRATEGY } from "../laws/busy-world.ts";
import { frozenEcosystem, modelOf } from "../laws/world.ts";

const WEEKS = 30;
const settings = { warmupWeeks: 4, scale: 50 };

function hashesOfDecisions(): ReadonlyMap<string, string> {
  const world = createWorld(modelOf({ ecosystem: frozenEcosystem(BUSY), instruments: BUSY_STRATEGY, settings, seed: "golden" }));
  const told = new Map<string, Hash>();
  world.witness = {
    sees: () => true,
    hear(decision) {
      const kind = `${decision.role} ${decision.decision}`;
      const hash = told.get(kind) ?? createHash("sha256");
      told.set(kind, hash.update(JSON.stringify(decision)));
    },
    lose: () => undefined,
  };
  for (let week = 0; week < WEEKS; week++) step(world, week);
  return new Map([...told].map(([kind, hash]) => [kind, hash.digest("hex").slice(0, 12)]));
}

const KINDS = Object.entries(DECISIONS).flatMap(([role, decisions]) => Object.keys(decisions).map((name) => `${role} ${name}`));

it("are told of every kind of decision, in the same words and numbers", () => {
  const found = hashesOfDecisions();
  expect([...found.keys()].sort()).toEqual(KINDS.sort());
  expect(Object.fromEntries(KINDS.map((kind) => [kind, found.get(kind)]))).toMatchSnapshot();
});
