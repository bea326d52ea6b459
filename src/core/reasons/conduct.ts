/** Why a smuggler treats passengers as it does. */
import { WEEKS_PER_YEAR } from "../units.ts";
import type { ConductReview, ConductRule } from "../world/behaviour.ts";
import { assessedAs, type ConductScores, TERMS } from "../world/conduct-score.ts";
import { believedHazard, lossIfListed } from "../world/risk.ts";
import type { Fact, Term } from "../world/witness.ts";
import type { World } from "../world/world.ts";
import { type Change, flipsOf } from "./flips.ts";

/** Tells the witness of a review as the rule saw it. */
export function tellConduct(world: World, row: number, rule: ConductRule, review: ConductReview, scores: ConductScores): void {
  const { model } = world;
  const { conductReview: p } = model.smugglers;
  const chosen = rule.choose(review);
  const possible = Array.from({ length: scores.options }, (_, o) => o).filter(
    (o) => scores.utility[o] > Number.NEGATIVE_INFINITY,
  );
  const names = Array.from({ length: scores.options }, (_, o) => nameOf(world, o));
  const utility = Float64Array.from(review.utility);
  const choose = (utilities: Float64Array) => rule.choose({ ...review, utility: utilities });
  const flips = flipsOf(utility, choose, names, (change) => inOtherUnits(world, row, change));
  world.witness?.hear({
    role: "smuggler",
    uid: world.smugglers.columns.uid[row],
    decision: "conduct",
    rule: `${rule.kind}. ${rule.about}`,
    unit: "logit units: sharpness times share of full revenue",
    state: [...stateOf(world, row), ...peerOf(world, review)],
    options: possible.map((o) => ({
      name: names[o] ?? "",
      terms: [
        ...TERMS.map((name, i) => ({ name, value: p.sharpness * scores.terms[o * TERMS.length + i] })),
        { name: "permanent taste", value: scores.permanent[o] },
        { name: "taste of this review", value: scores.fresh[o] },
      ],
      total: scores.utility[o] + scores.permanent[o] + scores.fresh[o],
    })),
    before: nameOf(world, review.current),
    chosen: nameOf(world, chosen),
    flips,
    flipsHold:
      flips.length > 0
        ? `found by asking the rule ${rule.kind} itself, tastes and everything else as they were`
        : `none: under the rule ${rule.kind} no change of one sum alone changes this choice`,
  });
}

function nameOf(world: World, option: number): string {
  return `${world.model.labels.level[option >> 1]}${(option & 1) === 1 ? ", concealed" : ""}`;
}

function stateOf(world: World, row: number): Fact[] {
  const { model } = world;
  const s = world.smugglers.columns;
  const hazard = new Float64Array(model.levels.count);
  believedHazard(world, row, hazard);
  return [
    { name: "leg", value: model.labels.leg[s.leg[row]] },
    { name: "home", value: model.labels.jurisdiction[s.home[row]] },
    { name: "capacity (persons/week)", value: s.capacity[row] },
    { name: "fare (USD)", value: s.price[row] },
    { name: "demand (persons/week)", value: s.demand[row] },
    { name: "profit (USD/week)", value: s.profit[row] },
    { name: "capital (USD)", value: s.capital[row] },
    { name: "exposure (share)", value: s.exposure[row] },
    { name: "loss if listed (USD)", value: lossOf(world, row) },
    { name: "learned elasticity", value: s.elasticity[row] },
    ...model.labels.level.map((level, l) => ({ name: `believed hazard, ${level} (per year)`, value: hazard[l] })),
  ];
}

/** Whom it could copy, when its rule looks at others. */
function peerOf(world: World, review: ConductReview): Fact[] {
  if (review.peer === undefined) return [];
  const { conduct, profit, own, mood, copiesBelow } = review.peer;
  return [
    { name: "conduct of the most profitable peer seen", value: conduct < 0 ? "nobody seen" : nameOf(world, conduct) },
    { name: "its profit per seat (USD/week)", value: profit },
    { name: "own profit per seat (USD/week)", value: own },
    { name: "draw of its mood, 0..1", value: mood },
    { name: "copies when the draw is below", value: copiesBelow },
  ];
}

function lossOf(world: World, row: number): number {
  return world.model.mechanism["perceived-risk"] ? lossIfListed(world, row) : 0;
}

/** What one option's change means in revenue, and in fear of being listed where that alone could bring it about. */
function inOtherUnits(world: World, row: number, { option, change, to }: Change): Term[] {
  const { conductReview: p, perceivedRisk } = world.model.smugglers;
  if (!(p.sharpness > 0)) return [];
  const s = world.smugglers.columns;
  const full = (s.available[row] > 0 ? s.available[row] : s.capacity[row]) * s.price[row];
  const share = change / p.sharpness;
  const same = [
    { name: "% of full revenue", value: 100 * share },
    { name: "USD a week", value: share * full },
  ];
  const loss = lossOf(world, row);
  // a believed hazard also raises that of worse conduct, so it can only drive somebody to conduct that is taken for milder
  const milder = assessedAs(world, to >> 1, to & 1) < assessedAs(world, option >> 1, option & 1);
  if (change < 0 && loss > 0 && milder && perceivedRisk.rule === "bayes") {
    same.push({ name: "per year of believed hazard of being listed", value: (-share * full * WEEKS_PER_YEAR) / loss });
  }
  return same;
}
