/**
 * Which mixtures of two strategies to play so that the difference between them can be split among its parts. A mixture is a
 * mask: bit i is 1 where part i is as in the second strategy. 0 is the first strategy, all ones the second.
 */
import seedrandom from "seedrandom";

export interface SubsetPlan {
  /** Number of parts. */
  readonly parts: number;
  /** The mixtures to play, each once, ascending: the first strategy first, the second last. */
  readonly masks: readonly number[];
  /** Orders in which parts are exchanged, in pairs of one and its reverse; empty when every mixture is played. */
  readonly orders: readonly (readonly number[])[];
}

/** From here on all mixtures are more than anybody plays. */
export const MOST_EXACT = 6;
/** Masks are whole numbers of 32 bits. */
const MOST_PARTS = 30;

/** All 2^k mixtures of k parts: an exact split. @throws RangeError for less than 1 or more than `MOST_EXACT` parts */
export function subsetsOf(parts: number): SubsetPlan {
  if (!Number.isInteger(parts) || parts < 1 || parts > MOST_EXACT) {
    throw new RangeError(`parts: ${parts}, use 1 to ${MOST_EXACT}; for more sample orders`);
  }
  return { parts, masks: Array.from({ length: 1 << parts }, (_, mask) => mask), orders: [] };
}

/**
 * The mixtures met on the way from one strategy to the other in a sample of orders (Castro, Gomez and Tejada 2009, Computers
 * and Operations Research 36, 1726-1730), each order with its reverse, which takes much of the noise away (Mitchell et al. 2022,
 * J. Machine Learning Research 23(43)). Each part alone, and all parts but one, are played as well.
 * @param pairs pairs of orders: two or more for an interval
 * @throws RangeError for less than 1 or more than 30 parts, or less than 1 pair
 */
export function sampledSubsets(parts: number, pairs: number, seed: string): SubsetPlan {
  if (!Number.isInteger(parts) || parts < 1 || parts > MOST_PARTS)
    throw new RangeError(`parts: ${parts}, use 1 to ${MOST_PARTS}`);
  if (!Number.isInteger(pairs) || pairs < 1) throw new RangeError(`pairs of orders: ${pairs}, use a whole number of 1 or more`);
  const random = seedrandom.alea(`${seed}|orders|${parts}`);
  const orders = Array.from({ length: pairs }, () => {
    const order = Array.from({ length: parts }, (_, part) => part);
    for (let i = parts - 1; i > 0; i--) {
      const j = Math.floor(random.double() * (i + 1));
      [order[i], order[j]] = [order[j] as number, order[i] as number];
    }
    return [order, [...order].reverse()];
  }).flat();
  const all = everyPart(parts);
  const single = Array.from({ length: parts }, (_, part) => 1 << part);
  const masks = new Set([0, all, ...single, ...single.map((bit) => all & ~bit), ...orders.flatMap(masksAlong)]);
  return { parts, masks: [...masks].sort((a, b) => a - b), orders };
}

/** The exact plan where it has few enough mixtures, else a sampled one. */
export function subsetPlan(parts: number, pairs: number, seed: string): SubsetPlan {
  return parts <= MOST_EXACT ? subsetsOf(parts) : sampledSubsets(parts, pairs, seed);
}

export function everyPart(parts: number): number {
  return (1 << parts) - 1;
}

/** Mixtures from none of the parts to all of them. */
export function masksAlong(order: readonly number[]): number[] {
  let mask = 0;
  return [0, ...order.map((part) => (mask |= 1 << part))];
}
