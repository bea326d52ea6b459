/** Shores for the maps of reports. */
import { rings } from "corridor:land";
import type { Land } from "../../charts/map.ts";

const PER_DEGREE = 100;

/** The shores that the page has for its own map. */
export function landOf(): Land {
  const coordinates = rings.map((ring) => {
    const points = Array.from({ length: ring.length / 2 }, (_, i) => [
      (ring[2 * i] ?? 0) / PER_DEGREE,
      (ring[2 * i + 1] ?? 0) / PER_DEGREE,
    ]);
    return [[...points, ...points.slice(0, 1)]];
  });
  return { type: "MultiPolygon", coordinates } as Land;
}
