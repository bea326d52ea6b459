/** What can be said of facts before anything is played: outcomes and periods that an ecosystem does not have. */
import { entryOf, nearest } from "../../core/index.ts";
import type { Issue } from "../../core/issue.ts";
import { periodNamed } from "../patterns/clock.ts";
import type { Plan } from "../plan.ts";
import { trialSpecs } from "../trial-specs.ts";
import type { FactsPlan } from "./schema.ts";
import type { Subject } from "./statistic.ts";
import { STATISTIC_BY_KIND } from "./statistics/index.ts";

/**
 * Issues with paths into the checks. Each statistic asks for what it will ask for of finished runs.
 * @param isWhole the whole span of the ecosystem is played: then a period that is missing is missing for good
 */
export function factProblems(plan: Plan, { facts, start }: FactsPlan, isWhole: boolean): Issue[] {
  const outcomes = trialSpecs({ ...plan, record: { ...plan.record, outcomes: undefined } }).allOutcomes.map(({ name }) => name);
  const periods = plan.periods[0]?.periods ?? [];
  return Object.entries(facts).flatMap(([name, { statistic }]) => {
    const issues: Issue[] = [];
    const say = (asked: string, message: string, more: Partial<Issue> = {}) => {
      const key = Object.keys(statistic).find((one) => statistic[one] === asked);
      const path = ["facts", name, "statistic", ...(key === undefined ? [] : [key])];
      issues.push({ path, message, severity: "error", ...more });
      return message;
    };
    const known = (outcome: string): string | undefined => {
      if (outcomes.includes(outcome)) return undefined;
      const meant = nearest(outcome, outcomes);
      const allowed = "corridor describe metrics lists them";
      return say(outcome, `there is no outcome "${outcome}"`, {
        allowed,
        ...(meant === undefined ? {} : { suggestion: meant }),
      });
    };
    const subject: Subject = {
      outcomes,
      scale: plan.settings.scale,
      dates: plan.periods[0]?.dates ?? [],
      weekly(outcome) {
        known(outcome);
        return [];
      },
      matched(outcome, period) {
        const reason = known(outcome);
        if (isWhole && periodNamed(period, start, periods) === undefined) {
          const allowed = periods.map((one) => one.name).join(", ");
          return say(period, `the record has no period "${period}"`, { allowed: `${allowed}, or "year 2" of policy` });
        }
        return reason ?? NOTHING_PLAYED;
      },
    };
    entryOf(STATISTIC_BY_KIND, String(statistic.kind)).values(subject, statistic);
    return issues;
  });
}

const NOTHING_PLAYED = "nothing is played yet";
