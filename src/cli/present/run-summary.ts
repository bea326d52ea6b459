/** What `corridor run` says at the end, for somebody who has never seen the program. */
import type { SummaryRow } from "../../experiment/summary.ts";
import type { Played } from "../../node/play-scenario.ts";
import type { ResolvedScenario } from "../../node/scenario.ts";
import type { Deed } from "../../report/deeds.ts";
import { COMPOUND_HEADLINES, HEADLINES, type Headline } from "../../report/headline.ts";
import type { Colors } from "../terminal.ts";
import { counted, formatNumber, sparkline } from "./number.ts";
import { textRows, textTable, wrap } from "./text-table.ts";

const WIDTH = 100;
const PERCENT = 100;
/** Below this many replicates an interval is a first impression. */
const FEW = 10;

export interface SummaryText {
  readonly scenario: ResolvedScenario;
  readonly played: Played;
  /** Folder as the user would type it. */
  readonly folder: string;
  /** The command that compares strategies in the same world; absent for a run of a sweep. */
  readonly compare?: string;
  readonly colors: Colors;
}

export function runSummary({ scenario, played, folder, compare, colors }: SummaryText): string {
  const { bold } = colors;
  return [
    bold(`${scenario.title}\nStrategy: ${scenario.strategy.title}\n`),
    setting(scenario, played),
    `\n${bold("What happened, by year")}\n`,
    yearTable(headlinesOf(played, scenario, HEADLINES), played),
    compoundTable(played, scenario),
    `\n${bold("Beside published figures")}\n`,
    comparison(played.summary, colors),
    `\n${bold("What authorities did")}${played.runs.length > 1 ? " (first run)" : ""}\n`,
    deedLines(played.deeds),
    "\n",
    wrap(CAUTION, WIDTH),
    compare === undefined
      ? ""
      : `What the strategy changes, pair by pair with the same luck, and how sure that is:\n  ${compare}\n`,
    `\n${wrap(finalState(played), WIDTH)}`,
    `Written to ${folder}/ (${played.files.length} files; open summary.csv first, datapackage.json explains every column)\n`,
    failures(played),
  ].join("");
}

const CAUTION =
  "This is a simulated world, not a forecast: it shows what follows from the assumptions in the scenario. One world says little about a strategy; compare several strategies over many replicates.";

function setting({ ecosystem, settings }: ResolvedScenario, { runs }: Played): string {
  const { start = ecosystem.start, end = ecosystem.end, scale, seed } = settings;
  const actors = [
    counted(Object.keys(ecosystem.communities).length, "community", "communities"),
    counted(Object.keys(ecosystem.legs).length, "leg"),
    `${counted(smugglersOf(ecosystem), "smuggler")} at the start`,
  ].join(", ");
  const many = runs.length === 1 ? "1 run" : `${counted(runs.length, "run")} that differ only by luck`;
  return wrap(
    `Simulated week by week from ${start} to ${end}: ${actors}; one simulated migrant stands for ${counted(scale, "person")}; ${many}, seed ${seed}.`,
    WIDTH,
  );
}

function smugglersOf({ legs }: ResolvedScenario["ecosystem"]): number {
  return Object.values(legs).reduce((sum, { smugglers }) => sum + smugglers.value, 0);
}

interface Shown {
  readonly headline: Headline;
  readonly rows: readonly SummaryRow[];
}

/** Those of which the ecosystem has the outcome. */
function headlinesOf({ summary }: Played, { strategy }: ResolvedScenario, headlines: readonly Headline[]): Shown[] {
  const isIdle = Object.keys(strategy.instruments).length === 0;
  return headlines
    .map((headline) => ({ headline, rows: summary.filter(({ outcome }) => outcome.name === headline.outcome) }))
    .filter(({ headline, rows }) => rows.length > 0 && !(isIdle && headline.outcome === "spend"));
}

function compoundTable(played: Played, scenario: ResolvedScenario): string {
  const shown = headlinesOf(played, scenario, COMPOUND_HEADLINES);
  return shown.length === 0 ? "" : `\n${yearTable(shown, played)}`;
}

