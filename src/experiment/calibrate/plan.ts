/**
 * What a calibration plays, as a rule: the id is a hash of all that decides a byte of the result, and the sets of a wave
 * follow from the waves before. Each wave is a plan of the experiment layer with points of its own, so that runs are found by
 * content, on every core, as those of sweeps are.
 */
import type { Ecosystem, RunSettings, Strategy } from "../../core/index.ts";
import { canonicalText } from "../canonical.ts";
import { coordinate, type Point } from "../designs/index.ts";
import type { Knob } from "../knob.ts";
import { hexOf, openPlan, type Plan } from "../plan.ts";
import { questionSchema } from "../question.ts";
import { recordSchema } from "../schema.ts";
import type { Target } from "./misfit.ts";
import type { Method } from "./schema.ts";

/** calibration.json. */
export interface CalibrationPlan {
  readonly format: "corridor/calibration-plan@1";
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly version: string;
  /** Hash of the program that plays. */
  readonly engine: string;
  readonly ecosystem: Ecosystem;
  readonly strategy: Strategy;
  readonly knobs: readonly Knob[];
  /** Of the runs that are fitted: they end with the last fitted year. */
  readonly settings: RunSettings;
  readonly years: { readonly from: number; readonly until: number };
  /** Those that are fitted. */
  readonly targets: readonly Target[];
  /** Other figures of the years that the checks play: nothing was fitted to them. */
  readonly held: readonly Target[];
  readonly method: Method;
  /** Of the runs that check the accepted sets. */
  readonly check: { readonly end: string; readonly replicates: number; readonly sets?: number };
  readonly timeoutMinutes: number;
}

export function calibrationId(plan: CalibrationPlan): string {
  const { timeoutMinutes: _, title: __, about: ___, ...content } = plan;
  return `c${hexOf(canonicalText(content))}`;
}

/** The defaults, as a point. */
export function defaultsOf({ knobs }: CalibrationPlan): Point {
  return Float64Array.from(knobs, ({ dimension }) => dimension.value);
}

/** Of a value that is tried: more than any figure is known to, and few enough to be written as they were played. */
const DIGITS = 4;

/** @returns values of so few digits that whoever copies a set into a file plays the same runs */
export function pointOf({ knobs }: CalibrationPlan, unit: Float64Array): Point {
  return Float64Array.from(knobs, ({ dimension }, d) => Number(coordinate(dimension, unit[d] as number).toPrecision(DIGITS)));
}

/** The runs of the defaults: as many as sets have, and more to tell the part of luck. */
export function defaultsPlan(plan: CalibrationPlan): Plan {
  const { settings, method } = plan;
  const replicates = Math.max(settings.replicates, method.luck);
  return planOf(plan, [defaultsOf(plan)], { ...settings, replicates }, plan.targets);
}

/** The runs of some points over the years that are fitted. */
export function fittingPlan(plan: CalibrationPlan, points: readonly Point[]): Plan {
  return planOf(plan, points, plan.settings, plan.targets);
}

/** The runs that check the accepted sets: longer, and with luck of their own. */
export function checkingPlan(plan: CalibrationPlan, points: readonly Point[]): Plan {
  const { end, replicates } = plan.check;
  const settings = { ...plan.settings, end, replicates, seed: `${plan.settings.seed}|check` };
  return planOf(plan, points, settings, [...plan.targets, ...plan.held]);
}

function planOf(plan: CalibrationPlan, points: readonly Point[], settings: RunSettings, targets: readonly Target[]): Plan {
  const { name, title, about, version, engine, ecosystem, strategy, knobs, timeoutMinutes } = plan;
  return openPlan({
    ...{ format: "corridor/plan@1", name, title, about, version, engine, timeoutMinutes },
    ...{ ecosystems: [ecosystem], strategies: [strategy], baseline: strategy.name, knobs, settings },
    imported: points.map((point) => [...point]),
    record: recordSchema.parse({ every: "end", outcomes: [...new Set(targets.map(({ metric }) => metric))].sort() }),
    ...{ analyses: [], question: questionSchema.parse({}) },
  });
}
