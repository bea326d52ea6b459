/** 5g: listed and unlisted smugglers may move their home, their leg, or take a new name. */
import { logistic } from "../math.ts";
import { gumbel } from "../random/distribution.ts";
import { stream, uniform } from "../random/stream.ts";
import { compare, drawn, sumOf, tell } from "../reasons/business.ts";
import { WEEKS_PER_YEAR } from "../units.ts";
import { closeCell } from "../world/cells.ts";
import { fleetOf } from "../world/fleet.ts";
import { actorName } from "../world/identity.ts";
import type { Phase } from "../world/phase.ts";
import { atStake, believedHazard } from "../world/risk.ts";
import { type Fact, isWatched, type Option } from "../world/witness.ts";
import { keyFor, levelOf, report, type World } from "../world/world.ts";

const HOME = stream("moving home");
const NAME = stream("taking a new name");
const LEG_MOVE = stream("moving to another leg");
const HALF = 0.5;

export const moves: Phase = {
  name: "moves",
  about:
    "home out of reach if the believed loss there is smaller by more than the cost; new names; other legs with better returns",
  equations: [
    "home: gain_j = risk · stake · (reach_home − reach_j), risk the believed hazard or 1 if listed, reach the mean of freeze and travel with lever reach; cost_j = `jurisdictions.*.relocationCost` · capital [assumed]",
    "stake = exposure · capital + `smugglers.listing.friction` · (f + (1 − f) · exposure) · 52 · profit · `smugglers.listing.horizon`, f = `smugglers.listing.frictionWithoutAssets` @world/risk.ts [assumed]",
    "moves to the j with the largest gain − cost > 0 with probability ½ logistic((gain − cost)/(½ cost + 1000)); bounds and friction shrink by min(1, reach_j/reach_home) [assumed]",
    "new name: with probability `smugglers.listing.rebrandHazard` a week while ½ · 52 · friction · profit > `smugglers.listing.rebrandCost` · capital; friction · `smugglers.listing.rebrandFriction`, what communities know · `smugglers.listing.rebrandMemory` [assumed]",
    "leg: the largest `smugglers.moves.legSharpness` · returns + G(i, leg) among legs of the jurisdiction with returns · (1 − `smugglers.moves.legCost`) > returns here; costs `smugglers.moves.legCost` of capital [random utility, permanent tastes; assumed]",
  ],
  writes: [
    "smugglers.home",
    "smugglers.moved",
    "smugglers.capital",
    "smugglers.bindFreeze",
    "smugglers.bindTravel",
    "smugglers.friction",
    "smugglers.hidden",
    "smugglers.heardTrips",
    "smugglers.heardAbuse",
    "smugglers.clients",
    "smugglers.leg",
    "smugglers.vessel",
    "smugglers.price",
    "smugglers.provider",
    "smugglers.partner",
    "smugglers.assessedWeek",
    "smugglers.cellTrips",
    "smugglers.cellHarm",
    "smugglers.cellSeen",
  ],
  streams: [HOME, NAME, LEG_MOVE],
  run(world) {
    const { model } = world;
    const c = world.smugglers.columns;
    const { homeReviewWeeks, legReviewWeeks } = model.smugglers.moves;
    const hazard = new Float64Array(model.levels.count);
    for (const row of world.active) {
      if (model.mechanism.relocation && (world.week + c.uid[row]) % homeReviewWeeks === 0) moveHome(world, row, hazard);
      if (model.mechanism.rebranding && c.friction[row] > 0 && c.hidden[row] === 0) rename(world, row);
      if (model.mechanism["leg-moves"] && (world.week + c.uid[row]) % legReviewWeeks === 0) moveLeg(world, row);
    }
  },
};

/** Reach of listings into a home: the mean of freeze and travel, with what coordination adds. */
function reachAt(world: World, j: number): number {
  const { reachFreeze, reachTravel } = world.model.jurisdictions;
  const added = world.levers.reach[j];
  const base = HALF * (reachFreeze[j] + reachTravel[j]);
  return base + added - base * added;
}

