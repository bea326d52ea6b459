/** What a sweep will cost, said before it begins. */
import { statfsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { type Estimate, estimate } from "../experiment/estimate.ts";
import type { Plan } from "../experiment/plan.ts";
import { SHEET_ROWS } from "../formats/spreadsheet-limits.ts";
import { EXIT, Failure } from "../node/failure.ts";
import { counted, formatNumber } from "./present/number.ts";
import { textTable } from "./present/text-table.ts";
import { durationText, type SweepingOptions, workersOf } from "./sweeping.ts";

const MEGABYTE = 1e6;
const GIGABYTE = 1e9;
/** More runs than this are worth a look at the disk before they start. */
const MANY_RUNS = 2000;

/** From a pilot of some weeks. */
export const costOf = (plan: Plan): Estimate => estimate(plan, () => performance.now());

export function foresee(plan: Plan, options: SweepingOptions, cost = costOf(plan)): string {
  const cores = workersOf(options).workers ?? availableParallelism();
  const points = plan.ensemble ? "" : `${counted(cost.points, "point")} x `;
  const drawn = plan.ensemble ? `, each with one of ${counted(cost.points, "set")} of the ensemble ${plan.ensemble.name}` : "";
  const trials = `${counted(plan.ecosystems.length, "ecosystem")} x ${points}${counted(plan.strategies.length, "strategy", "strategies")} x ${counted(plan.settings.replicates, "replicate")}${drawn}`;
  return [
    `${plan.title}\n`,
    `plan ${plan.id}: ${trials} = ${counted(cost.runs, "run")}\n`,
    `about ${durationText((cost.secondsPerRun * cost.runs) / cores)} on ${counted(cores, "core")} (${formatNumber(cost.secondsPerRun, 2)} s a run, from a pilot of some weeks)\n`,
    `about ${sizeText(cost.bytes)} on the disk\n\n`,
    textTable(
      [{ head: "table" }, { head: "rows", align: "right" }, { head: "size", align: "right" }, { head: "" }],
      cost.tables.map(({ name, rows, bytes }) => [
        `${name}.csv`,
        formatNumber(rows),
        sizeText(bytes),
        rows + 1 > SHEET_ROWS ? "more rows than a sheet holds: corridor export --format parquet, or record less often" : "",
      ]),
    ),
  ].join("");
}

function sizeText(bytes: number): string {
  return bytes < GIGABYTE ? `${formatNumber(bytes / MEGABYTE, 1)} MB` : `${formatNumber(bytes / GIGABYTE, 1)} GB`;
}

/** @throws Failure with status 2 when the disk cannot hold the result */
export function refuseTooLarge(plan: Plan, folder: string): void {
  if (plan.runs < MANY_RUNS) return;
  const cost = costOf(plan);
  const free = freeBytes(folder);
  if (free === undefined || cost.bytes < free) return;
  const hours = durationText((cost.secondsPerRun * cost.runs) / availableParallelism());
  const rows = cost.tables.reduce((sum, table) => sum + table.rows, 0);
  const size = `${counted(cost.runs, "run")}, ${formatNumber(rows)} rows, about ${hours}, about ${sizeText(cost.bytes)}`;
  throw new Failure(
    EXIT.usage,
    `the sweep is too large for the disk: ${size}, and ${sizeText(free)} are free`,
    "record less (record.outcomes, record.every: end, no tables), take fewer points, or name another disk with --out",
  );
}

function freeBytes(folder: string): number | undefined {
  for (let at = folder; ; at = at.slice(0, Math.max(1, at.lastIndexOf("/")))) {
    try {
      const { bavail, bsize } = statfsSync(at);
      return bavail * bsize;
    } catch {
      if (at === "/" || !at.includes("/")) return undefined;
    }
  }
}
