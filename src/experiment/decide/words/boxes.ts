import { decimalsOf, figure } from "../../compare/figures.ts";
import type { Dimension } from "../../designs/index.ts";
import { type Limit, restricted } from "../prim/box.ts";
import type { FoundBox } from "../prim/discover.ts";
import { labelOf, type Sought } from "../prim/sought.ts";
import { list, percent } from "./phrases.ts";

/**
 * "where exposure is above 0.4 and reach is below 0.2: 83 % of the cases in which it backfires; 71 % of the points there are
 * such cases".
 * @param cases completes "the cases in which ..."
 */
export function inWords({ box, coverage, density }: FoundBox, dimensions: readonly Dimension[], cases: string): string {
  const where = restricted(box).flatMap((d) => {
    const dimension = dimensions[d];
    return dimension ? [limitInWords(dimension, box[d] ?? {})] : [];
  });
  return `where ${list(where)}: ${percent(coverage)} of the cases in which ${cases}; ${percent(density)} of the points there are such cases`;
}

/** Where cases gather, and how much of that a search finds by chance. */
export function boxWords({ cases, dimensions, found, chance }: Sought): string[] {
  const { boxes, base, points } = found;
  const all = `${percent(base)} of ${figure(points, 0)} points are cases in which ${cases}`;
  if (points === 0) return [`No point has the values to tell whether ${cases}.`];
  if (found.cases === 0) return [`In none of ${figure(points, 0)} points is it so that ${cases}.`];
  if (boxes.length === 0) return [`${all}; no corner of the uncertainties holds more of them than the rest.`];
  const [first, ...more] = boxes.map((box) => inWords(box, dimensions, cases));
  return [
    `${all}. They gather ${first}.`,
    ...more.map((words) => `Of those elsewhere, they gather ${words}.`),
    ...(Number.isNaN(chance) ? [] : [chanceInWords(chance)]),
  ];
}

const LIKELY = 0.05;

function chanceInWords(chance: number): string {
  const often = `a search of shuffled cases finds as good a box in ${percent(chance)} of tries`;
  return chance > LIKELY ? `That may be chance: ${often}.` : `That is hardly chance: ${often}.`;
}

function limitInWords(dimension: Dimension, { low, high, among }: Limit): string {
  const { name } = dimension;
  if (among) return `${name} is ${list(among.map((at) => labelOf(dimension, at))).replace(/ and (?=[^ ]*$)/, " or ")}`;
  const end = (value: number) => rounded(dimension, value);
  if (low !== undefined && high !== undefined) return `${name} is between ${end(low)} and ${end(high)}`;
  return low === undefined ? `${name} is below ${end(high ?? Number.NaN)}` : `${name} is above ${end(low)}`;
}

const SIGNIFICANT = 2;

/** Two digits of the range, or of the number where the range is wide: no box is known more finely. */
function rounded(dimension: Dimension, value: number): string {
  const isEven = dimension.kind === "range" && dimension.scale === "linear";
  const width = isEven ? dimension.high - dimension.low : Math.abs(value);
  let decimals = SIGNIFICANT;
  for (let size = width; size < 1 && size > 0; size *= 10) decimals++;
  for (let size = width; size >= 10 && decimals > 0; size /= 10) decimals--;
  const shown = Number(value.toFixed(decimals));
  return figure(shown, decimalsOf(shown));
}
