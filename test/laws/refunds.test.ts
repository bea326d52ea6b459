/** A fare held until arrival is lost once when a trip is stopped: by not arriving, with no refund on top. */
import { expect, it } from "vitest";
import { step } from "../../src/core/run.ts";
import { createWorld } from "../../src/core/world/create.ts";
import { CLEAN, createTerms, serviceTerms } from "../../src/core/world/services.ts";
import { arrivalOf, createTrip, presentTrip } from "../../src/core/world/trip.ts";
import { frozenEcosystem, modelOf } from "./world.ts";

/** Boats that make one trip are lost in any case, so that what an interception costs is fares only. */
const ONE_TRIP = Object.fromEntries(Object.keys(frozenEcosystem().vessels).map((name) => [name, { trips: 1 }]));

/** Of each smuggler: the part of a fare that it expects to lose on one more passenger, and how likely that one does not arrive. */
function losses(refund: number) {
  const ecosystem = frozenEcosystem({ smugglers: { operations: { refund } }, vessels: ONE_TRIP });
  const world = createWorld(modelOf({ ecosystem }));
  step(world, 0);
  const [terms, trip] = [createTerms(), createTrip()];
  return [...world.active].map((row) => {
    serviceTerms(world, row, CLEAN, terms);
    presentTrip(world, row, terms, trip);
    const missed = 1 - arrivalOf(trip);
    return {
      escrow: terms.escrow,
      missed,
      lost: trip.interceptionLoss / world.smugglers.columns.price[row] + (terms.escrow ? missed : 0),
    };
  });
}

it.each([0, 0.5, 1])("held until arrival, it is what does not arrive, with %d refunded of other fares", (refund) => {
  const held = losses(refund).filter(({ escrow }) => escrow);
  expect(held.length).toBeGreaterThan(0);
  for (const { lost, missed } of held) expect(lost).toBeCloseTo(missed, 12);
});

it("paid at once, it is what is refunded of the stopped", () => {
  const [none, all] = [0, 1].map((refund) => losses(refund).filter(({ escrow }) => !escrow));
  expect(none?.every(({ lost }) => lost === 0)).toBe(true);
  expect(all?.some(({ lost, missed }) => lost > 0 && lost <= missed + 1e-12)).toBe(true);
});
