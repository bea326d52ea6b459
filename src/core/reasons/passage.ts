/** Why somebody who looks for a passage takes an offer, waits, works, settles or turns back; and whether there was a seat. */
import { exp, log } from "../math.ts";
import { actorName } from "../world/identity.ts";
import type { Offers } from "../world/marketplace.ts";
import { createOfferParts, partsOfOffer } from "../world/offers.ts";
import { isFollowed, means } from "../world/person.ts";
import type { Option } from "../world/witness.ts";
import type { World } from "../world/world.ts";
import { type Change, flipsOf, largest } from "./flips.ts";

/** One offer as the person weighed it, utils. */
export interface WeighedOffer {
  readonly offer: number;
  readonly fare: number;
  /** Fare, debts included, against means. */
  readonly burden: number;
  readonly noise: number;
  readonly utility: number;
}

/** What else it could do, utils; minus infinity for what it could not. */
export interface Alternatives {
  readonly wait: number;
  readonly work: number;
  readonly settle: number;
  readonly back: number;
}

/** What a person hears of, filled in while it weighs. */
export interface SearchAccount {
  readonly weighed: WeighedOffer[];
  /** Offers that it cannot pay for, even with loans. */
  beyondMeans: number;
}

const KINDS = ["wait", "work", "settle", "back"] as const;

/** @param taken number of the offer taken, -1 for none @param done what it did otherwise */
export function tellPassage(
  world: World,
  row: number,
  offers: Offers,
  account: SearchAccount,
  other: Alternatives,
  taken: number,
): void {
  const { model } = world;
  const { communities, nodes, migrants: p } = model;
  const c = world.migrants.columns;
  const can = means(world, c.cash[row], c.credit[row]);
  const names = { wait: "wait", work: "work here", settle: "settle here", back: backName(world, row) };
  const possible = KINDS.filter((kind) => other[kind] > Number.NEGATIVE_INFINITY);
  const ways = [
    ...account.weighed.map((one) => offerOf(world, row, offers, one)),
    ...possible.map((kind): Option => ({ name: names[kind], terms: [], total: other[kind] })),
  ];
  const chances = chancesOf(account.weighed, Math.max(...possible.map((kind) => other[kind])), p.choiceNoise);
  const best = largest(Float64Array.from(possible, (kind) => other[kind]));
  const options = ways.map((way, i) => {
    const o = i - account.weighed.length;
    return { ...way, chance: o < 0 ? (chances.offers[i] ?? 0) : o === best ? chances.none : 0 };
  });
  const totals = Float64Array.from(options, ({ total }) => total);
  const index = taken < 0 ? account.weighed.length + best : account.weighed.findIndex(({ offer }) => offer === taken);
  world.witness?.hear({
    role: "migrant",
    uid: c.uid[row],
    decision: "passage",
    rule: "The largest total wins; the taste of each offer is drawn anew for every search.",
    unit: "utils",
    state: [
      { name: "community", value: model.labels.community[c.community[row]] },
      { name: "place", value: model.labels.node[c.node[row]] },
      { name: "destination", value: model.labels.node[communities.destination[c.community[row]]] },
      { name: "savings (USD)", value: c.cash[row] },
      { name: "means with kin's help (USD)", value: can },
      { name: "risk aversion (1 = usual)", value: c.risk[row] },
      { name: "offers at this place", value: offers.count },
      { name: "offers heard of", value: account.weighed.length + account.beyondMeans },
      { name: "of these beyond its means", value: account.beyondMeans },
      { name: "fruitless searches in a row", value: c.tries[row] },
      { name: "patience (searches)", value: p.patience },
      { name: "work to be had here", value: nodes.work[c.node[row]] === 1 ? "yes" : "no" },
    ],
    options,
    chosen: options[index]?.name ?? "",
    flips: flipsOf(
      totals,
      largest,
      options.map(({ name }) => name),
      (change) => inFares(account.weighed, change, p.price / can, can),
    ),
    flipsHold: "found by comparing totals, as the choice does, with every taste as it was drawn",
  });
}

/** Where turning back leads. */
function backName(world: World, row: number): string {
  const c = world.migrants.columns;
  return c.node[row] === world.model.communities.origin[c.community[row]] ? "stay at home" : "turn back";
}

