/** What a plan's question reads of the runs. */
import type { Sampled } from "../decide/points.ts";
import type { Matched } from "../matched.ts";
import type { Plan } from "../plan.ts";
import type { Place, Readings } from "../readings.ts";
import { trialSpecs } from "../trial-specs.ts";

/** What strategies cost. */
export const SPEND = "spend";

/** Why the runs do not hold what the question is about, in words. */
export function keptProblems(plan: Plan): string[] {
  const { outcome, period } = plan.question;
  const isKept = trialSpecs(plan).allOutcomes.some(({ name }) => name === outcome);
  const hasPeriod = plan.periods.every(({ periods }) => periods.some(({ name }) => name === period));
  return [
    ...(isKept ? [] : [`the outcome ${outcome} of the question is not kept`]),
    ...(hasPeriod ? [] : [`the period ${period} of the question is none of the record`]),
  ];
}

/** Why strategies cannot be told better from worse, in words. */
export function choiceProblems(plan: Plan): string[] {
  const { outcome, direction } = plan.question;
  const column = trialSpecs(plan).allOutcomes.find(({ name }) => name === outcome);
  const isOpen = column?.better === "neither" && !direction;
  return [...keptProblems(plan), ...(isOpen ? [`${outcome} is not better in either direction: say which`] : [])];
}

/** Why harm and spend cannot be set against each other, in words. */
export function spendProblems(plan: Plan): string[] {
  const isKept = trialSpecs(plan).allOutcomes.some(({ name }) => name === SPEND);
  return isKept ? [] : [`the outcome ${SPEND} is not kept`];
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
  const pointOf =
    plan.drawn?.slice(0, replicates) ??
    Int32Array.from({ length: plan.points.length * replicates }, (_, trial) => Math.floor(trial / replicates));
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
    ...choiceProblems(plan),
  ];
}
