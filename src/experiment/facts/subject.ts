/** What statistics read of a sweep, with the reason where it has not what they ask for. */
import { periodNamed } from "../patterns/clock.ts";
import type { Readings } from "../readings.ts";
import type { Subject } from "./statistic.ts";

/** @param start first day of policy */
export function subjectOf(readings: Readings, start: string): Subject {
  const place = { ecosystem: 0, point: 0 };
  return {
    outcomes: readings.specs.allOutcomes.map(({ name }) => name),
    scale: readings.plan.settings.scale,
    dates: readings.plan.periods[place.ecosystem]?.dates ?? [],
    weekly(outcome, strategy) {
      const { strategies, values } = readings.weekly(place, outcome);
      return values[strategy === undefined ? 0 : strategies.indexOf(strategy)] ?? [];
    },
    matched(outcome, words) {
      const period = periodNamed(words, start, readings.plan.periods[0]?.periods ?? []);
      if (period === undefined) return `the record has no ${words}`;
      if (!readings.specs.allOutcomes.some(({ name }) => name === outcome)) return `there is no outcome ${outcome}`;
      const [matched] = readings.matched(place, [outcome], [period]);
      return matched ?? `there is no outcome ${outcome}`;
    },
  };
}
