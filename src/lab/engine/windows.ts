/** Weekly measurements -> outcomes of recording windows: flows as sums, stocks as means, ratios from the sums of their parts. */
import type { MetricColumn } from "../../core/index.ts";

export interface WindowSums {
  /** Adds a week. @param measured in the order of all columns */
  add(measured: Float64Array): void;
  /** Outcomes of the window so far, in the order of the drawn columns; begins a new one. NaN for missing. */
  close(): Float64Array;
}

/** @param all every column that is measured @param drawn those that are wanted */
export function windowSums(all: readonly MetricColumn[], drawn: readonly MetricColumn[]): WindowSums {
  const at = new Map(all.map(({ name }, i) => [name, i]));
  const index = (name: string): number => at.get(name) ?? -1;
  const own = drawn.map(({ name }) => index(name));
  const above = drawn.map(({ of }) => (of ? index(of.numerator) : -1));
  const below = drawn.map(({ of }) => (of ? index(of.denominator) : -1));
  const sums = new Float64Array(all.length);
  const seen = new Float64Array(all.length);
  return {
    add(measured) {
      for (let i = 0; i < sums.length; i++) {
        const value = measured[i] as number;
        if (Number.isNaN(value)) continue;
        sums[i] = (sums[i] as number) + value;
        seen[i] = (seen[i] as number) + 1;
      }
    },
    close() {
      const values = Float64Array.from(drawn, ({ is, of }, i) => {
        if (of) {
          const under = sums[below[i] as number] as number;
          return under > 0 ? (of.per * (sums[above[i] as number] as number)) / under : Number.NaN;
        }
        const total = sums[own[i] as number] as number;
        const count = seen[own[i] as number] as number;
        return count === 0 ? Number.NaN : is === "flow" ? total : total / count;
      });
      sums.fill(0);
      seen.fill(0);
      return values;
    },
  };
}
