/** The figures as a page: first the bars and where the time goes, then what stands behind them. */
import { type Bar, verdict } from "./bars.ts";
import type { EngineRun } from "./engine.ts";
import type { Growth } from "./growth.ts";
import { type LabBench, labLines } from "./lab.ts";
import type { Machine } from "./machine.ts";
import type { Implementation } from "./market/compare.ts";
import type { CostOfDraw } from "./random.ts";
import type { Spent } from "./spent.ts";
import { type SweepBench, sweepLines } from "./sweeps.ts";

export interface Report {
  readonly scenario: string;
  readonly machine: Machine;
  readonly main: EngineRun;
  readonly bars: readonly Bar[];
  /** What has changed since the stored figures, by name of the bar. */
  readonly since: ReadonlyMap<string, string>;
  readonly byScale: readonly EngineRun[];
  readonly growth: readonly Growth[];
  readonly markets: readonly Implementation[];
  readonly files: Spent;
  readonly help: Spent;
  readonly verdict: Spent;
  readonly sweeps: SweepBench;
  /** Why not, where there is no browser. */
  readonly lab: LabBench | string;
  readonly random: readonly CostOfDraw[];
}

/** Phases that together take this share of a run are shown. */
const SHOWN_PHASES = 10;

export function page(report: Report): string {
  return [
    ...machineLines(report.machine),
    "",
    ...barLines(report),
    "",
    ...phaseLines(report),
    "",
    ...marketLines(report.markets),
    "",
    ...growthLines(report.growth),
    "",
    ...report.byScale.map(
      (run) =>
        `scale ${run.scale}: ${seconds(run)}, ${number(run.migrantWeeks / 1e6)} million live migrant-weeks, ${run.weeks} weeks`,
    ),
    `start to files: ${seconds(report.files)}; --help: ${seconds(report.help)}; validate: ${seconds(report.verdict)}`,
    ...sweepLines(report.sweeps),
    ...labLines(report.lab),
    `two processes of plain arithmetic did ${number(report.machine.twoProcesses)} times the work of one: two threads can gain no more`,
    "",
    ...report.random.map(({ name, nsPerDraw }) => `  ${name.padEnd(36)} ${nsPerDraw.toFixed(1)} ns`),
  ].join("\n");
}

function machineLines({ node, slowness, kernels }: Machine): string[] {
  const parts = kernels.map(({ name, ns, reference }) => `${name.split(",")[0]} ${ns.toFixed(1)} ns for ${reference}`);
  return [`${node}; this machine takes ${number(slowness)} times as long as that of the bars (${parts.join(", ")})`];
}

export function barLines({ bars, since }: Pick<Report, "bars" | "since">): string[] {
  const rows = bars.map((bar) => [
    bar.name,
    number(bar.raw),
    number(bar.normalised),
    number(bar.bar),
    number(bar.moonshot),
    bar.unit,
    verdict(bar),
    since.get(bar.name) ?? "",
  ]);
  return table([["", "measured", "normalised", "bar", "moonshot", "", "", "since stored"], ...rows]);
}

function phaseLines({ scenario, main }: Report): string[] {
  const all = Object.entries(main.phases).sort((a, b) => b[1] - a[1]);
  const rest = main.seconds - all.slice(0, SHOWN_PHASES).reduce((sum, [, spent]) => sum + spent, 0);
  const rows = [...all.slice(0, SHOWN_PHASES), ["everything else", rest] as const].map(([name, spent]) => [
    `  ${name}`,
    `${((100 * spent) / main.seconds).toFixed(1)} %`,
  ]);
  return [
    `where the time of a run goes (${scenario}, scale ${main.scale}, ${main.weeks} weeks, ${seconds(main)})`,
    ...table(rows),
  ];
}

function marketLines(markets: readonly Implementation[]): string[] {
  const rows = markets.map(({ name, ns, behind, harmsPerThousand, missing }) =>
    missing === undefined
      ? [`  ${name}`, number(ns), number(behind), harmsPerThousand.toFixed(1)]
      : [`  ${name}`, "", "", "", missing],
  );
  const head = ["one small market, written in several ways", "ns per agent and week", "times ours", "harms per 1,000"];
  return table([head, ...rows]);
}

function growthLines(growth: readonly Growth[]): string[] {
  return growth.map(({ of, points, exponent }) => {
    const shown = points.map(({ x, cpuSeconds }) => `${Math.round(x).toLocaleString("en")}: ${number(cpuSeconds)} s`);
    return `growth in ${of}: exponent ${exponent.toFixed(2)}, 1 = linear (${shown.join(", ")})`;
  });
}

const seconds = (spent: Spent): string => `${number(spent.seconds)} s by the clock, ${number(spent.cpuSeconds)} s of processor`;

function number(value: number): string {
  if (!Number.isFinite(value)) return "";
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3);
}

/** Columns under each other; the first to the left, numbers to the right. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows) for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, cell.length);
  return rows.map((row) =>
    row
      .map((cell, i) => (i > 0 && /^[-\d.]/.test(cell) ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
      .join("  ")
      .trimEnd(),
  );
}