function offerOf(world: World, row: number, offers: Offers, { offer, fare, burden, noise, utility }: WeighedOffer): Option {
  const c = world.migrants.columns;
  const smuggler = offers.row[offer];
  const parts = createOfferParts();
  partsOfOffer(world, smuggler, c.community[row], parts);
  const risk = c.risk[row];
  const leg = world.model.labels.leg[offers.leg[offer]];
  return {
    name: `${actorName(world.smugglers.columns.uid[smuggler])} on ${leg}, ${fare} USD`,
    terms: [
      { name: "what lies beyond", value: parts.beyond },
      { name: "fear of being stopped", value: -parts.stops },
      { name: "time", value: -parts.time },
      { name: "familiarity", value: parts.familiar },
      { name: "fare against means", value: -burden },
      { name: "believed danger", value: -risk * parts.danger },
      { name: "believed abuse", value: -risk * parts.abuse },
      { name: "taste of this search", value: noise },
    ],
    total: utility,
  };
}

/**
 * Chances over the tastes of one search, offers heard as they were: with Gumbel tastes the best offer and its worth are
 * independent, so that softmax shares are what is left after the chance that nothing heard beats the best alternative.
 */
export function chancesOf(weighed: readonly WeighedOffer[], other: number, spread: number): { offers: number[]; none: number } {
  if (weighed.length === 0) return { offers: [], none: 1 };
  if (!(spread > 0)) {
    const best = largest(Float64Array.from(weighed, ({ utility }) => utility));
    const wins = (weighed[best]?.utility ?? Number.NEGATIVE_INFINITY) >= other;
    return { offers: weighed.map((_, i) => (wins && i === best ? 1 : 0)), none: wins ? 0 : 1 };
  }
  const scaled = weighed.map(({ utility, noise }) => (utility - noise) / spread);
  const top = Math.max(...scaled);
  const sum = scaled.reduce((all, one) => all + exp(one - top), 0);
  const none = exp(-exp(Math.min(MOST, top + log(sum) - other / spread)));
  return { offers: scaled.map((one) => ((1 - none) * exp(one - top)) / sum), none };
}
const MOST = 50;

/** A change of an offer's worth as a change of its fare, where the fare is and stays within the person's own means. */
function inFares(weighed: readonly WeighedOffer[], { option, change }: Change, utilsPerUsd: number, can: number) {
  const one = weighed[option];
  if (one === undefined || !(utilsPerUsd > 0) || one.fare > can) return [];
  const dearer = -change / utilsPerUsd;
  const fare = one.fare + dearer;
  return fare >= 0 && fare <= can ? [{ name: "USD of its fare", value: dearer }] : [];
}

const PAYERS = ["own means and kin", "a lender", "the smuggler, as debt"] as const;

/** Tells of the seats granted since so many had boarded. */
export function tellSeats(world: World, boarded: number): void {
  const { boarding: b } = world;
  const s = world.smugglers.columns;
  for (let i = boarded; i < b.count; i++) {
    if (!isFollowed(world, b.migrant[i])) continue;
    const smuggler = b.smuggler[i];
    tell(world, b.migrant[i], `a seat with ${actorName(s.uid[smuggler])}`, [
      { name: "leg", value: world.model.labels.leg[s.leg[smuggler]] },
      { name: "fare (USD)", value: b.fare[i] },
      { name: "paid by", value: PAYERS[b.payment[i]] ?? "" },
    ]);
  }
}

export function tellNoSeat(world: World, migrant: number): void {
  const { patience, retryWeeks } = world.model.migrants;
  tell(world, migrant, "no seat", [
    { name: "fruitless searches before", value: world.migrants.columns.tries[migrant] },
    { name: "patience (searches)", value: patience },
    { name: "tries again after (weeks)", value: retryWeeks },
  ]);
}

function tell(world: World, migrant: number, chosen: string, state: readonly { name: string; value: number | string }[]): void {
  world.witness?.hear({
    role: "migrant",
    uid: world.migrants.columns.uid[migrant],
    decision: "seat",
    rule: "When more apply than there are seats, each applicant's own draw is its place in the queue; then second choices.",
    unit: "",
    state,
    options: [],
    chosen,
    flips: [],
    flipsHold: "none: a place in a queue is drawn, not chosen",
  });
}