function moveHome(world: World, row: number, hazard: Float64Array): void {
  const { model } = world;
  const c = world.smugglers.columns;
  believedHazard(world, row, hazard);
  const home = c.home[row];
  const stake = atStake(world, row);
  const risk = c.listedBy[row] !== 0 ? 1 : hazard[levelOf(model, c.trailSeverity[row])];
  let best = home;
  let most = 0;
  const watched = isWatched(world, "smuggler", c.uid[row]);
  const weighed: Option[] = [{ name: `stay in ${model.labels.jurisdiction[home]}`, terms: [], total: 0 }];
  for (let j = 0; j < model.jurisdictions.count; j++) {
    if (j === home || model.jurisdictions.home[j] === 0) continue;
    const gain = risk * stake * (reachAt(world, home) - reachAt(world, j));
    const cost = model.jurisdictions.relocationCost[j] * Math.max(0, c.capital[row]);
    const net = gain - cost;
    if (watched) weighed.push(homeOption(world, j, gain, cost));
    if (net > most) {
      most = net;
      best = j;
    }
  }
  if (best === home) {
    if (watched) tellHome(world, row, weighed, "stay", []);
    return;
  }
  const cost = model.jurisdictions.relocationCost[best] * Math.max(0, c.capital[row]);
  const chance = HALF * logistic(most / (HALF * cost + 1000));
  const draw = uniform(keyFor(world, HOME), c.uid[row], 0, world.week, 0);
  if (watched) {
    const chosen = draw < chance ? `move to ${model.labels.jurisdiction[best]}` : "stay, though a move would pay";
    tellHome(world, row, weighed, chosen, drawn("moving", chance, draw));
  }
  if (draw >= chance) return;
  c.capital[row] -= cost;
  world.ledger.total.moveCosts += cost;
  world.ledger.total.homeMoves++;
  rescaleBinds(world, row, home, best);
  c.home[row] = best;
  c.moved[row] = world.week + 1;
  report(world, {
    event: "moved home",
    role: "smuggler",
    actor: actorName(c.uid[row]),
    place: model.labels.jurisdiction[best],
    authority: "",
    cause: c.listedBy[row] !== 0 ? "listed" : "fear of listing",
    value: cost,
  });
}

function homeOption(world: World, j: number, gain: number, cost: number): Option {
  return sumOf(`move to ${world.model.labels.jurisdiction[j]}`, [
    { name: "believed loss spared", value: gain },
    { name: "cost of moving", value: -cost },
  ]);
}

function tellHome(world: World, row: number, options: readonly Option[], chosen: string, state: readonly Fact[]): void {
  tell(world, row, {
    decision: "home",
    rule: "Looks at the home with the largest total, and moves there with a chance that grows with it.",
    unit: "USD",
    state,
    options,
    chosen,
    flipsHold: "none: a draw decides whether it moves; the home looked at is the one with the largest total",
  });
}

/** Measures in force bind by the reach into the new home. */
function rescaleBinds(world: World, row: number, from: number, to: number): void {
  const c = world.smugglers.columns;
  const before = reachAt(world, from);
  const ratio = before > 0 ? Math.min(1, reachAt(world, to) / before) : 1;
  c.bindFreeze[row] *= ratio;
  c.bindTravel[row] *= ratio;
  c.friction[row] *= ratio;
}

