/** Harms that happen agree with those that were to be expected, within what chance explains. */
import { expect, it } from "vitest";
import { simulate } from "../../src/core/run.ts";
import { frozenEcosystem, modelOf } from "./world.ts";

const RUNS = 40;
/** Standard errors; among a dozen harms with fixed seeds more than this is no chance. */
const MOST = 4;

/**
 * Dangerous enough that every harm happens often, and death, interception and sale get into each other's way; in a short
 * run, so that many of them are cheap.
 */
const ecosystem = frozenEcosystem({
  end: "2015-04-26",
  legs: Object.fromEntries(
    ["savanna-oasis", "highland-oasis", "oasis-coast", "oasis-isle", "coast-isle-west", "coast-isle-east"].map((name) => [
      name,
      { wreck: 0.2, death: 0.1, interception: 0.3, detainedWhenIntercepted: 0.6 },
    ]),
  ),
  conduct: Object.fromEntries(
    ["facilitative", "negligent", "coercive", "predatory"].map((level) => [
      level,
      { harms: { trafficking: 0.1, extortion: 0.3, captivity: 0.2 } },
    ]),
  ),
  mechanisms: { "danger-deters": false },
  migrants: { loan: 0, lenderLimit: 0 },
});
const outcomes = Array.from({ length: RUNS }, (_, seed) => {
  return simulate(modelOf({ ecosystem, seed, settings: { warmupWeeks: 8, scale: 3 } })).outcome;
});

it.each(Object.keys(ecosystem.harms))("%s", (harm) => {
  const name = harm.replaceAll("-", "_");
  const surplus = outcomes.map((one) => one[`harm_${name}`] - one[`expected_${name}`]);
  const happened = outcomes.reduce((sum, one) => sum + one[`harm_${name}`], 0);
  expect(happened).toBeGreaterThan(1000); // or chance would explain anything
  const mean = surplus.reduce((sum, x) => sum + x, 0) / RUNS;
  const variance = surplus.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (RUNS - 1);
  expect(Math.abs(mean) / Math.sqrt(variance / RUNS)).toBeLessThan(MOST);
});
