/**
 * `npm run bench [-- --quick] [-- --json] [-- --store]`: speed and memory beside the bars of the project, as measured and as they
 * would be on the machine on which the bars were set; beside the same small market in C and in other ways of writing; beside
 * stored figures. Processor time wherever it can be had, because machines are shared. `--store` keeps today's figures.
 */
import { shippedNames } from "../node/document-kind.ts";
import { resolveScenario } from "../node/scenario.ts";
import { type Bar, least, most, rate, time } from "./bars.ts";
import { compareWithBaseline, type Mode, storeBaseline } from "./baseline.ts";
import { benchRun, modelOf } from "./engine.ts";
import { measureGrowth } from "./growth.ts";
import { benchLab, labBars } from "./lab.ts";
import { measureMachine } from "./machine.ts";
import { compareMarkets } from "./market/compare.ts";
import { page, type Report } from "./page.ts";
import { startToFiles, startToHelp, startToVerdict } from "./programs.ts";
import { benchRandom } from "./random.ts";
import { benchSweeps } from "./sweeps.ts";

const GB = 1e9;
const mode: Mode = process.argv.includes("--quick") ? "quick" : "full";
const quick = mode === "quick";

/** The first shipped ecosystem that is whole. */
async function firstWhole(): Promise<string> {
  for (const name of await shippedNames("ecosystem")) if ((await resolveScenario({ scenario: name })).scenario) return name;
  throw new Error("no shipped ecosystem");
}

async function measure(): Promise<Report> {
  const scenario = await firstWhole();
  // engines compile while they play: the first runs are no measure of the others
  for (const scale of [200, 80]) benchRun(await modelOf(scenario, [], scale));
  const random = benchRandom();
  const machine = await measureMachine(random);
  const byScale = [];
  for (const scale of quick ? [160, 80, 40] : [80, 40, 20, 10]) byScale.push(benchRun(await modelOf(scenario, [], scale)));
  const main = byScale.at(-1) as (typeof byScale)[number];
  const growth = await measureGrowth(scenario, byScale);
  const files = startToFiles(scenario, main.scale);
  const help = startToHelp();
  const verdict = startToVerdict(scenario);
  const markets = await compareMarkets();
  const full = quick ? undefined : benchRun(await modelOf(scenario, [], 1));
  const resident = process.resourceUsage().maxRSS * 1024;
  const sweeps = await benchSweeps(quick);
  const lab = await benchLab();
  const toolkits = markets.filter(({ isToolkit, missing }) => isToolkit && missing === undefined);

  const bars: Bar[] = [
    rate(["live migrant-weeks per second of processor", "million", 3, 6], main.migrantWeeksPerSecond / 1e6, machine),
    ...toolkits.map(({ name, behind }) => least([`ahead of ${name} on the same small market`, "times", 10, 30], behind)),
    time([`a run from start to files, scale ${main.scale}, processor`, "s", 4, 1.5], files.cpuSeconds, machine),
    ...(full
      ? [
          time(["the corridor at 1:1, processor", "s", 60, 20], full.cpuSeconds, machine),
          most(["most memory of it", "GB", 2, 1], resident / GB),
        ]
      : []),
    most(["memory per live migrant, all columns", "bytes", 200, 100], main.bytesPerMigrant),
    least(["two threads against one", "times", 1.8, 1.95], sweeps.threads.gain),
    most(["a sweep on top of its runs, processor", "%", 10, 3], 100 * sweeps.overhead.cpuShare),
    rate(["trivial runs per second through a sweep", "runs", 2000, 10_000], sweeps.trivial.runsPerSecond, machine),
    ...growth.map(({ of, exponent }) => most([`growth in ${of}`, "exponent", 1.05, 1], exponent)),
    ...(typeof lab === "string" ? [] : labBars(lab, machine)),
    time(["corridor --help, processor", "ms", 150, 80], 1000 * help.cpuSeconds, machine),
  ];
  return {
    scenario,
    machine,
    main,
    bars,
    since: compareWithBaseline(mode, bars),
    byScale,
    growth,
    markets,
    files,
    help,
    verdict,
    sweeps,
    lab,
    random,
  };
}

const report = await measure();
if (process.argv.includes("--store")) storeBaseline(mode, report.bars);
if (process.argv.includes("--json"))
  console.log(JSON.stringify({ ...report, since: Object.fromEntries(report.since) }, undefined, 2));
else console.log(page(report));
