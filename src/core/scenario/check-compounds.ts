/** Compounds need a harm to count, and a meaning for every level of conduct. */
import type { Issue } from "../issue.ts";
import { wrong } from "./complaint.ts";
import type { Ecosystem } from "./schema/strategy.ts";
import { check } from "./sound-parts.ts";

export const COMPOUND_CHECKS = [check({ whole: ["compounds", "conduct", "harms"] }, checkCompounds)];

function checkCompounds({ compounds, conduct, harms }: Pick<Ecosystem, "compounds" | "conduct" | "harms">): Issue[] {
  const levels = Object.entries(conduct);
  if (compounds === undefined) return [];
  const counted = Object.values(harms).some((harm) => harm?.effect === "forced-work");
  return [
    ...levels
      .filter(([, level]) => level.compound === undefined)
      .map(([name]) =>
        wrong(["conduct", name], "says nothing of compounds, which the ecosystem has", "confines, drive, cost, pays, guarded"),
      ),
    ...(counted ? [] : [wrong(["harms"], "no harm has the effect forced-work, which compounds need", "exactly one")]),
  ];
}
