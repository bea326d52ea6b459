/** The doubt ledger: on figures of which grade a conclusion rests. */
import {
  type Ecosystem,
  ecosystemSchema,
  GRADES,
  quantitiesOf,
  type Strategy,
  strategySchema,
  valueAt,
} from "../../core/index.ts";
import { type Table, type TableSpec, tableBuilder } from "../../core/table.ts";
import type { Plan } from "../plan.ts";
import { sampleOf } from "../sensitivity/columns.ts";
import { noiseShare, responsesOf } from "../sensitivity/responses.ts";
import { type Interval, UNKNOWN } from "../stats/interval.ts";
import { variancesOf } from "./shares.ts";

/** Of a figure without one, and of switches and words, whose alternatives nobody grades. */
const UNGRADED = "no grade";
const LUCK = "luck";
const REST = "rest";

export interface DoubtRow {
  readonly strategy: string;
  readonly outcome: string;
  readonly period: string;
  readonly of: "parameters" | "variance";
  readonly grade: string;
  readonly parameters: number;
  readonly share: Interval;
  readonly note: string;
}

export interface Subject {
  readonly plan: Plan;
  readonly ecosystem: Ecosystem;
  /** Trial by trial, point after point. */
  readonly effects: readonly { readonly strategy: string; readonly values: Float64Array }[];
  readonly replicates: number;
  readonly outcome: string;
  readonly period: string;
}

export function ledgerOf(subject: Subject): DoubtRow[] {
  return subject.effects.flatMap((effect) => [...counted(subject, effect.strategy), ...spread(subject, effect)]);
}

const ORDER = [...Object.keys(GRADES), UNGRADED];

/** How many parameters of the world and of the strategy have which grade. */
function counted({ plan, ecosystem, outcome, period }: Subject, strategy: string): DoubtRow[] {
  const own = plan.strategies.find(({ name }) => name === strategy);
  const grades = [
    ...quantitiesOf(ecosystem, ecosystemSchema).map(({ quantity }) => quantity.grade ?? UNGRADED),
    ...(own ? quantitiesOf(own, strategySchema).map(({ quantity }) => quantity.grade ?? UNGRADED) : []),
  ];
  return ORDER.flatMap((grade): DoubtRow[] => {
    const parameters = grades.filter((one) => one === grade).length;
    if (parameters === 0) return [];
    const share = { ...UNKNOWN, value: parameters / grades.length };
    return [{ strategy, outcome, period, of: "parameters", grade, parameters, share, note: "" }];
  });
}

function spread(
  { plan, ecosystem, replicates, outcome, period }: Subject,
  { strategy, values }: Subject["effects"][number],
): DoubtRow[] {
  if (plan.knobs.length === 0) return [];
  const dimensions = plan.knobs.map(({ dimension }) => dimension);
  const responses = responsesOf(values, replicates);
  const seed = `${plan.settings.seed}|${ecosystem.name}|${strategy}|${outcome}|${period}`;
  const sample = sampleOf({ dimensions, points: plan.points, layout: { shape: "sample" }, responses, seed });
  const gradeOf = (name: string) => gradeAt(plan, ecosystem, strategy, name);
  const groups = sample.columns.map(({ name }) => gradeOf(name));
  const columns = sample.columns.map((column) => column.values);
  const found = variancesOf(columns, groups, sample.outcome, seed);
  const row = (grade: string, parameters: number, share: Interval, note = ""): DoubtRow => {
    return { strategy, outcome, period, of: "variance", grade, parameters, share, note };
  };
  if (!found)
    return [row("", columns.length, UNKNOWN, `${sample.outcome.length} points are too few for ${columns.length} quantities`)];
  const luck = noiseShare(responses);
  const told = [...found.values()].reduce((sum, { value }) => sum + value, 0);
  const graded = ORDER.flatMap((grade) => {
    const share = found.get(grade);
    return share ? [row(grade, groups.filter((one) => one === grade).length, share)] : [];
  });
  return [
    ...graded,
    row(
      LUCK,
      0,
      { ...UNKNOWN, value: luck },
      Number.isNaN(luck) ? "unknown with one replicate a point" : "of the runs at each point",
    ),
    row(
      REST,
      0,
      { ...UNKNOWN, value: 1 - told - (Number.isNaN(luck) ? 0 : luck) },
      "curves and interactions, and the error of all this",
    ),
  ];
}

