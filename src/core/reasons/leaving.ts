/** Why somebody leaves home or stays, and why a worker at a hub goes home, settles, goes on or keeps working. */
import { dearness, fearAhead } from "../world/person.ts";
import type { Fact, Option } from "../world/witness.ts";
import type { World } from "../world/world.ts";
import { flipsOf, largest } from "./flips.ts";

/** Somebody at home who weighs the journey against staying. */
export interface JourneyReview {
  readonly onward: number;
  readonly stay: number;
  readonly can: number;
  /** Chance of a legal place this week, and the draw for it; NaN when there was none to be had. */
  readonly legalChance: number;
  readonly legalDraw: number;
  readonly chosen: "go legally" | "leave" | "stay";
}

export function tellJourney(world: World, row: number, review: JourneyReview): void {
  const { model, levers } = world;
  const c = world.migrants.columns;
  const k = c.community[row];
  const options: Option[] = [
    onwardOption(world, row, "leave", review.onward, review.can),
    {
      name: "stay",
      terms: [
        { name: "worth of staying in the community", value: model.communities.reservation[k] },
        { name: "moved by policy and shocks", value: levers.stay[k] },
        { name: "own taste for staying", value: c.stayTaste[row] },
      ],
      total: review.stay,
    },
  ];
  const legal = review.chosen === "go legally";
  world.witness?.hear({
    role: "migrant",
    uid: c.uid[row],
    decision: "journey",
    rule: "A legal place is taken when one is drawn; else the larger total wins. Nothing else is drawn: tastes are permanent.",
    unit: "utils",
    state: [
      ...person(world, row, review.can),
      ...(Number.isNaN(review.legalDraw) ? [] : lottery("a legal place", review.legalChance, review.legalDraw)),
      { name: "has considered it for (weeks)", value: world.week - c.since[row] },
      { name: "considers it for at most (weeks)", value: model.migrants.considerationWeeks },
    ],
    options,
    chosen: review.chosen,
    flips: legal ? [] : compare(options),
    flipsHold: legal ? "none: a legal place was drawn" : "found by comparing totals, as the choice does",
  });
}

/** A worker at a hub: three chances, then a comparison. */
export interface WorkReview {
  readonly onward: number;
  readonly work: number;
  readonly can: number;
  readonly earned: number;
  readonly home: { readonly chance: number; readonly draw: number };
  readonly settle: { readonly chance: number; readonly draw: number };
  readonly retry: { readonly chance: number; readonly draw: number };
  readonly chosen: "go home" | "settle" | "look for a passage" | "keep working";
}

export function tellWork(world: World, row: number, review: WorkReview): void {
  const { model } = world;
  const c = world.migrants.columns;
  const { onward, work, home, settle, retry, chosen } = review;
  const left = (1 - home.chance) * (1 - settle.chance);
  const goesOn = onward > work ? 1 : Math.min(1, retry.chance);
  const options: Option[] = [
    { ...onwardOption(world, row, "look for a passage", onward, review.can), chance: left * goesOn },
    {
      name: "keep working",
      terms: [
        { name: "worth of working here", value: model.nodes.workValue[c.node[row]] },
        { name: "own taste for settling", value: c.settleTaste[row] },
      ],
      total: work,
      chance: left * (1 - goesOn),
    },
  ];
  const compared = (chosen === "keep working" || chosen === "look for a passage") && retry.draw >= retry.chance;
  world.witness?.hear({
    role: "migrant",
    uid: c.uid[row],
    decision: "work",
    rule: "Three draws first: for going home, settling and trying again whatever it is worth; else the larger total wins.",
    unit: "utils",
    state: [
      ...person(world, row, review.can),
      { name: "saved since the last review (USD)", value: review.earned },
      ...lottery("going home", home.chance, home.draw),
      ...lottery("settling", settle.chance, settle.draw),
      ...lottery("trying again", retry.chance, retry.draw),
    ],
    options,
    chosen,
    flips: compared ? compare(options) : [],
    flipsHold: compared ? "found by comparing totals, as the choice does, with the draws as they were" : "none: a draw decided",
  });
}

function onwardOption(world: World, row: number, name: string, total: number, can: number): Option {
  const c = world.migrants.columns;
  const [node, k] = [c.node[row], c.community[row]];
  return {
    name,
    terms: [
      {
        name: "value of the ways onward to the community",
        value: world.places.columns.value[node * world.model.communities.count + k],
      },
      { name: "fares against own means", value: dearness(world, node, k, can) },
      { name: "own fear of danger and abuse", value: -fearAhead(world, node, k, c.risk[row]) },
    ],
    total,
  };
}

function person(world: World, row: number, can: number): Fact[] {
  const { labels, communities } = world.model;
  const c = world.migrants.columns;
  return [
    { name: "community", value: labels.community[c.community[row]] },
    { name: "place", value: labels.node[c.node[row]] },
    { name: "destination", value: labels.node[communities.destination[c.community[row]]] },
    { name: "savings (USD)", value: c.cash[row] },
    { name: "means with kin's help (USD)", value: can },
    { name: "risk aversion (1 = usual)", value: c.risk[row] },
  ];
}

const lottery = (what: string, chance: number, draw: number): Fact[] => [
  { name: `chance of ${what}`, value: chance },
  { name: `draw for ${what}: below the chance it happens`, value: draw },
];

function compare(options: readonly Option[]) {
  return flipsOf(
    Float64Array.from(options, ({ total }) => total),
    largest,
    options.map(({ name }) => name),
  );
}
