/** Names of places on a map, each on the side of its place where it is in nobody's way. */
export interface Labelled {
  readonly name: string;
  /** px */
  readonly x: number;
  readonly y: number;
}

export interface Side {
  readonly anchor: "start" | "middle" | "end";
  readonly dx: number;
  readonly dy: number;
}

/** The best first: where several are free, the first is taken. */
const SIDES: readonly Side[] = [
  { anchor: "start", dx: 7, dy: 0 },
  { anchor: "end", dx: -7, dy: 0 },
  { anchor: "middle", dx: 0, dy: 13 },
  { anchor: "middle", dx: 0, dy: -13 },
  { anchor: "start", dx: 7, dy: 13 },
  { anchor: "end", dx: -7, dy: 13 },
  { anchor: "start", dx: 7, dy: -13 },
  { anchor: "end", dx: -7, dy: -13 },
];
const LETTER = 7.2; // px
const LINE = 14;
const DOT = 5;

type Box = readonly [left: number, top: number, right: number, bottom: number];

/** @param width of the map, px: what sticks out of it is in the way too @returns a side for each place */
export function sidesOf(places: readonly Labelled[], width: number): Side[] {
  const taken: Box[] = places.map(({ x, y }) => [x - DOT, y - DOT, x + DOT, y + DOT]);
  return places.map((place, i) => {
    const costs = SIDES.map((side) => {
      const box = boxOf(place, side);
      const outside = Math.max(0, -box[0]) + Math.max(0, box[2] - width);
      return outside * LINE + taken.reduce((sum, other, j) => (i === j ? sum : sum + overlap(box, other)), 0);
    });
    const side = SIDES[costs.indexOf(Math.min(...costs))] ?? (SIDES[0] as Side);
    taken.push(boxOf(place, side));
    return side;
  });
}

function boxOf({ name, x, y }: Labelled, { anchor, dx, dy }: Side): Box {
  const long = name.length * LETTER;
  const left = x + dx - (anchor === "start" ? 0 : anchor === "end" ? long : long / 2);
  return [left, y + dy - LINE / 2, left + long, y + dy + LINE / 2];
}

function overlap(a: Box, b: Box): number {
  const across = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
  const down = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  return across > 0 && down > 0 ? across * down : 0;
}
