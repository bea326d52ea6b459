/** The contract between the catalogue of metrics and the recorder. Metrics read; they never write and never draw. */
import type { Entry } from "../catalogue.ts";
import type { TableColumn } from "../table.ts";
import type { Model } from "./model.ts";
import type { World } from "./world.ts";

export interface MetricColumn extends TableColumn {
  /** flow: summed over time; stock: averaged; ratio: made of two flows or two stocks. */
  readonly is: "flow" | "stock" | "ratio";
  /** For ratios: columns of the same table, and the factor. */
  readonly of?: { readonly numerator: string; readonly denominator: string; readonly per: number };
  readonly better: "up" | "down" | "neither";
  /** Can be below zero; all others cannot. */
  readonly signed?: true;
}

export interface Metric extends Entry {
  columns(model: Model): readonly MetricColumn[];
  /** One value for each column, in their order; NaN for missing, never 0 for an empty market. */
  measure(world: Readonly<World>, put: (value: number) => void): void;
}

type Better = MetricColumn["better"];

export const columnName = (...parts: readonly string[]): string => parts.join("_").replaceAll("-", "_");

export function flow(name: string, unit: string, about: string, better: Better = "neither"): MetricColumn {
  return { name, type: "number", unit, about, is: "flow", better };
}
export function stock(name: string, unit: string, about: string, better: Better = "neither"): MetricColumn {
  return { name, type: "number", unit, about, is: "stock", better };
}
export const signed = (column: MetricColumn): MetricColumn => ({ ...column, signed: true });

export function ratio(
  name: string,
  unit: string,
  about: string,
  numerator: string,
  denominator: string,
  per: number,
  better: Better = "neither",
): MetricColumn {
  return { name, type: "number", unit, about, is: "ratio", of: { numerator, denominator, per }, better };
}

/** A quotient, missing when there is nothing to divide by. */
export function over(a: number, b: number): number {
  return b > 0 ? a / b : Number.NaN;
}
