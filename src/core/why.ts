/**
 * Why one smuggler behaves as it does in one week: the options it had, each term of the sum, the draws, what was chosen,
 * and the smallest change that would have flipped it. The numbers come from the code that decides, at the state in which it decides.
 */
import { CONDUCT_RULES, RISK_RULES } from "./behaviours/index.ts";
import { dateOfWeek } from "./calendar.ts";
import { entryOf } from "./catalogue.ts";
import { conduct, isDue, learnElasticity, reviewOf } from "./phases/conduct.ts";
import { PHASES } from "./phases/index.ts";
import { step } from "./run.ts";
import { WEEKS_PER_YEAR } from "./units.ts";
import { createScores, scoreConduct, TERMS } from "./world/conduct-score.ts";
import { createWorld } from "./world/create.ts";
import { actorName } from "./world/identity.ts";
import { resetLedger } from "./world/ledger.ts";
import type { Model } from "./world/model.ts";
import { believedHazard, lossIfListed } from "./world/risk.ts";
import type { World } from "./world/world.ts";

export interface OptionScore {
  readonly name: string;
  /** In logit units: sharpness times share of full revenue. */
  readonly terms: readonly { readonly name: string; readonly value: number }[];
  readonly permanentTaste: number;
  readonly freshTaste: number;
  readonly total: number;
}

export interface Explanation {
  readonly actor: string;
  /** First day of the week of the review: the first due at or after the week asked for. */
  readonly date: string;
  readonly decision: "conduct";
  readonly rule: string;
  readonly state: readonly { readonly name: string; readonly value: number | string }[];
  readonly options: readonly OptionScore[];
  readonly before: string;
  readonly chosen: string;
  /** The nearest other option, and what would have to change for it to win: one of these alone. */
  readonly flip: {
    readonly to: string;
    /** Logit units between the two. */
    readonly gap: number;
    /** The same as a share of full revenue. */
    readonly revenueShare: number;
    /** USD per week. */
    readonly usdPerWeek: number;
    /** Believed hazard per year of the chosen conduct would have to be higher by this; missing when no listing could hurt. */
    readonly hazard: number;
  };
}

export type WhyProblem =
  | { readonly problem: "unknown actor"; readonly known: readonly string[] }
  | { readonly problem: "gone"; readonly lastWeek: string };

/** @param actor identity as in market_shares or events @param week step within the model's calendar (the warm-up included) */
export function explainDecision(model: Model, actor: string, week: number): Explanation | WhyProblem {
  const world = createWorld(model);
  let lastSeen = -1;
  for (let t = 0; t < model.calendar.weeks; t++) {
    const row = rowOf(world, actor);
    if (row >= 0) lastSeen = t;
    if (t >= week) {
      if (row < 0) break;
      if (isDue(world, row, t)) return explainAt(world, t, row);
    }
    step(world, t);
  }
  if (lastSeen >= 0) return { problem: "gone", lastWeek: dateOfWeek(model.calendar, lastSeen) };
  return { problem: "unknown actor", known: [...world.active].map((row) => actorName(world.smugglers.columns.uid[row])) };
}

function rowOf(world: World, actor: string): number {
  for (const row of world.active) if (actorName(world.smugglers.columns.uid[row]) === actor) return row;
  return -1;
}

/** Plays the phases of the week up to the review, and scores there. */
function explainAt(world: World, week: number, row: number): Explanation {
  const { model } = world;
  world.week = week;
  if (week > 0) resetLedger(world.ledger);
  for (const phase of PHASES) {
    if (phase === conduct) break;
    phase.run(world);
  }
  learnElasticity(world, row);
  const { conductReview: p, perceivedRisk } = model.smugglers;
  const scores = createScores(model.levels.count);
  scoreConduct(world, row, entryOf(RISK_RULES, perceivedRisk.rule), scores);
  const taste = scores.permanent.map((value, o) => value + scores.fresh[o]);
  const review = reviewOf(world, row, scores.options, scores.utility, taste);
  const rule = entryOf(CONDUCT_RULES, p.rule);
  const chosen = model.mechanism["conduct-choice"] ? rule.choose(review) : review.current;
  const name = (o: number) => `${model.labels.level[o >> 1]}${(o & 1) === 1 ? ", concealed" : ""}`;
  const total = (o: number) => scores.utility[o] + taste[o];
  const options = Array.from({ length: scores.options }, (_, o) => o).filter((o) => scores.utility[o] > Number.NEGATIVE_INFINITY);
  const next = options
    .filter((o) => o !== chosen)
    .reduce((best, o) => (total(o) > total(best) ? o : best), options.find((o) => o !== chosen) ?? chosen);
  const gap = total(chosen) - total(next);
  const s = world.smugglers.columns;
  const full = s.available[row] > 0 ? s.available[row] * s.price[row] : s.capacity[row] * s.price[row];
  const share = p.sharpness > 0 ? gap / p.sharpness : Number.NaN;
  const loss = model.mechanism["perceived-risk"] ? lossIfListed(world, row) : 0;
  const hazard = new Float64Array(model.levels.count);
  believedHazard(world, row, hazard);
  return {
    actor: actorName(s.uid[row]),
    date: dateOfWeek(model.calendar, week),
    decision: "conduct",
    rule: p.rule,
    state: [
      { name: "leg", value: model.labels.leg[s.leg[row]] },
      { name: "home", value: model.labels.jurisdiction[s.home[row]] },
      { name: "capacity (persons/week)", value: s.capacity[row] },
      { name: "fare (USD)", value: s.price[row] },
      { name: "demand (persons/week)", value: s.demand[row] },
      { name: "profit (USD/week)", value: s.profit[row] },
      { name: "capital (USD)", value: s.capital[row] },
      { name: "exposure (share)", value: s.exposure[row] },
      { name: "loss if listed (USD)", value: loss },
      { name: "learned elasticity", value: s.elasticity[row] },
      ...model.labels.level.map((level, l) => ({ name: `believed hazard, ${level} (per year)`, value: hazard[l] })),
    ],
    options: options.map((o) => ({
      name: name(o),
      terms: TERMS.map((term, i) => ({ name: term, value: p.sharpness * scores.terms[o * TERMS.length + i] })),
      permanentTaste: scores.permanent[o],
      freshTaste: scores.fresh[o],
      total: total(o),
    })),
    before: name(review.current),
    chosen: name(chosen),
    flip: {
      to: name(next),
      gap,
      revenueShare: share,
      usdPerWeek: share * full,
      hazard: loss > 0 ? (share * full * WEEKS_PER_YEAR) / loss : Number.NaN,
    },
  };
}
