/** The choice of walks that spread over the space. */

/**
 * Of several walks those that lie farthest apart, in their order: the two with the largest distance, then one at a time the
 * one that is farthest from those chosen (Ruano, Ribes, Seco and Ferrer 2012, Environmental Modelling & Software 37, 103-109).
 * The distance of two walks is the sum over all pairs of their points (Campolongo, Cariboni and Saltelli 2007,
 * Environmental Modelling & Software 22, 1509-1518, equation 10).
 */
export function farthestApart(walks: readonly (readonly Float64Array[])[], count: number): (readonly Float64Array[])[] {
  const described = walks.map(walkOf);
  const squares = described.map((a, i) => described.slice(0, i).map((b) => squareOf(a, b)));
  const between = (i: number, j: number) => squares[Math.max(i, j)]?.[Math.min(i, j)] ?? 0;
  const all = walks.map((_, i) => i);
  let pair = [0, 1];
  for (const i of all) for (let j = 0; j < i; j++) if (between(j, i) > between(pair[0] ?? 0, pair[1] ?? 0)) pair = [j, i];
  const chosen = new Set(pair.slice(0, count));
  while (chosen.size < Math.min(count, walks.length)) {
    const gain = (i: number) => [...chosen].reduce((sum, j) => sum + between(i, j), 0);
    const left = all.filter((i) => !chosen.has(i)).map((i) => ({ i, gain: gain(i) }));
    chosen.add(left.reduce((best, one) => (one.gain > best.gain ? one : best)).i);
  }
  return walks.filter((_, i) => chosen.has(i));
}

/** The square of the distance of two walks. From one point of a walk to the next only one coordinate has to be looked at. */
function squareOf(a: Walk, b: Walk): number {
  let total = 0;
  for (const q of b.points) {
    let squared = 0;
    a.start.forEach((x, d) => {
      squared += square(x - (q[d] ?? 0));
    });
    total += Math.sqrt(squared);
    for (const { d, from, to } of a.turns) {
      const at = q[d] ?? 0;
      squared += square(to - at) - square(from - at);
      total += Math.sqrt(Math.max(0, squared));
    }
  }
  return total * total;
}

function square(x: number): number {
  return x * x;
}

interface Walk {
  readonly points: readonly Float64Array[];
  readonly start: Float64Array;
  readonly turns: readonly { readonly d: number; readonly from: number; readonly to: number }[];
}

function walkOf(points: readonly Float64Array[]): Walk {
  const [start = new Float64Array(0), ...rest] = points;
  const turns = rest.map((point, i) => {
    const before = points[i] ?? point;
    const d = Math.max(
      0,
      point.findIndex((x, at) => x !== before[at]),
    );
    return { d, from: before[d] ?? 0, to: point[d] ?? 0 };
  });
  return { points, start, turns };
}

/** Additions that `farthestApart` makes, about. */
export function workOfChoice(walks: number, dimensions: number): number {
  return walks * walks * (dimensions + 1) * (dimensions + 1);
}
