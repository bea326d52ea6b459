/** Why an enabler serves or refuses, asks what it asks, stays or leaves, taxes departures or stops them. */
import { feeOf } from "../world/services.ts";
import type { Decision, Fact } from "../world/witness.ts";
import type { World } from "../world/world.ts";

export const CLIENT_CLASSES = ["ordinary", "abusive", "listed"] as const;

function hear(world: World, row: number, decision: Omit<Decision, "role" | "uid">): void {
  world.witness?.hear({ role: "enabler", uid: world.enablers.columns.uid[row], ...decision });
}

function itself(world: World, row: number): Fact[] {
  const { labels, services } = world.model;
  const c = world.enablers.columns;
  return [
    { name: "service", value: labels.service[c.service[row]] },
    { name: "jurisdiction", value: labels.jurisdiction[c.jurisdiction[row]] },
    { name: "usual fee (USD/person)", value: c.fee[row] },
    { name: "income (USD/week)", value: c.income[row] },
    { name: "capital (USD)", value: c.capital[row] },
    { name: "exposure (share)", value: c.exposure[row] },
    { name: "lawful income at stake (share)", value: services.legitimate[c.service[row]] },
  ];
}

/** One class of client, as it was judged. Money in USD. */
export interface ClientReview {
  readonly class: number;
  /** believed listings per year for serving the class */
  readonly hazard: number;
  readonly loss: number;
  /** per person: what covers the risk */
  readonly premium: number;
  /** per person: risk above which it refuses */
  readonly line: number;
  /** A ban that it obeys, whatever it would earn. */
  readonly told: boolean;
  readonly refuses: boolean;
  readonly mayRefuse: boolean;
}

export function tellClients(world: World, row: number, review: ClientReview): void {
  const { unitsPerYear } = world.model.enablers;
  const { hazard, loss, premium, line, told, refuses } = review;
  const name = CLIENT_CLASSES[review.class] ?? "";
  const flips = world.model.mechanism["enabler-refusal"] && review.mayRefuse && !told;
  const change = line - premium;
  const same =
    loss > 0 ? [{ name: "per year of believed hazard of being listed for it", value: (change * unitsPerYear) / loss }] : [];
  hear(world, row, {
    decision: "clients",
    rule: "Refuses when the risk of serving costs more than it is willing to bear, or when it obeys a ban; ordinary clients are always served.",
    unit: "USD per person served",
    state: [
      ...itself(world, row),
      { name: "class of client", value: name },
      { name: "believed hazard of being listed for it (per year)", value: hazard },
      { name: "loss if listed (USD)", value: loss },
      { name: "obeys a ban on this class", value: told ? "yes" : "no" },
    ],
    options: [
      { name: `serve ${name} clients`, terms: [{ name: "risk of it", value: -premium }], total: -premium },
      { name: "refuse them", terms: [{ name: "most that it bears", value: -line }], total: -line },
    ],
    chosen: refuses ? `refuse ${name} clients` : `serve ${name} clients`,
    flips: flips ? [{ option: `serve ${name} clients`, change: -change, to: refuses ? "serve" : "refuse", same }] : [],
    flipsHold: flips ? "from the line of refusal, as the choice does" : "none: no risk alone changes this",
  });
}

/** What is asked of each class this week, once all have reviewed. */
export function tellFees(world: World, row: number): void {
  const c = world.enablers.columns;
  const classes = world.enablers.widths.premium;
  const asked = CLIENT_CLASSES.map((name, k) => ({
    name: `${name} clients`,
    fee: feeOf(world, row, k),
    premium: c.premium[row * classes + k],
  }));
  hear(world, row, {
    decision: "fee",
    rule: "The usual fee, dearer when more ask than it can serve; or, if that is more, the least it works for and what covers the risk.",
    unit: "USD per person served",
    state: [
      ...itself(world, row),
      { name: "least it works for (share of the fee)", value: world.model.enablers.reservation },
      { name: "could serve (persons/week)", value: world.model.services.capacity[c.service[row]] },
      ...asked.map(({ name, premium }) => ({ name: `covers the risk of ${name} (USD/person)`, value: premium })),
    ],
    options: [],
    chosen: asked.map(({ name, fee }) => `${fee.toFixed(2)} USD from ${name}`).join(", "),
    flips: [],
    flipsHold: "none: a fee follows from a sum, nothing is chosen between",
  });
}

/** Whether a listed enabler leaves. */
export function tellStaying(world: World, row: number, draw: number, line: number, leaves: boolean): void {
  hear(world, row, {
    decision: "staying",
    rule: "Leaves when its own draw, the same at every review, is below lawful income at stake times friction.",
    unit: "probability",
    state: [
      ...itself(world, row),
      { name: "friction (share)", value: world.enablers.columns.friction[row] },
      { name: "its draw", value: draw },
      { name: "leaves when the draw is below", value: line },
    ],
    options: [],
    chosen: leaves ? "leave" : "stay",
    flips: [{ option: "leave", change: draw - line, to: leaves ? "stay" : "leave", same: [] }],
    flipsHold: "as a change of the line below which it leaves",
  });
}

/** A protector's business; USD a week, advantage of stopping departures as a share of both. */
export interface ProtectionReview {
  readonly pay: number;
  readonly tax: number;
  readonly advantage: number;
  readonly taste: number;
  readonly before: number;
}

export function tellProtection(world: World, row: number, review: ProtectionReview): void {
  const { pay, tax, advantage, taste, before } = review;
  const worth = world.model.enablers.containSharpness * advantage;
  const total = worth + taste;
  const contains = world.enablers.columns.contains[row] === 1;
  const name = (stops: boolean) => (stops ? "stop departures" : "tax departures");
  const paid = pay > 0;
  hear(world, row, {
    decision: "protection",
    rule: paid
      ? "Stops departures when that is worth more, its own taste included."
      : "Taxes departures: nobody pays for stopping them.",
    unit: "logit units",
    state: [
      ...itself(world, row),
      { name: "paid for stopping departures (USD/week)", value: pay },
      { name: "earned by taxing them (USD/week)", value: tax },
    ],
    options: paid
      ? [
          {
            name: name(true),
            terms: [
              { name: "pay against tax, and habit", value: worth },
              { name: "permanent taste", value: taste },
            ],
            total,
          },
          { name: name(false), terms: [], total: 0 },
        ]
      : [],
    before: name(before === 1),
    chosen: name(contains),
    flips: paid ? [{ option: name(true), change: -total, to: name(!contains), same: [] }] : [],
    flipsHold: paid ? "from the sum, as the choice does" : "none: there was nothing to choose",
  });
}
