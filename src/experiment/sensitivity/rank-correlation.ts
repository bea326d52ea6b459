import { exp, log } from "../../core/index.ts";
import { holm } from "../stats/holm.ts";
import { type Interval, UNKNOWN } from "../stats/interval.ts";
import { normalQuantile } from "../stats/normal.ts";
import { studentCdf } from "../stats/student.ts";
import { fitted } from "./fitted.ts";
import { figureOf, list } from "./phrases.ts";
import { ranksOf } from "./ranks.ts";
import { CONFIDENCE, type Index, type Method } from "./study.ts";

/**
 * Iman and Conover (1979), Technometrics 21, 499-509; Marino et al. (2008), J. Theoretical Biology 254, 178-196. The test has
 * N - 2 - k degrees of freedom, k the inputs that are held fixed: all but the one in question.
 */
export const rankCorrelation: Method = {
  kind: "prcc",
  about:
    "Partial rank correlation: how steadily the outcome rises (towards 1) or falls (towards -1) with an input while the others are held fixed; blind to effects that turn round.",
  shapes: ["sample", "chosen"],
  analyse: (study) =>
    fitted("prcc", study, ranksOf, ({ columns, fit, n }) => {
      const { coefficients, inflation, r2, degrees } = fit;
      const found = columns.map(({ name, note }, d) => {
        const b = coefficients[d] ?? 0;
        // b over its standard error is t = r sqrt(degrees / (1 - r^2)).
        const value = b === 0 ? 0 : b / Math.sqrt(b * b + (1 - r2) * (inflation[d] ?? 1));
        const shared = { parameter: name, with: "", unit: "1", n } as const;
        return { shared, note, value, p: twoSided(value, degrees) };
      });
      const adjusted = holm(found.map(({ p }) => p));
      const indices = found.flatMap(({ shared, note, value, p }, d): Index[] => [
        { ...shared, index: "prcc", ...interval(value, degrees), note },
        { ...shared, ...UNKNOWN, index: "p", value: p, note: "" },
        { ...shared, ...UNKNOWN, index: "p_holm", value: adjusted[d] ?? Number.NaN, note: "" },
      ]);
      const isClear = (_: unknown, d: number) => (adjusted[d] ?? 1) < 1 - CONFIDENCE;
      const clear = found.filter(isClear).sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
      const unclear = found.filter((one, d) => !isClear(one, d));
      const way = (value: number) => (value > 0 ? "rises" : "falls");
      const names = clear.map(({ shared, value }) => `${shared.parameter} (${way(value)}, ${figureOf(value)})`);
      const reading = [
        ...(clear.length > 0 ? [`The outcome rises or falls steadily with ${list(names)}.`] : []),
        ...(unclear.length > 0 ? [`No steady effect can be told: ${list(unclear.map(({ shared }) => shared.parameter))}.`] : []),
      ];
      return { indices, reading };
    }),
};

/** p of a partial correlation against 0. */
function twoSided(r: number, degrees: number): number {
  const rest = 1 - r * r;
  if (!(rest > 0)) return 0;
  return 2 * studentCdf(-Math.abs(r) * Math.sqrt(degrees / rest), degrees);
}

/** Fisher's z: atanh(r) is normal with variance 1 / (N - 3 - inputs held fixed) = 1 / (degrees - 1). */
function interval(value: number, degrees: number): Interval {
  if (degrees < 2) return { ...UNKNOWN, value };
  if (Math.abs(value) === 1) return { value, low: value, high: value };
  const z = log((1 + value) / (1 - value)) / 2;
  const half = normalQuantile((1 + CONFIDENCE) / 2) / Math.sqrt(degrees - 1);
  return { value, low: tanh(z - half), high: tanh(z + half) };
}

function tanh(z: number): number {
  const e = exp(-2 * Math.abs(z));
  return (z < 0 ? -1 : 1) * ((1 - e) / (1 + e));
}
