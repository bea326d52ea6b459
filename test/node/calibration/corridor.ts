/** A calibration of the small corridor whose "published" figures were played at planted values. */
import fs from "node:fs";
import { join } from "node:path";
import { identify, perform } from "../../../src/experiment/perform.ts";
import { fixture, tiny } from "../../fixtures/tiny.ts";

/** Twice the shipped danger, fewer births: away from the defaults, and nothing the search knows. */
export const PLANTED = { "legs.coast-port.wreck": 0.08, "communities.villagers.births": 9000 } as const;
/** Nothing is listed under the strategy that is fitted, so no figure can tell it. */
export const IDLE = "smugglers.listing.rebrandCost";

const RUN = { scale: 40, warmupWeeks: 13 };
const METRICS = ["arrivals", "departures", "deaths_per_1000_attempts"];
const RUNS = 8;
/** Ends of the bands, as a share of a figure. */
const BAND = 0.2;

/** Writes the ecosystem and the calibration into a folder. @param method more of it */
export async function writeCalibration(folder: string, method: string, name = "planted"): Promise<string> {
  const text = fs.readFileSync(fixture("tiny.yaml"), "utf8");
  fs.writeFileSync(join(folder, "tiny.yaml"), `${text}\nfitting: { from: 2015, until: 2015 }\n`);
  const figures = await plantedFigures();
  const lines = Object.entries(figures).map(([metric, value]) => {
    const band = `{ value: ${value}, low: ${value * (1 - BAND)}, high: ${value * (1 + BAND)}, grade: assumed }`;
    return `  ${metric.replaceAll("_", "-")}: { figure: { title: Planted, metric: ${metric}, year: 2015, value: ${band} } }\n`;
  });
  const file = join(folder, `${name}.yaml`);
  fs.writeFileSync(
    file,
    [
      `format: corridor/calibration@1\nname: ${name}\necosystem: ./tiny.yaml\nstrategy: none\n`,
      "years: { from: 2015, until: 2015 }\nleaveOut: [arrivals-2015]\ndiscrepancy: 0.02\n",
      `targets:\n${lines.join("")}`,
      "parameters:\n  legs.coast-port.wreck: { low: 0.01, high: 0.16, scale: log }\n",
      `  communities.villagers.births: { low: 4000, high: 24000 }\n  ${IDLE}: { low: 0.05, high: 0.4 }\n`,
      `method: { kind: abc-smc, ${method} }\n`,
      `run: { scale: ${RUN.scale}, warmupWeeks: ${RUN.warmupWeeks} }\n`,
    ].join(""),
  );
  return file;
}

/** Means over runs with luck that the search does not meet. */
async function plantedFigures(): Promise<Record<string, number>> {
  const { ecosystem, strategy, settings } = await tiny({
    set: Object.entries(PLANTED).map(([path, value]) => `${path}=${value}`),
    ...{ scale: String(RUN.scale), end: "2016-01-07", seed: "planted" },
  });
  const study = { ecosystem, strategy, settings: { ...settings, warmupWeeks: RUN.warmupWeeks }, version: "test" };
  const played = Array.from({ length: RUNS }, (_, i) => perform(study, identify(study, i + 1)).years.values);
  const value = (metric: string) =>
    played.reduce((sum, values) => {
      const found = values.find(({ year, outcome }) => year === 2015 && outcome.name === metric);
      return sum + (found?.value ?? Number.NaN) / RUNS;
    }, 0);
  return Object.fromEntries(METRICS.map((metric) => [metric, Number(value(metric).toPrecision(6))]));
}
