/** Outlines of the land around all places of the shipped ecosystems, from Natural Earth (world-atlas), for a small map. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** Degrees around the outermost places. */
const MARGIN = 6;
/** Points nearer to each other than this many degrees are one. */
const FINEST = 0.12;
const PER_DEGREE = 100;

/**
 * @param {readonly { latitude: number, longitude: number }[]} places
 * @returns {Promise<number[][]>} rings of longitude, latitude, longitude ... in hundredths of a degree
 */
export async function landAround(places) {
  const { feature } = await import("topojson-client");
  const file = createRequire(import.meta.url).resolve("world-atlas/land-50m.json");
  const atlas = JSON.parse(readFileSync(file, "utf8"));
  const land = /** @type {any} */ (feature(atlas, atlas.objects.land));
  const [west, east] = ends(places.map(({ longitude }) => longitude));
  const [south, north] = ends(places.map(({ latitude }) => latitude));
  const shapes = land.features ?? [land];
  /** @type {[number, number][][]} */
  const rings = shapes.flatMap((/** @type {any} */ { geometry }) =>
    geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat(),
  );
  return rings
    .map((ring) => clipped(ring, west, south, east, north))
    .map(thinned)
    .filter((ring) => ring.length >= 3)
    .map((ring) => ring.flatMap((point) => point.map((degrees) => Math.round(degrees * PER_DEGREE))));
}

/** @param {number[]} values @returns {[number, number]} */
const ends = (values) => [Math.min(...values) - MARGIN, Math.max(...values) + MARGIN];

/**
 * The part of a ring within a rectangle (Sutherland and Hodgman 1974, Communications of the ACM 17, 32-42).
 * @param {[number, number][]} ring
 * @param {number} west @param {number} south @param {number} east @param {number} north
 */
function clipped(ring, west, south, east, north) {
  const edges = /** @type {[0 | 1, number, 1 | -1][]} */ ([
    [0, west, 1],
    [0, east, -1],
    [1, south, 1],
    [1, north, -1],
  ]);
  let points = ring;
  for (const [axis, at, sign] of edges) {
    const before = points;
    points = [];
    const isInside = (/** @type {[number, number]} */ point) => sign * (point[axis] - at) >= 0;
    before.forEach((point, i) => {
      const last = before.at(i - 1) ?? point;
      if (isInside(point) !== isInside(last)) {
        const share = (at - last[axis]) / (point[axis] - last[axis]);
        points.push([last[0] + share * (point[0] - last[0]), last[1] + share * (point[1] - last[1])]);
      }
      if (isInside(point)) points.push(point);
    });
  }
  return points;
}

/** @param {[number, number][]} ring */
function thinned(ring) {
  /** @type {[number, number][]} */
  const kept = [];
  for (const point of ring) {
    const last = kept.at(-1);
    if (!last || Math.hypot(point[0] - last[0], point[1] - last[1]) >= FINEST) kept.push(point);
  }
  return kept;
}
