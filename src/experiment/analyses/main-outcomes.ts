/** What is compared unless somebody says otherwise: harm in all, harm per trip, how many leave and arrive, fares, spend. */
import type { MetricColumn } from "../../core/index.ts";
import { WHOLE_SPAN } from "../periods.ts";
import type { Plan } from "../plan.ts";

/** Few, because every one is a question more that chance can answer. Those expected of a harm come from the ecosystem. */
const MAIN = [
  "harm_index_expected",
  "harm_index_expected_per_1000_trips",
  "expected_death",
  "deaths_per_1000_attempts",
  "arrivals_abused_share",
  "departures",
  "arrivals",
  "price_published",
  "spend",
];

/** Those that were kept, in this order; all that were kept when none of these was. */
export function mainOutcomes(plan: Plan, kept: readonly MetricColumn[]): string[] {
  const names = kept.map(({ name }) => name);
  if (plan.record.outcomes) return names;
  const main = MAIN.filter((name) => names.includes(name));
  return main.length > 0 ? main : names;
}

const HORIZON = /^\d+ years?$/;

/** Horizons and the whole span, without calendar years. */
export function horizons(plan: Plan, ecosystem: number): string[] {
  const names = plan.periods[ecosystem]?.periods.map(({ name }) => name) ?? [];
  return names.filter((name) => HORIZON.test(name) || name === WHOLE_SPAN);
}
