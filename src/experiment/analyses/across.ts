/** Analyses over all points of a design: one table for each ecosystem, joined. */
import type { Table } from "../../core/table.ts";
import type { Sampled } from "../decide/points.ts";
import type { Matched } from "../matched.ts";
import type { Plan } from "../plan.ts";
import type { Readings } from "../readings.ts";
import { type Analysed, joinedByEcosystem } from "./analysis.ts";
import { acrossPoints, sampledOf } from "./asked.ts";

export interface Across {
  readonly matched: Matched;
  readonly sampled: Sampled;
  readonly plan: Plan;
  /** For seeds of resamples, apart for each ecosystem. */
  readonly seed: string;
}

/** @param make tables of one ecosystem, always the same ones in one order */
export function acrossEcosystems(
  readings: Readings,
  make: (one: Across) => { readonly tables: readonly Table[]; readonly sentences: readonly string[] },
): Analysed {
  const { plan } = readings;
  const made = plan.ecosystems.map((_, ecosystem) => make(acrossOf(readings, ecosystem)));
  const isNamed = plan.ecosystems.length > 1;
  const [first] = made;
  return {
    tables: (first?.tables ?? []).map((_, t) =>
      joinedByEcosystem(
        plan,
        made.flatMap(({ tables }) => tables[t] ?? []),
      ),
    ),
    sentences: made.flatMap(({ sentences }, i) =>
      isNamed ? sentences.map((one) => `${plan.ecosystems[i]?.name}: ${one}`) : sentences,
    ),
  };
}

export function acrossOf(readings: Readings, ecosystem: number): Across {
  const { plan } = readings;
  const seed = `${plan.settings.seed}|${plan.ecosystems[ecosystem]?.name ?? ""}`;
  return { matched: acrossPoints(readings, ecosystem), sampled: sampledOf(readings), plan, seed };
}
