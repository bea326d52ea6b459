/** What a plan's question reads of the runs. */
import type { Sampled } from "../decide/points.ts";
import type { Matched } from "../matched.ts";
import type { Plan } from "../plan.ts";
import type { Place, Readings } from "../readings.ts";
import { trialSpecs } from "../trial-specs.ts";

/** Why the question cannot be answered by such a plan, in words. */
export function questionProblems(plan: Plan): string[] {
  const { outcome, period } = plan.question;
  const columns = trialSpecs(plan).allOutcomes;
  const column = columns.find(({ name }) => name === outcome);
  const hasPeriod = plan.periods.every(({ periods }) => periods.some(({ name }) => name === period));
  return [
    ...(column ? [] : [`the outcome ${outcome} of the question is not kept`]),
    ...(column?.better === "neither" && !plan.question.direction
      ? [`${outcome} is not better in either direction: say which`]
      : []),
    ...(hasPeriod ? [] : [`the period ${period} of the question is none of the record`]),
    ...(columns.some(({ name }) => name === "spend") ? [] : ["the outcome spend is not kept"]),
  ];
}

/** @returns one for each outcome */
export function askedOf(
  readings: Readings,
  place: Place,
  outcomes: readonly [string, string],
  period: string,
): [Matched, Matched] {
  const [first, second] = readings.matched(place, outcomes, [period]);
  if (!first || !second) throw new RangeError(`${outcomes.join(", ")}, ${period}: not kept`);
  return [first, second];
}

/** The outcome of the question over all points of an ecosystem. */
export function acrossPoints(readings: Readings, ecosystem: number): Matched {
  const { outcome, period } = readings.plan.question;
  const [matched] = readings.matched({ ecosystem }, [outcome], [period]);
  if (!matched) throw new RangeError(`${outcome}, ${period}: not kept`);
  return matched;
}

/** Which trial was played at which point. */
export function sampledOf({ plan, replicates }: Readings): Sampled {
  const pointOf = Int32Array.from({ length: plan.points.length * replicates }, (_, trial) => Math.floor(trial / replicates));
  return { dimensions: plan.knobs.map(({ dimension }) => dimension), points: plan.points, pointOf };
}

const LEAST_POINTS = 10;

/** Why nothing can be said across points. */
export function pointProblems(plan: Plan): string[] {
  return [
    ...(plan.strategies.length < 2 ? ["there is only one strategy"] : []),
    ...(plan.points.length < LEAST_POINTS
      ? [`there are ${plan.points.length} points, and it takes ${LEAST_POINTS} or more`]
      : []),
    ...questionProblems(plan).filter((problem) => !problem.includes("spend")),
  ];
}
