/** Plays what a calibration asks for, on every core. What was finished is found by content, so a calibration can be resumed. */
import { availableParallelism } from "node:os";
import { type Calibrated, calibrate } from "../../experiment/calibrate/calibration.ts";
import type { CalibrationPlan } from "../../experiment/calibrate/plan.ts";
import { readingsOf } from "../../experiment/readings-of.ts";
import { missing, type Progress, playPlan } from "../sweep/play-plan.ts";
import { openPool } from "../sweep/pool.ts";
import type { Store } from "../sweep/store.ts";
import { storedNumbers } from "../sweep/stored-numbers.ts";

export interface PlayCalibrationOptions {
  /** Threads; one per core when absent. */
  readonly workers?: number;
  readonly signal?: AbortSignal;
  /** @param what "wave 2" or "check" */
  readonly onProgress?: (progress: Progress, what: string) => void;
}

export interface PlayedCalibration {
  readonly calibrated: Calibrated;
  /** Runs played now, and how many of those failed. */
  readonly played: number;
  readonly failed: number;
}

const MINUTE = 60_000;

/** @throws the reason of the signal; whatever was finished stays in the store */
export async function playCalibration(
  plan: CalibrationPlan,
  store: Store,
  options: PlayCalibrationOptions,
): Promise<PlayedCalibration> {
  const { workers = availableParallelism(), signal, onProgress } = options;
  let [played, failed] = [0, 0];
  const calibrated = await calibrate(plan, async (part, what) => {
    const [first] = missing(part, store);
    if (first) {
      const pool = openPool(part, { threads: workers, timeoutMilliseconds: plan.timeoutMinutes * MINUTE });
      try {
        const progress = await playPlan(part, store, pool, {
          ...(signal ? { signal } : {}),
          ...(onProgress ? { onProgress: (one: Progress) => onProgress(one, what) } : {}),
        });
        played += progress.runs;
        failed += progress.failed;
      } finally {
        await pool.close();
      }
    }
    return readingsOf(part, storedNumbers(part, store));
  });
  return { calibrated, played, failed };
}
