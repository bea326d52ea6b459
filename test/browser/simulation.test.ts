/** The same scenario has the same bits in Node and in a browser, week by week. */
import { expect, it } from "vitest";
import { ecosystemSchema, strategySchema } from "../../src/core/scenario/schema/strategy.ts";
import { RICH } from "../laws/rich-strategy.ts";
import { settingsOf, smallEcosystem, strategyOf } from "../laws/world.ts";
import { resolve } from "../scenarios/documents.ts";
import { runInChromium } from "./harness.ts";
import { play, type Run } from "./simulation.ts";

const SHIPPED = "central-mediterranean";

const runs: Readonly<Record<string, Run>> = {
  "the small corridor": {
    ecosystem: smallEcosystem(),
    strategy: strategyOf(RICH),
    settings: settingsOf(),
    seed: "browser",
  },
  [SHIPPED]: {
    ecosystem: ecosystemSchema.parse(resolve("ecosystems", SHIPPED)),
    strategy: strategySchema.parse(resolve("strategies", "whole-ecosystem")),
    settings: settingsOf({ start: "2018-05-07", end: "2018-11-04", warmupWeeks: 8, scale: 500 }),
    seed: "browser",
  },
};

it.each(Object.entries(runs))("plays %s to the same bits in Node and Chromium", async (_, run) => {
  const inNode = play(run);
  expect(new Set(inNode.weeklyHashes).size).toBe(inNode.weeklyHashes.length);
  expect(inNode.outcome.trips).toBeGreaterThan(0);
  expect(await runInChromium("test/browser/simulation.ts", "play", run)).toEqual(inNode);
});
