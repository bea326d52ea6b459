/**
 * p-values adjusted for having looked at all of them (Holm 1979, Scandinavian J. Statistics 6, 65-70): the chance of one or
 * more false findings stays below the level, however the questions hang together. NaN stays NaN and does not count.
 * @returns in the order given; at most 1, never below its p, and in the order of the p
 */
export function holm(p: readonly number[]): number[] {
  const order = p.map((_, i) => i).filter((i) => !Number.isNaN(at(p, i)));
  order.sort((a, b) => at(p, a) - at(p, b));
  const adjusted = p.map(() => Number.NaN);
  let largest = 0;
  order.forEach((i, rank) => {
    largest = Math.max(largest, Math.min(1, at(p, i) * (order.length - rank)));
    adjusted[i] = largest;
  });
  return adjusted;
}

function at(p: readonly number[], i: number): number {
  return p[i] ?? Number.NaN;
}
