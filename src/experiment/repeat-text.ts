/** The command that plays one run of an experiment alone. */
import { type Point, valueAt } from "./designs/index.ts";
import type { Plan, Trial } from "./plan.ts";

const PLAIN = /^[\w./:@%+,-]+$/;

function quoted(word: string): string {
  return PLAIN.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

/** Shipped documents are meant by name; for others the user puts the path of the file. */
export function repeatText(plan: Plan, trial: Trial, strategy: number): string {
  const { knobs, settings } = plan;
  const point = plan.points[trial.point] as Point;
  const set = knobs.flatMap(({ dimension }, i) => {
    const value = valueAt(dimension, point[i] as number);
    return value === undefined ? [] : ["--set", quoted(`${dimension.name}=${String(value)}`)];
  });
  const { start, end, scale } = settings;
  return [
    ...["corridor", "run", plan.ecosystems[trial.ecosystem]?.name ?? ""],
    ...["--strategy", plan.strategies[strategy]?.name ?? "", "--seed", quoted(plan.seeds[trial.replicate - 1] ?? "")],
    ...["--scale", String(scale), ...(start ? ["--start", start] : []), ...(end ? ["--end", end] : [])],
    ...set,
  ].join(" ");
}
