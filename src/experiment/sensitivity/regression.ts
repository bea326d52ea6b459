import { UNKNOWN } from "../stats/interval.ts";
import { studentQuantile } from "../stats/student.ts";
import { fitted } from "./fitted.ts";
import { figureOf, list, percent } from "./phrases.ts";
import { CONFIDENCE, type Index, type Method } from "./study.ts";

/** A straight line explains this much at least, or its coefficients tell little. */
const GOOD_FIT = 0.7;
const SMALL = 0.1;

/** Saltelli et al. (2008), Global Sensitivity Analysis: The Primer, 1.2.5; intervals by Student's t. */
export const regression: Method = {
  kind: "src",
  about:
    "Standardised regression coefficients: by how many standard deviations the outcome changes with one standard deviation of an input; their squares are shares of variance as far as R2, the share that straight lines explain.",
  shapes: ["sample", "chosen"],
  analyse: (study) =>
    fitted(
      "src",
      study,
      (values) => values,
      ({ columns, fit, n }) => {
        const { coefficients, inflation, r2, degrees } = fit;
        const t = studentQuantile((1 + CONFIDENCE) / 2, degrees);
        const found = columns.map(({ name, note }, d): Index => {
          const value = coefficients[d] ?? 0;
          const half = t * Math.sqrt(((1 - r2) * (inflation[d] ?? 1)) / degrees);
          return { parameter: name, with: "", index: "src", unit: "1", value, low: value - half, high: value + half, n, note };
        });
        const explained: Index = {
          ...{ ...UNKNOWN, parameter: "", with: "", index: "R2", unit: "share", value: r2, n },
          note: r2 < GOOD_FIT ? "straight lines explain too little for the coefficients to rank inputs" : "",
        };
        return { indices: [...found, explained], reading: reading(found, r2) };
      },
    ),
};

function reading(found: readonly Index[], r2: number): string[] {
  const bySize = [...found].sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const leading = bySize.filter(({ value, low, high }) => low * high > 0 && Math.abs(value) >= SMALL);
  const others = bySize.filter((one) => !leading.includes(one));
  const names = leading.map(({ parameter, value }) => `${parameter} (${figureOf(value)})`);
  return [
    `Straight lines explain ${percent(r2)} of the variance between points${r2 < GOOD_FIT ? ", too little to rank inputs by them" : ""}.`,
    ...(leading.length > 0 ? [`Largest coefficients: ${list(names)}.`] : []),
    ...(others.length > 0 ? [`Small, or not clear: ${list(others.map(({ parameter }) => parameter))}.`] : []),
  ];
}
