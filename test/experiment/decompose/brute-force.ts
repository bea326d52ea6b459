/** The split as its definition says it: every order in which seven players can arrive, and the value of every coalition. */
import type { Cells, Shape } from "../../../src/experiment/decompose/cells.ts";
import { GROUPS, PLAYERS } from "../../../src/experiment/decompose/parts.ts";

const over = (a: number, b: number): number | undefined => (b > 0 ? a / b : undefined);
const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

/** Factors of the harm of one world, with what it lacks taken from the other. */
function factors({ legs, conducts, harms }: Shape, own: Cells, other: Cells) {
  const G = GROUPS.length;
  const cell = (r: number, g: number, l: number) => (r * G + g) * conducts + l;
  const each = (count: number) => Array.from({ length: count }, (_, i) => i);
  const onLeg = (w: Cells, r: number) => sum(each(G).map((g) => ofGroup(w, r, g)));
  const ofGroup = (w: Cells, r: number, g: number) => sum(each(conducts).map((l) => w.trips[cell(r, g, l)]));
  const total = (w: Cells) => sum(each(legs).map((r) => onLeg(w, r)));
  const rate = (w: Cells, r: number, g: number, l: number, h: number) =>
    over(w.harm[cell(r, g, l) * harms + h], w.trips[cell(r, g, l)]);
  const pooled = (w: Cells, r: number, l: number, h: number) =>
    over(sum(each(G).map((g) => w.harm[cell(r, g, l) * harms + h])), sum(each(G).map((g) => w.trips[cell(r, g, l)])));
  return {
    T: total(own),
    m: (r: number) => over(onLeg(own, r), total(own)) ?? over(onLeg(other, r), total(other)) ?? 0,
    s: (r: number, g: number) => over(ofGroup(own, r, g), onLeg(own, r)) ?? over(ofGroup(other, r, g), onLeg(other, r)) ?? 0,
    c: (r: number, g: number, l: number) =>
      over(own.trips[cell(r, g, l)], ofGroup(own, r, g)) ?? over(other.trips[cell(r, g, l)], ofGroup(other, r, g)) ?? 0,
    e: (r: number, g: number, l: number, h: number) =>
      rate(own, r, g, l, h) ?? rate(other, r, g, l, h) ?? pooled(own, r, l, h) ?? pooled(other, r, l, h) ?? 0,
  };
}

/** Harm when the players of a coalition (bits) take their factor from the treated world. */
export function coalitionValue(shape: Shape, base: Cells, treated: Cells, harm: number): (coalition: number) => number {
  const worlds = [factors(shape, base, treated), factors(shape, treated, base)];
  return (coalition) => {
    const from = (player: number) => worlds[(coalition >> player) & 1];
    let value = 0;
    for (let r = 0; r < shape.legs; r++) {
      for (let g = 0; g < GROUPS.length; g++) {
        for (let l = 0; l < shape.conducts; l++) {
          value += from(0).T * from(1).m(r) * from(2).s(r, g) * from(3 + g).c(r, g, l) * from(6).e(r, g, l, harm);
        }
      }
    }
    return value;
  };
}

function orders(players: readonly number[]): number[][] {
  if (players.length === 0) return [[]];
  return players.flatMap((first) => orders(players.filter((one) => one !== first)).map((rest) => [first, ...rest]));
}
const ORDERS = orders(PLAYERS.map((_, player) => player));

/** Mean, over all 5,040 orders of arrival, of what each player adds. */
export function shapleyByOrders(value: (coalition: number) => number): number[] {
  const known = Array.from({ length: 1 << PLAYERS.length }, (_, coalition) => value(coalition));
  const gains = PLAYERS.map(() => 0);
  for (const order of ORDERS) {
    let coalition = 0;
    for (const player of order) {
      const next = coalition | (1 << player);
      gains[player] += known[next] - known[coalition];
      coalition = next;
    }
  }
  return gains.map((gain) => gain / ORDERS.length);
}
