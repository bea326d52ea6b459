/**
 * A plan: what an experiment plays, as a rule and not as a list. It is written before anything runs, never changes, and
 * its id is a hash of all that decides a byte of the result.
 *
 *   trial = one ecosystem at one point with one seed, under every strategy; trials are ordered by ecosystem, point, replicate
 *
 * Over an ensemble a replicate has a point of its own, so that trials are ordered by ecosystem and replicate.
 */
import { type Ecosystem, hashText, type RunSettings, type Strategy } from "../core/index.ts";
import { canonicalText } from "./canonical.ts";
import type { UntilRule } from "./compare/until.ts";
import type { SubsetPlan } from "./decide/subsets.ts";
import { DESIGN_BY_KIND, type Dimension, type Point, valueAt } from "./designs/index.ts";
import { drawnSets, type EnsembleDraws } from "./ensemble-draws.ts";
import type { FactsPlan } from "./facts/schema.ts";
import type { Knob } from "./knob.ts";
import type { PatternsPlan } from "./patterns/planned.ts";
import { firstInstrument, type Periods, periodsOf } from "./periods.ts";
import type { Question } from "./question.ts";
import { replicateSeed } from "./replicate.ts";
import type { ExperimentDocument } from "./schema.ts";

/** plan.json. */
export interface PlanDocument {
  readonly format: "corridor/plan@1";
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly version: string;
  /** Hash of the program that plays: another build may give other numbers. */
  readonly engine: string;
  readonly ecosystems: readonly Ecosystem[];
  readonly strategies: readonly Strategy[];
  /** Name of the strategy with which the others are compared. */
  readonly baseline: string;
  readonly knobs: readonly Knob[];
  /** Absent: one point, where every knob has its default. */
  readonly design?: Readonly<Record<string, unknown>> & { readonly kind: string };
  /** Of a design that stands in a file: its points. */
  readonly imported?: readonly (readonly number[])[];
  /** The points are sets of an ensemble: each replicate plays one of them, drawn by its weight, with luck of its own. */
  readonly ensemble?: EnsembleDraws;
  readonly settings: RunSettings;
  readonly record: ExperimentDocument["record"];
  readonly analyses: ExperimentDocument["analyses"];
  readonly question: Question;
  /** Replicates go on until this is known well enough; their number is then the most that are played. */
  readonly until?: Until;
  /** The strategies are mixtures of two, in the order of the masks. */
  readonly mixtures?: Mixtures;
  /** The strategies are the arms of a battery of patterns, and the points what it is tried over. */
  readonly patterns?: PatternsPlan;
  /** Stylised facts that the runs are checked against. */
  readonly facts?: FactsPlan;
  readonly timeoutMinutes: number;
}

/** Strategies between two strategies, to tell what each difference between them adds. */
export interface Mixtures extends Omit<SubsetPlan, "parts"> {
  readonly from: string;
  readonly to: string;
  /** Instruments in which they differ, in the order of the bits of a mask. */
  readonly parts: readonly string[];
}

/** The interval of the difference that has to become narrow enough, for every strategy. */
export interface Until {
  readonly outcome: string;
  readonly period: string;
  readonly precision: UntilRule["precision"];
  /** Pairs before which nothing is decided. */
  readonly minimum: number;
}

export interface Plan extends PlanDocument {
  /** What plan.json says; the rest follows from it. */
  readonly document: PlanDocument;
  readonly id: string;
  readonly points: readonly Point[];
  /** Names of points by content, the same in every plan that has them. */
  readonly pointIds: readonly string[];
  /** One for each ecosystem. */
  readonly periods: readonly Periods[];
  readonly seeds: readonly string[];
  /** Of an ensemble: the point of each replicate. */
  readonly drawn?: Int32Array;
  readonly trials: number;
  readonly runs: number;
}

export interface Trial {
  readonly index: number;
  readonly ecosystem: number;
  readonly point: number;
  /** 1 or more. */
  readonly replicate: number;
}

const HEX = 16;
const WORD_DIGITS = 8;
const POINT_DIGITS = 10;

export function hexOf(text: string): string {
  const { lo, hi } = hashText(text);
  return [hi, lo].map((word) => (word >>> 0).toString(HEX).padStart(WORD_DIGITS, "0")).join("");
}

/** What names a point wherever it occurs. */
export function pointText(dimensions: readonly Dimension[], point: Point): string {
  return dimensions.map((dimension, i) => `${dimension.name}=${String(valueAt(dimension, point[i] as number))}`).join("; ");
}

export function planId(document: PlanDocument): string {
  // A run that ended in time would have ended later too.
  const { timeoutMinutes: _, title: __, about: ___, ...content } = document;
  return `s${hexOf(canonicalText(content))}`;
}

