import { courseOf, courseTable } from "../course/table.ts";
import type { Plan } from "../plan.ts";
import { trialSpecs } from "../trial-specs.ts";
import { type Analysis, joined, placesOf } from "./analysis.ts";
import { mainOutcomes } from "./main-outcomes.ts";

const YEAR = /^\d{4}$/;
/** Beside the main outcomes: each harm, who carries the passengers, prices and debts, what actors and the public believe. */
const MORE = /^(expected_|share_|perceived_risk_)|^(stock_bonded|smugglers|support|norm|deaths|hhi_mean|premium_protection)$/;

const yearsOf = (plan: Plan, ecosystem: number): string[] =>
  (plan.periods[ecosystem]?.periods ?? []).map(({ name }) => name).filter((name) => YEAR.test(name));

export const course: Analysis = {
  kind: "course",
  about: "Outcomes year by year under each strategy, with the difference to the baseline: what charts over time are drawn of.",
  // A record without a whole calendar year leaves a table without rows, and no comparison fails for it.
  problems: () => [],
  make(readings) {
    const { plan } = readings;
    const kept = trialSpecs(plan).outcomes;
    const parts = placesOf(plan).map((place) => {
      const outcomes = kept[place.ecosystem] ?? [];
      const names = new Set([
        ...mainOutcomes(plan, outcomes),
        ...outcomes.map(({ name }) => name).filter((name) => MORE.test(name)),
      ]);
      return { place, table: courseTable(readings.matched(place, [...names], yearsOf(plan, place.ecosystem)).flatMap(courseOf)) };
    });
    return { tables: [joined(plan, parts)], sentences: [] };
  },
};
