/** `npm run bench [-- --quick] [-- --json]`: speed and memory, against a yardstick in the same run. Quote ratios, not milliseconds. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { shippedNames } from "../node/document-kind.ts";
import { resolveScenario } from "../node/scenario.ts";
import { benchRun, growth, modelOf } from "./engine.ts";
import { benchRandom } from "./random.ts";
import { benchSweeps, sweepLines } from "./sweeps.ts";
import { benchYardstick } from "./yardstick.ts";

const quick = process.argv.includes("--quick");
const json = process.argv.includes("--json");

/** A fixed loop of plain arithmetic: a machine that needs twice as long is half as fast. */
function calibrate(): number {
  const from = performance.now();
  let x = 1;
  for (let i = 0; i < 100_000_000; i++) x = (x * 1.000_000_1 + i) % 1_000_003;
  return x > 0 ? performance.now() - from : 0;
}

function startToFiles(scenario: string): number {
  const folder = mkdtempSync(join(tmpdir(), "corridor-bench-"));
  const program = fileURLToPath(new URL("../cli/main.js", import.meta.url));
  const from = performance.now();
  execFileSync(process.execPath, [program, "run", scenario, "--quiet", "--out", join(folder, "run")], { stdio: "ignore" });
  const seconds = (performance.now() - from) / 1000;
  rmSync(folder, { recursive: true });
  return seconds;
}

/** The first shipped ecosystem that is whole. */
async function firstWhole(): Promise<string> {
  for (const name of await shippedNames("ecosystem")) if ((await resolveScenario({ scenario: name })).scenario) return name;
  throw new Error("no shipped ecosystem");
}

const scenario = await firstWhole();
benchRun(await modelOf(scenario, [], 200));
const calibrationMs = calibrate();
const yardstick = benchYardstick();
const main = benchRun(await modelOf(scenario, [], quick ? 40 : 10));
const scales = quick ? [80, 40] : [80, 40, 20, 10];
const byScale = [];
for (const scale of scales) byScale.push(benchRun(await modelOf(scenario, [], scale)));
const full = quick ? undefined : benchRun(await modelOf(scenario, [], 1));
const report = {
  machine: { node: process.version, calibrationMs },
  yardstick,
  main,
  growthInMigrants: growth(
    byScale.map((run) => run.migrantWeeks),
    byScale.map((run) => run.seconds),
  ),
  byScale: byScale.map(({ scale, seconds, migrantWeeks, migrantWeeksPerSecond }) => ({
    scale,
    seconds,
    migrantWeeks,
    migrantWeeksPerSecond,
  })),
  startToFilesSeconds: startToFiles(scenario),
  fullScale: full && { seconds: full.seconds, migrantWeeks: full.migrantWeeks, residentMB: process.memoryUsage.rss() / 1e6 },
  sweeps: await benchSweeps(quick),
  random: benchRandom(),
};

if (json) console.log(JSON.stringify(report, undefined, 2));
else {
  const millions = (n: number) => (n / 1e6).toFixed(2);
  console.log(`where the time goes (${scenario}, scale ${main.scale}, ${main.weeks} weeks, ${main.seconds.toFixed(2)} s)`);
  for (const [name, seconds] of Object.entries(main.phases).sort((a, b) => b[1] - a[1])) {
    console.log(`  ${name.padEnd(12)} ${seconds.toFixed(3)} s  ${((100 * seconds) / main.seconds).toFixed(1)} %`);
  }
  console.log(
    `live migrant-weeks  ${millions(main.migrantWeeks)} million, ${millions(main.migrantWeeksPerSecond)} million a second`,
  );
  console.log(`bytes per live migrant  ${main.bytesPerMigrant}`);
  for (const run of report.byScale)
    console.log(
      `scale ${run.scale}: ${run.seconds.toFixed(2)} s, ${millions(run.migrantWeeksPerSecond)} million migrant-weeks a second`,
    );
  console.log(
    `growth of time in migrant-weeks: exponent ${report.growthInMigrants.toFixed(2)} (1 = linear; the market of smugglers is a fixed cost)`,
  );
  if (report.fullScale)
    console.log(
      `scale 1: ${report.fullScale.seconds.toFixed(1)} s, ${millions(report.fullScale.migrantWeeks)} million migrant-weeks, ${report.fullScale.residentMB.toFixed(0)} MB resident`,
    );
  for (const line of sweepLines(report.sweeps)) console.log(line);
  console.log(`start to files, scale 10: ${report.startToFilesSeconds.toFixed(2)} s`);
  console.log(
    `yardstick: plain ${yardstick.plainNs.toFixed(0)} ns, as the engine ${yardstick.engineNs.toFixed(0)} ns per agent-step: ${(yardstick.plainNs / yardstick.engineNs).toFixed(1)}x`,
  );
  for (const { name, nsPerDraw } of report.random) console.log(`  ${name.padEnd(34)} ${nsPerDraw.toFixed(1)} ns per draw`);
  console.log(`machine: ${process.version}, calibration loop ${calibrationMs.toFixed(0)} ms`);
}
