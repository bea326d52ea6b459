/** Matched values for tests: the first array is the baseline, the others are strategies s1, s2, ... */
import type { MetricColumn } from "../../../src/core/index.ts";
import type { Matched } from "../../../src/experiment/matched.ts";

type Better = MetricColumn["better"];

export const outcome = (better: Better = "down", name = "deaths"): MetricColumn => ({
  ...{ name, type: "number", unit: "persons", about: name },
  ...{ is: "flow", better },
});

export function matched(
  values: readonly (readonly number[])[],
  better: Better = "down",
  name?: string,
  period = "5 years",
): Matched {
  return {
    outcome: outcome(better, name),
    period: { name: period, from: 0, to: 260 },
    strategies: values.map((_, i) => (i === 0 ? "none" : `s${i}`)),
    values: values.map((one) => Float64Array.from(one)),
  };
}
