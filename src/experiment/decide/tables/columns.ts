/** Columns that tables about choices share. */
import type { MetricColumn } from "../../../core/index.ts";
import type { TableColumn } from "../../../core/table.ts";
import { number, text } from "../../decompose/contrast.ts";
import type { Period } from "../../matched.ts";
import type { Interval } from "../../stats/interval.ts";
import type { Estimate } from "../../stats/running.ts";
import type { Direction } from "../contest.ts";

export type Cell = number | string | undefined;

export const inUnit = (name: string, about: string): TableColumn => number(name, "as the outcome", about);
export const share = (name: string, about: string): TableColumn => number(name, "share", about);
export const count = (name: string, unit: string, about: string): TableColumn => ({ name, type: "integer", unit, about });
export const yes = (name: string, about: string): TableColumn => ({ name, type: "boolean", unit: "", about });

/** A number and the ends of its interval. */
export function withEnds(name: string, unit: string, about: string, how: string): TableColumn[] {
  return [
    number(name, unit, about),
    number(`${name}_low`, unit, `lower end of its interval (95 % unless another level was asked for; ${how})`),
    number(`${name}_high`, unit, "upper end of that interval"),
  ];
}

export function endsOf({ low, high, ...rest }: Estimate | Interval): Cell[] {
  return ["mean" in rest ? rest.mean : rest.value, low, high];
}

/** What a row is about. */
export const QUESTION: readonly TableColumn[] = [
  text("outcome", "name of a column of timeseries.csv"),
  text("unit", "unit of the outcome"),
  text("wanted", "up or down: the direction in which the outcome is better"),
  text("period", "span over which the outcome is summed (flow), averaged (stock) or divided (ratio)"),
];

export interface Asked {
  readonly outcome: MetricColumn;
  readonly period: Period;
  readonly direction: Direction;
}

export function questionOf({ outcome, period, direction }: Asked): Cell[] {
  return [outcome.name, outcome.unit, direction, period.name];
}

/** How many trials a row rests on. */
export const TRIALS: readonly TableColumn[] = [
  count("n", "trials", "trials in which every strategy has a value; every figure of the row is of these"),
  count("missing", "trials", "trials left out for all because a strategy lacks a value"),
];

export function trialsOf({ trials, dropped }: { readonly trials: number; readonly dropped: number }): Cell[] {
  return [trials, dropped];
}
