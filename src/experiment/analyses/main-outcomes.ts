/** What is compared unless somebody says otherwise: harm in all, harm per trip, how many leave and arrive, fares, spend. */
import type { MetricColumn } from "../../core/index.ts";
import { MAIN_OUTCOMES } from "../main-names.ts";
import { WHOLE_SPAN } from "../periods.ts";
import type { Plan } from "../plan.ts";

/** Those that were kept, in this order; all that were kept when none of these was. */
export function mainOutcomes(plan: Plan, kept: readonly MetricColumn[]): string[] {
  const names = kept.map(({ name }) => name);
  if (plan.record.outcomes) return names;
  const main = MAIN_OUTCOMES.filter((name) => names.includes(name));
  return main.length > 0 ? main : names;
}

const HORIZON = /^\d+ years?$/;

/** Horizons and the whole span, without calendar years. */
export function horizons(plan: Plan, ecosystem: number): string[] {
  const names = plan.periods[ecosystem]?.periods.map(({ name }) => name) ?? [];
  return names.filter((name) => HORIZON.test(name) || name === WHOLE_SPAN);
}
