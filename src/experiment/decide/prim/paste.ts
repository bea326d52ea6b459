/** Pasting: gives back to a box what greedy peeling took without need. */
import {
  allows,
  type Box,
  coordinateOf,
  countCases,
  inOrder,
  inside,
  isRestricted,
  type Limit,
  limited,
  type Sample,
} from "./box.ts";
import type { Change } from "./peel.ts";

/**
 * Moves one limit outward at a time, by `alpha` of the points in the box, as long as the share of cases does not fall
 * (Friedman and Fisher 1999, section 8.3).
 */
export function paste(sample: Sample, from: Box, rows: readonly number[], alpha: number): Box {
  let box = from;
  for (;;) {
    const now = inside(sample, box, rows);
    const best = bestLayer(sample, box, rows, now, alpha);
    if (!best) return box;
    box = limited(box, best.dimension, best.limit);
  }
}

function bestLayer(sample: Sample, box: Box, rows: readonly number[], now: readonly number[], alpha: number): Change | undefined {
  let best: Change | undefined;
  let [most, size] = [countCases(sample, now) / now.length, now.length];
  for (const dimension of inOrder(sample)) {
    const limit = box[dimension] ?? {};
    if (!isRestricted(limit)) continue;
    // Points that this limit alone keeps out.
    const near = inside(sample, limited(box, dimension, {}), rows);
    const outside = near.map((row) => coordinateOf(sample, row, dimension)).filter((value) => !allows(limit, value));
    for (const layer of layers(limit, outside, Math.max(1, Math.floor(alpha * now.length)))) {
      const wider = inside(sample, limited(box, dimension, layer), rows);
      const density = countCases(sample, wider) / wider.length;
      const isBetter = density > most || (density === most && wider.length > size);
      if (isBetter) [best, most, size] = [{ dimension, limit: layer }, density, wider.length];
    }
  }
  return best;
}

/** A limit moved outward past `count` values and those tied with the last; away when none is left beyond. */
function layers(limit: Limit, outside: readonly number[], count: number): Limit[] {
  const { low, high, among } = limit;
  if (among) {
    return [...new Set(outside)].sort((a, b) => a - b).map((value) => ({ among: [...among, value].sort((a, b) => a - b) }));
  }
  const found: Limit[] = [];
  const { low: _low, ...withoutLow } = limit;
  const { high: _high, ...withoutHigh } = limit;
  if (low !== undefined) {
    const moved = past(
      outside.filter((value) => value < low).sort((a, b) => b - a),
      count,
    );
    if (moved !== "nothing") found.push(moved === "everything" ? withoutLow : { ...limit, low: moved });
  }
  if (high !== undefined) {
    const moved = past(
      outside.filter((value) => value > high).sort((a, b) => a - b),
      count,
    );
    if (moved !== "nothing") found.push(moved === "everything" ? withoutHigh : { ...limit, high: moved });
  }
  return found;
}

/** The place behind the first `count` values, nearest first. */
function past(values: readonly number[], count: number): number | "nothing" | "everything" {
  if (values.length === 0) return "nothing";
  const last = values[Math.min(count, values.length) - 1] as number;
  const next = values.find((value, i) => i >= count && value !== last);
  return next === undefined ? "everything" : (last + next) / 2;
}
