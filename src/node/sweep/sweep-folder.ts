/**
 * The folder of a sweep. plan.json and design.csv are there before anything runs; blocks/ grows while runs end, and has a
 * folder for each shard that is played by itself; at the end there are the tables, pieces/ (the rows of each run, for
 * `expand` and for other sweeps) and manifest.json.
 */
import fs from "node:fs";
import { join, resolve } from "node:path";
import { isMap } from "../../core/index.ts";
import { designTable } from "../../experiment/design-table.ts";
import { openPlan, type Plan, type PlanDocument } from "../../experiment/plan.ts";
import { planDifferences } from "../../experiment/plan-differences.ts";
import { csvHeader, csvRows } from "../../formats/csv.ts";
import { removeUnfinished, writeDurably } from "../durable.ts";
import { EXIT, Failure, withFiles } from "../failure.ts";
import { makeFolder } from "../make-folder.ts";
import { MANIFEST } from "../result-folder.ts";
import { lockFolder } from "./lock.ts";
import { openStore, type Store } from "./store.ts";

export const PLAN = "plan.json";
export const DESIGN = "design.csv";
const BLOCKS = "blocks";
const PIECES = "pieces";
const SHARD = /^\d+$/;

export interface SweepFolder {
  readonly folder: string;
  readonly plan: Plan;
  readonly store: Store;
  /** Whether the tables and the manifest are written. */
  isFinished(): boolean;
  close(): void;
}

export const blocksOf = (folder: string): string => join(folder, BLOCKS);
export const piecesOf = (folder: string): string => join(folder, PIECES);

/** Of one shard, so that who plays it need not look at the others. */
export const shardBlocksOf = (folder: string, shard: number): string => join(blocksOf(folder), String(shard));

/** Where the finished runs of a sweep lie; new ones go to the first. */
export function storesOf(folder: string): [string, ...string[]] {
  const blocks = blocksOf(folder);
  const found = fs.existsSync(blocks) ? withFiles(`read ${blocks}`, () => fs.readdirSync(blocks)) : [];
  const shards = found.filter((name) => SHARD.test(name)).map(Number);
  return [blocks, ...shards.sort((a, b) => a - b).map((shard) => shardBlocksOf(folder, shard)), piecesOf(folder)];
}

/** The plan in a folder; nothing when it has none. @throws Failure when it cannot be read or is no plan */
export function readPlan(folder: string): Plan | undefined {
  const path = join(folder, PLAN);
  if (!fs.existsSync(path)) return undefined;
  const text = withFiles(`read ${path}`, () => fs.readFileSync(path, "utf8"));
  const damaged = () => new Failure(EXIT.usage, `${path}: the file is damaged`, "sweep again into another folder");
  let stored: unknown;
  try {
    stored = JSON.parse(text);
  } catch {
    throw damaged();
  }
  if (!isMap(stored) || !isMap(stored.plan)) throw damaged();
  const plan = openPlan(stored.plan as unknown as PlanDocument);
  if (plan.id !== stored.id) throw damaged();
  return plan;
}

/** @throws Failure with status 2 when the folder is no sweep */
export function neededPlan(folder: string): Plan {
  const plan = readPlan(folder);
  if (plan) return plan;
  throw new Failure(EXIT.usage, `${folder}: there is no ${PLAN}, so it is no sweep`, "name the folder of a sweep");
}

/** Writes the plan and its design, unless the same plan is there already. @throws Failure when something else is there */
export function layPlan(folder: string, plan: Plan): void {
  const there = readPlan(folder);
  if (there?.id === plan.id) {
    layDesign(folder, plan);
    return;
  }
  if (there) {
    const differences = planDifferences(there.document, plan.document).join("; ");
    throw new Failure(EXIT.usage, `${folder}: there is another plan: ${differences}`, "name another folder with --out");
  }
  const found = fs.existsSync(folder) ? withFiles(`read ${folder}`, () => fs.readdirSync(folder)) : [];
  if (found.some((entry) => !entry.startsWith("."))) {
    throw new Failure(EXIT.usage, `${folder}: the folder holds something else`, "name another folder with --out");
  }
  withFiles(`write to ${folder}`, () => void makeFolder(folder));
  writeDurably(join(folder, PLAN), [`${JSON.stringify({ id: plan.id, plan: plan.document }, undefined, 1)}\n`]);
  layDesign(folder, plan);
}

function layDesign(folder: string, plan: Plan): void {
  if (fs.existsSync(join(folder, DESIGN))) return;
  const table = designTable(plan);
  writeDurably(join(folder, DESIGN), [csvHeader(table.spec.columns), ...csvRows(table)]);
}

/** @param isAlone this process is the only one that may work there; shards of one sweep are not */
export function openSweep(asked: string, isAlone = true): SweepFolder {
  const folder = resolve(asked);
  const release = isAlone && fs.existsSync(folder) ? lockFolder(folder) : () => undefined;
  try {
    const plan = neededPlan(folder);
    if (isAlone) {
      removeUnfinished(folder);
      layDesign(folder, plan);
    }
    return {
      folder,
      plan,
      store: openStore(storesOf(folder)),
      isFinished: () => fs.existsSync(join(folder, MANIFEST)),
      close: release,
    };
  } catch (error) {
    release();
    throw error;
  }
}
