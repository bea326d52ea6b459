/** Published figures name outcomes that a run has. */
import type { Issue } from "../issue.ts";
import { wrong } from "./complaint.ts";
import { nearest } from "./nearest.ts";
import type { Ecosystem } from "./schema/strategy.ts";

/** @param outcomes names of the columns of the time series of this ecosystem */
export function checkTargets({ targets }: Ecosystem, outcomes: readonly string[]): Issue[] {
  return Object.entries(targets)
    .filter(([, { metric }]) => !outcomes.includes(metric))
    .map(([name, { metric }]) =>
      wrong(
        ["targets", name, "metric"],
        `no outcome is called ${metric}`,
        "a name that `corridor describe metrics` lists",
        nearest(metric, outcomes),
      ),
    );
}