/** @throws Error for a document that did not come from `corridor` */
export function openPlan(document: PlanDocument): Plan {
  const { ecosystems, strategies, settings, knobs, record } = document;
  const points = pointsOf(document);
  const dimensions = knobs.map(({ dimension }) => dimension);
  const from = record.from ?? firstInstrument(strategies);
  const { ensemble } = document;
  const trials = ecosystems.length * (ensemble ? 1 : points.length) * settings.replicates;
  return {
    ...document,
    document,
    id: planId(document),
    points,
    pointIds: points.map((point) =>
      knobs.length === 0 ? "default" : `p${hexOf(pointText(dimensions, point)).slice(0, POINT_DIGITS)}`,
    ),
    periods: ecosystems.map((ecosystem) => periodsOf(ecosystem, settings, from)),
    seeds: Array.from({ length: settings.replicates }, (_, i) => replicateSeed(settings.seed, i + 1)),
    ...(ensemble ? { drawn: drawnSets(ensemble, settings.replicates) } : {}),
    trials,
    runs: trials * strategies.length,
  };
}

function pointsOf({ design, knobs, imported, settings }: PlanDocument): readonly Point[] {
  if (imported) return imported.map((point) => Float64Array.from(point));
  const dimensions = knobs.map(({ dimension }) => dimension);
  if (!design || dimensions.length === 0) return [Float64Array.from(dimensions, ({ value }) => value)];
  const entry = DESIGN_BY_KIND.get(design.kind);
  if (!entry) throw new Error(`there is no design ${design.kind}`);
  return entry.points(dimensions, design, `${settings.seed}|design`);
}

/** @param index 0 up to, but without, the number of trials */
export function trialAt({ points, drawn, settings: { replicates } }: Plan, index: number): Trial {
  if (drawn) {
    const point = drawn[index % replicates] as number;
    return { index, ecosystem: Math.floor(index / replicates), point, replicate: (index % replicates) + 1 };
  }
  const perEcosystem = points.length * replicates;
  return {
    index,
    ecosystem: Math.floor(index / perEcosystem),
    point: Math.floor((index % perEcosystem) / replicates),
    replicate: (index % replicates) + 1,
  };
}

/** Whether the pairs of a trial are proved the same by a hash over the whole state, which costs as much as the run. */
export function isProved({ strategies, ensemble }: PlanDocument, { point, replicate }: Trial): boolean {
  return strategies.length > 1 && (ensemble !== undefined || point === 0) && replicate === 1;
}

/** Index of the strategy that others are compared with. */
export function baselineOf({ strategies, baseline }: PlanDocument): number {
  return strategies.findIndex(({ name }) => name === baseline);
}

/** Indices of the strategies that are compared with the baseline, in order. */
export function comparedIn(plan: PlanDocument): number[] {
  const base = baselineOf(plan);
  return plan.strategies.map((_, i) => i).filter((i) => i !== base);
}

const TWO_32 = 4294967296;
/** So that a key is a whole number that a double holds exactly; a million pieces share one with probability 5e-5. */
const HIGH_BITS = 0x1fffff;

/**
 * Keys of the pieces of a trial, by content: equal keys are equal bytes, whatever plan they belong to.
 * Runs in the order of the strategies, then pairs in the order of `comparedIn`.
 */
export function pieceKeys(plan: Plan): (trial: Trial) => number[] {
  const { ecosystems, strategies, settings, record, knobs, engine, version, periods } = plan;
  // How many runs there are, and the seed that theirs were drawn from, is no part of a run.
  const { replicates: _, seed: __, ...played } = settings;
  const dimensions = knobs.map(({ dimension }) => dimension);
  const shared = canonicalText({ engine, version, played, record, knobs: knobs.map(({ path, of }) => ({ path, of })) });
  const worlds = ecosystems.map((ecosystem, i) => {
    const world = hexOf(shared + canonicalText({ ecosystem, from: periods[i]?.from }));
    return strategies.map((strategy) => hexOf(world + canonicalText(strategy)));
  });
  const base = baselineOf(plan);
  const compared = comparedIn(plan);
  return (trial) => {
    const luck = `|${pointText(dimensions, plan.points[trial.point] as Point)}|${plan.seeds[trial.replicate - 1]}`;
    const runs = worlds[trial.ecosystem] as string[];
    return [...runs.map((world) => numberOf(world + luck)), ...compared.map((i) => numberOf(`${runs[base]}${runs[i]}${luck}`))];
  };
}

function numberOf(text: string): number {
  const { lo, hi } = hashText(text);
  return (hi & HIGH_BITS) * TWO_32 + (lo >>> 0);
}
