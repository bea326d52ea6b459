/** What an authority reads off, for histories of which the answer is known. */
import { expect, it } from "vitest";
import { createWorld } from "../../src/core/world/create.ts";
import { observed } from "../../src/core/world/observed.ts";
import type { World } from "../../src/core/world/world.ts";
import { modelOf } from "./world.ts";

const [YEAR, QUARTER] = [52, 13]; // weeks

function worldIn(week: number): World {
  const world = createWorld(modelOf({ settings: { warmupWeeks: 10 } }));
  world.week = week;
  return world;
}

it("flows are added up over the year or quarter that ends with last week", () => {
  const world = worldIn(60);
  const { arrivals, deaths, stops, spend, abuse, trips } = world.history.columns;
  for (const series of [arrivals, deaths, stops, spend, abuse, trips]) series.fill(1e6);
  for (let week = 60 - YEAR; week < 60; week++) {
    [arrivals[week], deaths[week], stops[week], spend[week], abuse[week], trips[week]] = [6, 1, 3, 100, 2, 8];
  }
  expect(observed(world, "arrivals-year")).toBe(6 * YEAR);
  expect(observed(world, "arrivals-quarter")).toBe(6 * QUARTER);
  expect(observed(world, "deaths-year")).toBe(YEAR);
  expect(observed(world, "deaths-per-1000")).toBe(100); // one of those who arrived, were stopped or died
  expect(observed(world, "abuse-per-1000")).toBe(250);
  expect(observed(world, "spend-year")).toBe(100 * YEAR);
});

it("at first there is only what has been, and no ratio to nothing", () => {
  const world = worldIn(2);
  world.history.columns.arrivals.fill(5);
  expect(observed(world, "arrivals-year")).toBe(10);
  expect(observed(worldIn(0), "arrivals-year")).toBe(0);
  for (const indicator of ["deaths-per-1000", "abuse-per-1000", "assessed-abusive-share"] as const) {
    expect(observed(worldIn(0), indicator)).toBe(0);
  }
});

it("prices stand against those of a year after the warm-up, or of last week before that", () => {
  const world = worldIn(70);
  const { price } = world.history.columns;
  price.fill(Number.NaN);
  [price[10 + YEAR - 1], price[69]] = [200, 300];
  expect(observed(world, "price-index")).toBe(1.5);
  world.week = 40;
  price[39] = 250;
  expect(observed(world, "price-index")).toBe(1);
  expect(observed(worldIn(0), "price-index")).toBe(1);
});

it("support is that of the public, and a listing is so many weeks ago", () => {
  const world = worldIn(20);
  world.public.columns.support[0] = 0.375;
  expect(observed(world, "support")).toBe(0.375);
  expect(observed(world, "weeks-since-listing")).toBe(0);
  world.public.columns.lastListing[0] = 15; // week 14
  expect(observed(world, "weeks-since-listing")).toBe(6);
});

it("those on a list are counted, and of those assessed by anybody the abusive", () => {
  const world = worldIn(20);
  const { smugglers, enablers, model } = world;
  const [one = 0, two = 0, three = 0] = world.active;
  smugglers.columns.listedBy[one] = 2;
  smugglers.columns.listedBy[two] = 1;
  enablers.columns.listedBy[0] = 1;
  expect(observed(world, "listed-actors")).toBe(3);
  const last = model.authorities.count - 1;
  for (const [row, severity] of [
    [one, 0.75],
    [two, 0.5],
    [three, 0.25],
  ] as const) {
    // one above a half
    smugglers.columns.assessedWeek[row * (last + 1) + last] = 5;
    smugglers.columns.assessedSeverity[row * (last + 1) + last] = severity;
  }
  expect(observed(world, "assessed-abusive-share")).toBe(1 / 3);
});