/** The grade that a figure has where it stands. */
function gradeAt({ knobs, strategies }: Plan, ecosystem: Ecosystem, strategy: string, name: string): string {
  const knob = knobs.find(({ dimension }) => dimension.name === name);
  const document: Ecosystem | Strategy | undefined =
    knob?.of === "strategy" ? strategies.find((one) => one.name === strategy) : ecosystem;
  const grade = knob && document ? valueAt(document, [...knob.path, "grade"]) : undefined;
  return typeof grade === "string" ? grade : UNGRADED;
}

const text = (name: string, about: string) => ({ name, type: "string" as const, unit: "", about });
const share = (name: string, about: string) => ({ name, type: "number" as const, unit: "share", about });

const SPEC: TableSpec = {
  name: "doubt",
  about:
    "one row per strategy and grade: how many parameters have it, and how much of the variance of the effect over the points comes from them",
  primaryKey: ["strategy", "of", "grade"],
  columns: [
    text("strategy", "strategy whose effect it is"),
    text("outcome", "outcome of the question"),
    text("period", "period of the question"),
    text("of", "parameters: of all that were used; variance: of the effect over the points of the sweep"),
    text(
      "grade",
      `${Object.entries(GRADES)
        .map(([grade, about]) => `${grade}: ${about}`)
        .join("; ")}; luck; rest`,
    ),
    {
      name: "parameters",
      type: "integer",
      unit: "parameters",
      about: "how many have the grade; of variance: how many of those varied",
    },
    share(
      "share",
      "of all parameters, or of the variance (Shapley value of the adjusted R2 of linear fits; may be below 0 by error)",
    ),
    share("low", "lower end of its 95 % interval (points resampled)"),
    share("high", "upper end"),
    text("note", "what a reader must know"),
  ],
};

export function doubtTable(rows: readonly DoubtRow[]): Table {
  const builder = tableBuilder(SPEC, rows.length);
  for (const { strategy, outcome, period, of, grade, parameters, share: s, note } of rows) {
    builder.add([strategy, outcome, period, of, grade, parameters, s.value, s.low, s.high, note]);
  }
  return builder.finish();
}

const PER_CENT = 100;
const percent = (value: number) => `${Math.round(Math.max(0, value) * PER_CENT)}`;
const MEANING: Readonly<Record<string, string>> = {
  assumed: "parameters that nobody has measured",
  D: "parameters of the weakest grade (D)",
  [UNGRADED]: "quantities without a grade, and rules",
};

export function doubtWords(rows: readonly DoubtRow[]): string[] {
  return [...new Set(rows.map(({ strategy }) => strategy))].flatMap((strategy) => {
    const own = rows.filter((row) => row.strategy === strategy);
    const used = own.filter(({ of }) => of === "parameters");
    const all = used.reduce((sum, { parameters }) => sum + parameters, 0);
    const assumed = used.find(({ grade }) => grade === "assumed")?.parameters ?? 0;
    const weak = used.find(({ grade }) => grade === "D")?.parameters ?? 0;
    const variance = own.filter(({ of }) => of === "variance");
    return [
      `${strategy}: of ${all} parameters behind the effect, ${assumed} are assumed and ${weak} recalled or orders of magnitude.`,
      ...variance.map(({ grade, share: { value, low, high }, outcome, note }) => {
        if (grade === "") return `${strategy}: the variance of the effect cannot be split: ${note}.`;
        const of = `${strategy}: ${percent(value)} %`;
        const whole = `of the variance of the effect on ${outcome} over the points`;
        if (grade === LUCK) return Number.isNaN(value) ? `${strategy}: luck is ${note}.` : `${of} ${whole} is luck ${note}.`;
        if (grade === REST) return `${of} ${whole} is told by none of these (${note}).`;
        return `${of} (95 % interval ${percent(low)} to ${percent(high)} %) ${whole} comes from ${MEANING[grade] ?? `parameters of grade ${grade}`}.`;
      }),
      ...(variance.length === 0
        ? [`${strategy}: nothing was varied, so that no interval of this comparison holds any of that doubt.`]
        : []),
    ];
  });
}
