/** 5f: capacity, and what of it can be used and seen this week. */
import { pow } from "../math.ts";
import { tell } from "../reasons/business.ts";
import type { Phase } from "../world/phase.ts";
import { clientClass, createTerms, serviceTerms } from "../world/services.ts";
import { isWatched } from "../world/witness.ts";
import type { World } from "../world/world.ts";

/** Larger smugglers are known to more, less than in proportion (model notes, section 2). */
const VISIBILITY_EXPONENT = 0.7;
const WEEKS_OF_CASH_TO_GROW = 4;

export const capacity: Phase = {
  name: "capacity",
  about: "capacity grows with use and profit and shrinks without; friction, services, season and closures limit what sails",
  equations: [
    "grows when use > `smugglers.capacity.upper`, capital > 4 weeks of full cost and profit > `smugglers.capacity.minimumReturn` · full cost, by min(capacity · `smugglers.capacity.growth` · (min(2, use) − upper), (capital − 4 weeks of cost)/`smugglers.capacity.seatCost`), up to `smugglers.capacity.largest` [assumed]",
    "shrinks when use < L = `smugglers.capacity.lower`: capacity′ = max(`smugglers.capacity.smallest`, capacity · (1 − `smugglers.capacity.decline` · (L − use)/L)) [assumed]",
    "available = capacity · (1 − friction) · services · load · season · `legs.*.capacity` · lever leg-capacity [own]",
    "visibility = available^0.7 · services · (1 − friction) · (`smugglers.listing.visibility` if listed under a known name) [assumed]",
  ],
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
  const before = c.capacity[row];
  const capital = c.capital[row];
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
  if (isWatched(world, "smuggler", c.uid[row])) tellCapacity(world, row, before, capital);
}

/** @param before,capital as they were: persons a week, USD */
function tellCapacity(world: World, row: number, before: number, capital: number): void {
  const p = world.model.smugglers.capacity;
  const c = world.smugglers.columns;
  const after = c.capacity[row];
  const fullCost = world.model.legs.cost[c.leg[row]] * before;
  tell(world, row, {
    decision: "capacity",
    rule: "Grows when use, cash and return are all above their lines; shrinks when use is below its line; else keeps its size.",
    unit: "persons a week",
    state: [
      { name: "use of its capacity (share)", value: c.utilisation[row] },
      { name: "grows when use is above", value: p.upper },
      { name: "shrinks when use is below", value: p.lower },
      { name: "capital before (USD)", value: capital },
      { name: "grows when capital is above (USD)", value: WEEKS_OF_CASH_TO_GROW * fullCost },
      { name: "grows when profit is above (USD/week)", value: p.minimumReturn * fullCost },
    ],
    before: `${before.toFixed(2)} persons a week`,
    chosen: `${after > before ? "grow to" : after < before ? "shrink to" : "keep"} ${after.toFixed(2)} persons a week`,
  });
}
