/** The closed form of one window against the definition of the Shapley value, over random worlds with many empty cells. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Cells, cellCount } from "../../../src/experiment/decompose/cells.ts";
import { GROUPS, PLAYERS } from "../../../src/experiment/decompose/parts.ts";
import { splitWindow } from "../../../src/experiment/decompose/window-split.ts";
import { coalitionValue, shapleyByOrders } from "./brute-force.ts";

const SHAPE = { legs: 2, conducts: 3, harms: 2 };
const CELLS = cellCount(SHAPE);

/** Two cells of three are empty, so that whole groups and legs often are. */
const trips = fc.oneof(
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.double({ min: 1, max: 900, noNaN: true }) },
);
const rate = fc.double({ min: 0, max: 2, noNaN: true });
const world = fc
  .record({
    trips: fc.array(trips, { minLength: CELLS, maxLength: CELLS }),
    rates: fc.array(rate, { minLength: CELLS * SHAPE.harms, maxLength: CELLS * SHAPE.harms }),
  })
  .map(({ trips, rates }): Cells => worldOf(trips, rates));

function worldOf(trips: readonly number[], rates: readonly number[]): Cells {
  return {
    trips: Float64Array.from(trips),
    harm: Float64Array.from(rates, (rate, i) => rate * trips[Math.floor(i / SHAPE.harms)]),
  };
}

function splitOf(base: Cells, treated: Cells): number[][] {
  const into = new Float64Array(2 * PLAYERS.length * SHAPE.harms);
  splitWindow(SHAPE, base, treated, into);
  return Array.from({ length: SHAPE.harms }, (_, h) =>
    PLAYERS.map((__, player) =>
      [0, 1].reduce((part, world) => part + into[(world * PLAYERS.length + player) * SHAPE.harms + h], 0),
    ),
  );
}

const harmOf = ({ harm }: Cells, h: number) => harm.reduce((sum, value, i) => (i % SHAPE.harms === h ? sum + value : sum), 0);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const sizeOf = (base: Cells, treated: Cells) => 1 + harmOf(base, 0) + harmOf(base, 1) + harmOf(treated, 0) + harmOf(treated, 1);

describe("the split of one window", () => {
  it("is the mean over all orders of arrival", () => {
    fc.assert(
      fc.property(world, world, (base, treated) => {
        const split = splitOf(base, treated);
        for (let h = 0; h < SHAPE.harms; h++) {
          const defined = shapleyByOrders(coalitionValue(SHAPE, base, treated, h));
          defined.forEach((value, player) => {
            expect(Math.abs(split[h][player] - value)).toBeLessThan(1e-10 * sizeOf(base, treated));
          });
        }
      }),
      { numRuns: 40 },
    );
  });

  it("adds up to the difference, however many cells are empty", () => {
    fc.assert(
      fc.property(world, world, (base, treated) => {
        splitOf(base, treated).forEach((parts, h) => {
          const rest = sum(parts) - (harmOf(treated, h) - harmOf(base, h));
          expect(Math.abs(rest)).toBeLessThan(1e-11 * sizeOf(base, treated));
        });
      }),
      { numRuns: 300 },
    );
  });

  it("is exactly nothing between a world and itself", () => {
    fc.assert(
      fc.property(world, (one) => {
        expect(
          splitOf(one, { trips: one.trips.slice(), harm: one.harm.slice() })
            .flat()
            .every((part) => part === 0),
        ).toBe(true);
      }),
    );
  });

  it("changes its sign when the worlds change places", () => {
    fc.assert(
      fc.property(world, world, (base, treated) => {
        const back = splitOf(treated, base).flat();
        splitOf(base, treated)
          .flat()
          .forEach((part, i) => {
            expect(Math.abs(part + back[i])).toBeLessThan(1e-11 * sizeOf(base, treated));
          });
      }),
    );
  });
});

const full = fc.array(fc.double({ min: 1, max: 900, noNaN: true }), { minLength: CELLS, maxLength: CELLS });
const rates = fc.array(rate, { minLength: CELLS * SHAPE.harms, maxLength: CELLS * SHAPE.harms });
const factor = fc.double({ min: 0.2, max: 3, noNaN: true });
const perLeg = GROUPS.length * SHAPE.conducts;
const groupOf = (cell: number) => Math.floor(cell / SHAPE.conducts) % GROUPS.length;

/** Worlds that differ by one mechanism only: trips of the treated world from those of the base. */
const MECHANISMS: readonly [string, number, (trips: number[], factor: number) => number[]][] = [
  ["volume", 0, (trips, factor) => trips.map((n) => n * factor)],
  [
    "route",
    1,
    (trips, factor) => {
      const first = sum(trips.slice(0, perLeg));
      const all = sum(trips);
      const grown = first * factor;
      return trips.map((n, cell) => n * (all / (all - first + grown)) * (cell < perLeg ? factor : 1));
    },
  ],
  [
    "share",
    2,
    (trips, factor) =>
      trips.map((n, cell) => {
        const leg = trips.filter((_, other) => Math.floor(other / perLeg) === Math.floor(cell / perLeg));
        const grows = (other: number) => groupOf(other) === 0;
        const after = sum(leg.map((m, other) => m * (grows(other) ? factor : 1)));
        return n * (grows(cell) ? factor : 1) * (sum(leg) / after);
      }),
  ],
  ...GROUPS.map((name, group): [string, number, (trips: number[]) => number[]] => [
    `conduct of ${name}`,
    3 + group,
    // the conduct of a group turned round: its trips stay as many
    (trips) =>
      trips.map((n, cell) => (groupOf(cell) === group ? trips[cell + SHAPE.conducts - 1 - 2 * (cell % SHAPE.conducts)] : n)),
  ]),
];

describe("a world in which one mechanism moves gives everything to that mechanism", () => {
  it.each(MECHANISMS)("%s", (_, player, move) => {
    fc.assert(
      fc.property(full, rates, factor, (trips, perTrip, by) => {
        const [base, treated] = [worldOf(trips, perTrip), worldOf(move(trips, by), perTrip)];
        splitOf(base, treated).forEach((parts, h) => {
          const whole = harmOf(treated, h) - harmOf(base, h);
          parts.forEach((part, i) => {
            expect(Math.abs(part - (i === player ? whole : 0))).toBeLessThan(1e-11 * sizeOf(base, treated));
          });
        });
      }),
      { numRuns: 50 },
    );
  });

  it("environment", () => {
    fc.assert(
      fc.property(full, rates, rates, (trips, before, after) => {
        const [base, treated] = [worldOf(trips, before), worldOf(trips, after)];
        splitOf(base, treated).forEach((parts, h) => {
          const whole = harmOf(treated, h) - harmOf(base, h);
          expect(parts.slice(0, -1).every((part) => part === 0)).toBe(true);
          expect(Math.abs(parts[PLAYERS.length - 1] - whole)).toBeLessThan(1e-11 * sizeOf(base, treated));
        });
      }),
      { numRuns: 50 },
    );
  });
});
