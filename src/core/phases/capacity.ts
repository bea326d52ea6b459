/** 5f: capacity, and what of it can be used and seen this week. */
import { pow } from "../math.ts";
import type { Phase } from "../world/phase.ts";
import { clientClass, createTerms, serviceTerms } from "../world/services.ts";
import type { World } from "../world/world.ts";

/** Larger smugglers are known to more, less than in proportion (model notes, section 2). */
const VISIBILITY_EXPONENT = 0.7;
const WEEKS_OF_CASH_TO_GROW = 4;

export const capacity: Phase = {
  name: "capacity",
  about: "capacity grows with use and profit and shrinks without; friction, services, season and closures limit what sails",
  writes: ["smugglers.capacity", "smugglers.capital", "smugglers.available", "smugglers.visibility"],
  streams: [],
  run(world) {
    const { model } = world;
    const c = world.smugglers.columns;
    const terms = createTerms();
    const { listing } = model.smugglers;
    for (const row of world.active) {
      if (model.mechanism["capacity-adjustment"]) resize(world, row);
      const leg = c.leg[row];
      const at = leg * model.calendar.weeks + world.week;
      serviceTerms(world, row, clientClass(world, row), terms);
      const season = model.mechanism.season ? model.legs.season[at] : 1;
      c.available[row] =
        c.capacity[row] *
        (1 - c.friction[row]) *
        terms.capacity *
        c.load[row] *
        season *
        model.legs.capacity[at] *
        world.levers["leg-capacity"][leg];
      const listed = c.listedBy[row] !== 0 && c.hidden[row] === 0;
      c.visibility[row] =
        c.available[row] > 0
          ? pow(c.available[row], VISIBILITY_EXPONENT) *
            terms.visibility *
            (1 - c.friction[row]) *
            (listed ? listing.visibility : 1)
          : 0;
    }
  },
};

function resize(world: World, row: number): void {
  const p = world.model.smugglers.capacity;
  const c = world.smugglers.columns;
  const unitCost = world.model.legs.cost[c.leg[row]];
  const fullCost = unitCost * c.capacity[row];
  const use = c.utilisation[row];
  if (use > p.upper && c.capital[row] > WEEKS_OF_CASH_TO_GROW * fullCost && c.profit[row] > p.minimumReturn * fullCost) {
    const wished = c.capacity[row] * p.growth * (Math.min(2, use) - p.upper);
    const affordable = p.seatCost > 0 ? (c.capital[row] - WEEKS_OF_CASH_TO_GROW * fullCost) / p.seatCost : wished;
    const added = Math.max(0, Math.min(wished, affordable, p.largest - c.capacity[row]));
    c.capacity[row] += added;
    c.capital[row] -= added * p.seatCost;
    world.ledger.total.invested += added * p.seatCost;
  } else if (use < p.lower && p.lower > 0) {
    c.capacity[row] = Math.max(p.smallest, c.capacity[row] * (1 - (p.decline * (p.lower - use)) / p.lower));
  }
}
