/**
 * The folder of a calibration. calibration.json is there before anything runs and never changes; blocks/ grows while runs
 * end; at the end there are the tables, the ensemble, the summary and manifest.json.
 */
import fs from "node:fs";
import { join, resolve } from "node:path";
import { isMap } from "../../core/index.ts";
import { type CalibrationPlan, calibrationId } from "../../experiment/calibrate/plan.ts";
import { removeUnfinished, writeDurably } from "../durable.ts";
import { EXIT, Failure, withFiles } from "../failure.ts";
import { makeFolder } from "../make-folder.ts";
import { lockFolder } from "../sweep/lock.ts";
import { openStore, type Store } from "../sweep/store.ts";

export const CALIBRATION = "calibration.json";

export interface CalibrationFolder {
  readonly folder: string;
  readonly plan: CalibrationPlan;
  readonly store: Store;
  close(): void;
}

/** The plan in a folder; nothing when it has none. @throws Failure when it cannot be read or is no plan */
export function readCalibration(folder: string): CalibrationPlan | undefined {
  const path = join(folder, CALIBRATION);
  if (!fs.existsSync(path)) return undefined;
  const text = withFiles(`read ${path}`, () => fs.readFileSync(path, "utf8"));
  const damaged = () => new Failure(EXIT.usage, `${path}: the file is damaged`, "calibrate again into another folder");
  let stored: unknown;
  try {
    stored = JSON.parse(text);
  } catch {
    throw damaged();
  }
  if (!isMap(stored) || !isMap(stored.plan)) throw damaged();
  const plan = stored.plan as unknown as CalibrationPlan;
  if (calibrationId(plan) !== stored.id) throw damaged();
  return plan;
}

/** Writes the plan, unless it is there already. @throws Failure when something else is there */
export function layCalibration(folder: string, plan: CalibrationPlan): void {
  const there = readCalibration(folder);
  if (there && calibrationId(there) === calibrationId(plan)) return;
  const found = fs.existsSync(folder) ? withFiles(`read ${folder}`, () => fs.readdirSync(folder)) : [];
  if (found.some((entry) => !entry.startsWith("."))) {
    const what = there ? "another calibration" : "something else";
    throw new Failure(EXIT.usage, `${folder}: the folder holds ${what}`, "name another folder with --out");
  }
  withFiles(`write to ${folder}`, () => void makeFolder(folder));
  writeDurably(join(folder, CALIBRATION), [`${JSON.stringify({ id: calibrationId(plan), plan }, undefined, 1)}\n`]);
}

/** For this process alone. @throws Failure with status 2 when the folder is no calibration, 75 when another process is at work in it */
export function openCalibration(asked: string): CalibrationFolder {
  const folder = resolve(asked);
  const release = fs.existsSync(folder) ? lockFolder(folder) : () => undefined;
  try {
    const plan = readCalibration(folder);
    if (!plan) throw new Failure(EXIT.usage, `${folder}: there is no ${CALIBRATION}`, "name the folder of a calibration");
    removeUnfinished(folder);
    return { folder, plan, store: openStore([join(folder, "blocks")]), close: release };
  } catch (error) {
    release();
    throw error;
  }
}
