/** Points as an author writes them: values by the names of dimensions. */
import { z } from "zod";
import type { Dimension, Scalar } from "../designs/design.ts";

/** Names left out take the default. */
export type WrittenPoint = Readonly<Record<string, Scalar>>;

export const writtenPoint = z.record(z.string(), z.union([z.number(), z.boolean(), z.string()]));

/** What is wrong with written points, each named by its number. */
export function writtenProblems(dimensions: readonly Dimension[], points: readonly WrittenPoint[]): string[] {
  const known = new Map(dimensions.map((dimension) => [dimension.name, dimension]));
  return points.flatMap((point, i) =>
    Object.entries(point).flatMap(([name, value]) => {
      const dimension = known.get(name);
      const wrong = dimension ? misfit(dimension, value) : `no dimension is called ${name}`;
      return wrong === undefined ? [] : [`point ${i + 1}: ${wrong}`];
    }),
  );
}

/** Why a dimension cannot take a value. A number outside the range is allowed: who writes a point down means it. */
function misfit(dimension: Dimension, value: Scalar): string | undefined {
  const { name } = dimension;
  if (dimension.kind === "list") {
    return dimension.values.includes(value) ? undefined : `${name} takes ${dimension.values.join(", ")}, not ${value}`;
  }
  if (typeof value !== "number" || !Number.isFinite(value)) return `${name} takes a number, not ${value}`;
  return dimension.integer && !Number.isInteger(value) ? `${name} takes a whole number, not ${value}` : undefined;
}

/** The point that a written point without problems stands for. */
export function readPoint(dimensions: readonly Dimension[], point: WrittenPoint): Float64Array {
  return Float64Array.from(dimensions, (dimension) => {
    const value = point[dimension.name];
    if (value === undefined) return dimension.value;
    return dimension.kind === "list" ? dimension.values.indexOf(value) : Number(value);
  });
}
