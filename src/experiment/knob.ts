/** Something that an experiment varies: a dimension of its design, and where it lies in an ecosystem or a strategy. */
import type { z } from "zod";
import {
  type Ecosystem,
  ecosystemSchema,
  explainZod,
  formatPath,
  type Path,
  parsePath,
  quantitiesOf,
  type Strategy,
  setPath,
  strategySchema,
  valueAt,
} from "../core/index.ts";
import type { Issue } from "../core/issue.ts";
import type { Dimension, Point, Scalar } from "./designs/index.ts";
import type { ExperimentDocument } from "./schema.ts";
import { unknownPath } from "./unknown-path.ts";

export interface Knob {
  readonly dimension: Dimension;
  readonly path: Path;
  readonly of: "ecosystem" | "strategy";
  /** Of a list: what the document holds for each value, as its schema reads it. */
  readonly parts?: readonly unknown[];
}

type Uncertainty = ExperimentDocument["uncertainties"][string];
/** A document that has been checked, and the schema that checked it. */
interface Varied {
  readonly of: Knob["of"];
  readonly documents: readonly object[];
  readonly schema: z.ZodType;
}

/** The paths of strategies begin with this key, which no ecosystem has. */
const OF_STRATEGY = "instruments";

/** Issues have paths into the document that varies them. @param key under which it does */
export function knobsOf(
  uncertainties: Readonly<Record<string, Uncertainty>>,
  ecosystems: readonly Ecosystem[],
  strategies: readonly Strategy[],
  key = "uncertainties",
): { readonly knobs: Knob[]; readonly issues: Issue[] } {
  const issues: Issue[] = [];
  const knobs = Object.entries(uncertainties).flatMap(([text, uncertainty]): Knob[] => {
    const path = parsePath(text);
    const where = [key, text];
    const complain = (message: string, more: Partial<Issue> = {}) => {
      issues.push({ path: where, message, severity: "error", ...more });
      return [];
    };
    if (!path) return complain("is not a path", { allowed: "a path such as enablers.reviewWeeks" });
    const varied: Varied =
      path[0] === OF_STRATEGY
        ? { of: "strategy", documents: strategies, schema: strategySchema }
        : { of: "ecosystem", documents: ecosystems, schema: ecosystemSchema };
    const there = varied.documents.filter((document) => valueAt(document, path) !== undefined);
    // A strategy need not have an instrument that another has; an ecosystem without the quantity would not vary.
    if (there.length === 0 || (varied.of === "ecosystem" && there.length < ecosystems.length)) {
      return complain(...unknownPath(text, varied));
    }
    if (uncertainty.values && (uncertainty.low !== undefined || uncertainty.high !== undefined)) {
      return complain("has values, and low or high too", { allowed: "values, or low and high" });
    }
    const made = uncertainty.values
      ? listKnob(text, path, uncertainty.values, { ...varied, documents: there })
      : rangeKnob(text, path, uncertainty, { ...varied, documents: there });
    return "knob" in made ? [made.knob] : complain(made.problem, made.more);
  });
  return { knobs, issues };
}

type Made = { readonly knob: Knob } | { readonly problem: string; readonly more?: Partial<Issue> };

function rangeKnob(name: string, path: Path, uncertainty: Uncertainty, { of, documents, schema }: Varied): Made {
  const [document] = documents;
  const parameter = document && quantitiesOf(document, schema).find((one) => formatPath(one.path) === formatPath(path));
  if (!parameter) {
    return { problem: "is no quantity, so it has no range", more: { allowed: "values: [...] with what it may be" } };
  }
  const { quantity, min, max, integer, unit } = parameter;
  const low = uncertainty.low ?? quantity.low;
  const high = uncertainty.high ?? quantity.high;
  if (low === undefined || high === undefined) {
    const missing = low === undefined ? (high === undefined ? "low or high" : "low") : "high";
    return {
      problem: `has no ${missing} in the ${of}, and none is stated here`,
      more: { allowed: `{ low: ..., high: ... } within ${min} to ${max} ${unit}; its value is ${quantity.value}` },
    };
  }
  if (!(low < high)) return { problem: `has a low of ${low} and a high of ${high}`, more: { allowed: "low < high" } };
  if (low < min || high > max) {
    return { problem: `goes from ${low} to ${high}`, more: { allowed: `${min} to ${max} ${unit}` } };
  }
  if (uncertainty.scale === "log" && low <= 0) {
    return { problem: `begins at ${low}`, more: { allowed: "a low above 0 with scale: log" } };
  }
  if (integer && !(Number.isInteger(low) && Number.isInteger(high))) {
    return { problem: `goes from ${low} to ${high}`, more: { allowed: "whole numbers" } };
  }
  const { scale } = uncertainty;
  return { knob: { dimension: { kind: "range", name, value: quantity.value, low, high, scale, integer }, path, of } };
}

function listKnob(name: string, path: Path, values: readonly Scalar[], { of, documents, schema }: Varied): Made {
  const [document] = documents;
  const parts: unknown[] = [];
  for (const value of values) {
    const set = setPath(document, path, value, schema);
    const parsed = schema.safeParse(set.value);
    if (set.issues.length > 0 || !parsed.success) {
      const [reason] = set.issues.length > 0 || !parsed.error ? set.issues : explainZod(parsed.error, set.value, schema);
      const { allowed, suggestion } = reason ?? {};
      return {
        problem: `cannot be ${JSON.stringify(value)}: ${reason?.message ?? ""}`,
        more: { ...(allowed === undefined ? {} : { allowed }), ...(suggestion === undefined ? {} : { suggestion }) },
      };
    }
    parts.push(valueAt(parsed.data, path));
  }
  const held = JSON.stringify(valueAt(document, path));
  const same = (part: unknown) => JSON.stringify(part) === held || isValueOf(part, document, path);
  return { knob: { dimension: { kind: "list", name, values, value: parts.findIndex(same) }, path, of, parts } };
}

/** A quantity in the document may carry its range and source beside the same value. */
function isValueOf(part: unknown, document: unknown, path: Path): boolean {
  const value = valueAt(part, ["value"]);
  return value !== undefined && value === valueAt(document, [...path, "value"]);
}

/** A document with the coordinates of a point put in place; what a point does not touch is shared. */
export function atPoint<T extends object>(document: T, knobs: readonly Knob[], point: Point, of: Knob["of"]): T {
  return knobs.reduce((changed, knob, i) => {
    const at = point[i] as number;
    const isDefault = knob.dimension.kind === "list" && at < 0;
    if (knob.of !== of || isDefault || valueAt(changed, knob.path) === undefined) return changed;
    return put(changed, knob.path, knob.parts ? knob.parts[at] : { value: at }) as T;
  }, document);
}

function put(node: unknown, path: Path, value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (Array.isArray(node)) return node.map((item, i) => (i === Number(step) ? put(item, rest, value) : item));
  const map = node as Readonly<Record<string, unknown>>;
  return { ...map, [step]: put(map[String(step)], rest, value) };
}