function yearTable(shown: readonly Shown[], { summary, runs }: Played): string {
  const years = [...new Map(summary.map(({ year, weeks }) => [year, weeks]))];
  const cells = years.map(([year, weeks]) => [
    `${year}${weeks < 52 ? "*" : ""}`,
    ...shown.map(({ headline, rows }) => {
      const row = rows.find((one) => one.year === year);
      return row ? estimateText(row, headline) : "–";
    }),
  ]);
  const columns = [{ head: "year" }, ...shown.map(({ headline }) => ({ head: headline.label, align: "right" as const }))];
  const legend = shown.map(({ headline, rows }) => [
    headline.label,
    years.length > 1 ? sparkline(rows.map(({ estimate }) => estimate.mean)) : "",
    headline.about,
  ]);
  return [
    textTable(columns, cells, "  "),
    "\n",
    textRows(legend, "  "),
    years.some(([, weeks]) => weeks < 52) ? "  * a part of the year: compare with care\n" : "",
    runs.length > 1
      ? `  mean of ${runs.length} runs and its 95 % interval: ± half of it, or its ends where one is as far as can be${runs.length < FEW ? " (few runs: indicative only)" : ""}\n`
      : "",
  ].join("");
}

export function estimateText({ estimate: { mean, low, high } }: Pick<SummaryRow, "estimate">, headline: Headline): string {
  const text = headlineNumber(mean, headline);
  if (Number.isNaN(low)) return text;
  // Cut off where an outcome ends: half of what is left would reach beyond.
  if (isCut(mean - low, high - mean)) return `${text} (${headlineNumber(low, headline)} to ${headlineNumber(high, headline)})`;
  return `${text} ±${headlineNumber((high - low) / 2, headline)}`;
}

/** Further apart than rounding puts the two sides of an interval of Student's t. */
const isCut = (below: number, above: number): boolean => Math.abs(below - above) > 1e-9 * Math.max(below, above);

function headlineNumber(value: number, { digits, percent = false }: Headline): string {
  return percent ? `${formatNumber(value * PERCENT, digits)}${Number.isNaN(value) ? "" : " %"}` : formatNumber(value, digits);
}

/** One paragraph for each outcome that somebody published figures of. */
function comparison(summary: readonly SummaryRow[], { green, yellow }: Colors): string {
  const outcomes = [...new Set(summary.filter(({ published }) => published).map(({ outcome }) => outcome.name))];
  if (outcomes.length === 0) return "  The ecosystem has no published figures for these years.\n";
  return outcomes
    .map((name) => {
      const rows = summary.filter(({ outcome, published }) => outcome.name === name && published);
      const judged = rows.filter(({ inside }) => inside !== undefined);
      const inside = judged.filter((row) => row.inside);
      const outside = judged.filter((row) => !row.inside);
      const score = `${inside.length} of ${counted(judged.length, "year")} inside the published band`;
      const head = `  ${name}: ${(outside.length === 0 ? green : yellow)(score)}\n`;
      return head + outside.map((row) => `    ${outsideText(row)}\n`).join("");
    })
    .join("");
}

function outsideText({ year, outcome, estimate: { mean }, published }: SummaryRow): string {
  const digits = Math.abs(mean) < PERCENT ? 2 : 0;
  const { value = Number.NaN, low = Number.NaN, high = Number.NaN } = published ?? {};
  const [own, theirs, from, to] = [mean, value, low, high].map((number) => formatNumber(number, digits));
  return `${year}: ${own} simulated, ${theirs} published (${from} to ${to}), ${outcome.unit}`;
}

/** "2018: un listed 5 smugglers and 1 enabler; ..." */
function deedLines(deeds: readonly Deed[]): string {
  const years = [...new Set(deeds.map(({ year }) => year))];
  if (years.length === 0) return "  Nobody was listed, followed up or prosecuted.\n";
  return years
    .map((year) => wrap(`${year}: ${deedTexts(deeds.filter((deed) => deed.year === year))}`, WIDTH, "  ", "      "))
    .join("");
}

function deedTexts(deeds: readonly Deed[]): string {
  const acts = new Map<string, string[]>();
  for (const { event, role, authority, count } of deeds) {
    const act = authority === "" ? event : `${authority} ${event}`;
    acts.set(act, [...(acts.get(act) ?? []), counted(count, role)]);
  }
  return [...acts].map(([act, actors]) => `${act} ${actors.join(" and ")}`).join("; ");
}

const HEX = 16;
const HASH_DIGITS = 8;

/** By which two runs are known to be the same to the last bit, on any machine and in a browser. */
function finalState({ runs }: Played): string {
  const [first] = runs;
  if (!first) return "";
  const hash = first.finalHash.toString(HEX).padStart(HASH_DIGITS, "0");
  return `Final state${runs.length > 1 ? " of the first run" : ""}: ${hash} (run ${first.runId}; the policy lab shows the same).`;
}

function failures({ failed }: Played): string {
  const [first] = failed;
  if (!first) return "";
  return `\n${failed.length} of the runs failed (failures.csv). The first: ${first.message}\n  ${first.command}\n`;
}