function rename(world: World, row: number): void {
  const { model } = world;
  const c = world.smugglers.columns;
  const p = model.smugglers.listing;
  const halfYear = WEEKS_PER_YEAR * HALF;
  const cost = p.rebrandCost * Math.max(0, c.capital[row]);
  const gain = c.friction[row] * Math.max(0, c.profit[row]) * halfYear;
  const draw = uniform(keyFor(world, NAME), c.uid[row], 0, world.week, 0);
  const renames = gain > cost && draw < p.rebrandHazard;
  if (isWatched(world, "smuggler", c.uid[row]))
    tellName(world, row, gain, cost, drawn("it where it pays", p.rebrandHazard, draw), renames);
  if (!renames) return;
  c.capital[row] -= cost;
  world.ledger.total.moveCosts += cost;
  world.ledger.total.rebrandings++;
  c.friction[row] *= p.rebrandFriction;
  c.hidden[row] = 1;
  const communities = model.communities.count;
  for (let k = row * communities; k < (row + 1) * communities; k++) {
    c.heardTrips[k] *= p.rebrandMemory;
    c.heardAbuse[k] *= p.rebrandMemory;
    c.clients[k] *= p.rebrandMemory;
  }
  const authorities = model.authorities.count;
  c.assessedWeek.fill(0, row * authorities, (row + 1) * authorities);
  report(world, {
    event: "took a new name",
    role: "smuggler",
    actor: actorName(c.uid[row]),
    place: model.labels.leg[c.leg[row]],
    authority: "",
    cause: "listed",
    value: cost,
  });
}

function tellName(world: World, row: number, gain: number, cost: number, state: readonly Fact[], renames: boolean): void {
  tell(world, row, {
    decision: "name",
    rule: "Takes a new name by a draw, in weeks in which half a year of friction would cost more than the change.",
    unit: "USD",
    state,
    options: [
      sumOf("take a new name", [
        { name: "half a year of friction", value: gain },
        { name: "cost of it", value: -cost },
      ]),
    ],
    chosen: renames ? "take a new name" : "keep the name",
  });
}

/** Another leg from the same jurisdiction, by smoothed returns; a permanent taste and a cost keep most where they are. */
function moveLeg(world: World, row: number): void {
  const { model } = world;
  const c = world.smugglers.columns;
  const { legCost, legSharpness } = model.smugglers.moves;
  const { returns } = world.legs.columns;
  const key = keyFor(world, LEG_MOVE);
  const here = c.leg[row];
  const taste = (leg: number) => gumbel(uniform(key, c.uid[row], leg, 0, 0));
  const score = (leg: number) => legSharpness * returns[leg] + taste(leg);
  let best = here;
  let most = score(here);
  const weighed = isWatched(world, "smuggler", c.uid[row]) ? [here] : undefined;
  for (let leg = 0; leg < model.legs.count; leg++) {
    if (leg === here || model.legs.jurisdiction[leg] !== model.legs.jurisdiction[here]) continue;
    if (returns[leg] * (1 - legCost) <= returns[here]) continue;
    const value = score(leg);
    weighed?.push(leg);
    if (value > most) {
      most = value;
      best = leg;
    }
  }
  if (weighed) {
    const options = weighed.map((leg) =>
      sumOf(model.labels.leg[leg], [
        { name: "returns", value: legSharpness * returns[leg] },
        { name: "permanent taste", value: taste(leg) },
      ]),
    );
    tell(world, row, {
      decision: "leg",
      rule: "The largest total wins, among legs from the same jurisdiction whose returns pay for the move.",
      unit: "logit units",
      options,
      before: model.labels.leg[here],
      chosen: model.labels.leg[best],
      ...compare(options),
    });
  }
  if (best === here) return;
  const cost = legCost * Math.max(0, c.capital[row]);
  c.capital[row] -= cost;
  world.ledger.total.moveCosts += cost;
  world.ledger.total.legMoves++;
  closeCell(world, row);
  c.leg[row] = best;
  c.vessel[row] = fleetOf(model, best, world.week)[0];
  c.price[row] = world.legs.columns.meanPrice[best];
  c.provider.fill(0, row * model.services.count, (row + 1) * model.services.count);
  c.partner.fill(0, row * world.smugglers.widths.partner, (row + 1) * world.smugglers.widths.partner);
  report(world, {
    event: "moved to another leg",
    role: "smuggler",
    actor: actorName(c.uid[row]),
    place: model.labels.leg[best],
    authority: "",
    cause: "returns",
    value: cost,
  });
}
