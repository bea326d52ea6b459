/**
 * What a schema found wrong, said for the author of the file: every error at once, each with its path, what was found,
 * what is allowed and what was probably meant.
 *
 * A check of one's own (`refine`, `superRefine`) speaks through its message, and may add
 * `params: { allowed, suggestion, on: "key" }`.
 */
import type { z } from "zod";
import { allowed, listed } from "./allowed.ts";
import { echo } from "./echo.ts";
import { custom, outOfRange, wrongFormat, wrongType } from "./explain-value.ts";
import { type Finding, finding, type Place } from "./finding.ts";
import { nearest } from "./nearest.ts";
import { isMap, type Path, valueAt } from "./path.ts";
import { decided, definition, keysOf, nearestBranch, schemaAt, unwrap } from "./schema-walk.ts";
import { gluedPair } from "./writing-hints.ts";

/** Beyond this many the file is of another kind, or made by a program: the first ones tell what is wrong with it. */
const MOST_ISSUES = 2000;

/**
 * Explains the error of `schema.safeParse(value)`. Without the schema the allowed values and suggestions that only the
 * schema knows are missing. Paths are those of the value; `line` and `column` are filled in where the text is known.
 */
export function explainZod(error: z.ZodError, value: unknown, schema?: z.ZodType): Finding[] {
  const whole: Place = { path: [], value, schema };
  const found = error.issues.slice(0, MOST_ISSUES).flatMap((issue) => explain(issue, whole));
  const left = error.issues.length - MOST_ISSUES;
  return left > 0 ? [...found, finding(whole, `${left} more mistakes were left out`, { allowed: undefined })] : found;
}

/** `from` is the part of the document from which the path of the issue counts. */
function explain(issue: z.core.$ZodIssue, from: Place): Finding[] {
  const steps = issue.path.map((step) => (typeof step === "symbol" ? String(step) : step));
  const place = placeAt(from, steps);
  if (place.value === undefined && steps.length > 0 && issue.code !== "custom") {
    return missing(issue, place, placeAt(from, steps.slice(0, -1)));
  }
  switch (issue.code) {
    case "unrecognized_keys":
      return unknownKeys(place, issue.keys);
    case "invalid_union":
      return explainUnion(issue, place);
    case "invalid_key":
      return [invalidKey(place, placeAt(from, steps.slice(0, -1)), issue.issues)];
    case "invalid_element":
      return issue.issues.flatMap((inner) => explain(inner, place));
    case "invalid_value":
      return [notAWord(place, issue.values)];
    case "invalid_type":
      return [wrongType(place, issue.expected)];
    case "too_small":
    case "too_big":
      return [outOfRange(place, issue)];
    case "invalid_format":
      return [wrongFormat(place, issue.format, issue.message)];
    case "not_multiple_of":
      return [finding(place, `${echo(place.value)} is no multiple of ${issue.divisor}`)];
    case "custom":
      return [custom(place, issue)];
  }
}

function placeAt(from: Place, steps: Path): Place {
  return {
    path: [...from.path, ...steps],
    value: valueAt(from.value, steps),
    schema: from.schema && schemaAt(from.schema, from.value, steps),
  };
}

/** A key that is not there is reported on the map around it, unless it is there but misspelt. */
function missing(issue: z.core.$ZodIssue, place: Place, around: Place): Finding[] {
  const key = String(place.path.at(-1));
  const slip = misspelt(key, around);
  // the schema also complains of the misspelt key itself, except where it could not choose a branch without it
  if (slip !== undefined) return issue.code === "invalid_union" ? unknownKeys(around, [slip]) : [];
  const choice = issue.code === "invalid_union" && "options" in issue ? issue.options : undefined;
  const words = choice ? listed(choice) : place.schema && allowed(place.schema);
  const example = words === undefined ? {} : { allowed: `${key}: ${words}` };
  const message = `key ${echo(key)} is missing or empty`;
  return [finding(place, message, { path: around.path, on: "key", missing: key, ...example })];
}

/** Beyond this many unknown keys the author is not misspelling. */
const MOST_SLIPS = 20;

/** The key that was written for this one. */
function misspelt(key: string, { value, schema }: Place): string | undefined {
  const keys = schema && keysOf(decided(schema, value));
  if (!keys || !isMap(value)) return undefined;
  const unknown = Object.keys(value).filter((written) => !keys.includes(written));
  return unknown.length <= MOST_SLIPS ? unknown.find((written) => meantKey(written, keys) === key) : undefined;
}

function meantKey(written: string, keys: readonly string[]): string | undefined {
  return nearest(gluedPair(written)?.key ?? written, keys);
}

function unknownKeys(place: Place, written: readonly string[]): Finding[] {
  const keys = place.schema && keysOf(decided(place.schema, place.value));
  return written.map((key) => unknownKey(place, key, keys));
}

function unknownKey(place: Place, key: string, keys: readonly string[] | undefined): Finding {
  const meant = keys && meantKey(key, keys);
  const glued = gluedPair(key);
  const suggestion = glued && meant !== undefined ? `${meant}: ${glued.value}` : meant;
  return {
    path: [...place.path, key],
    message: `unknown key ${echo(key)}${glued ? ": a space is missing after the colon" : ""}`,
    ...(keys ? { allowed: listed(keys) } : {}),
    ...(suggestion === undefined ? {} : { suggestion }),
    severity: "error",
    on: "key",
  };
}

function explainUnion(issue: z.core.$ZodIssueInvalidUnion, place: Place): Finding[] {
  if (issue.discriminator !== undefined && "options" in issue && issue.options) {
    return [notAWord(place, issue.options)];
  }
  const def = place.schema && definition(unwrap(place.schema));
  const options = def?.type === "union" ? def.options : undefined;
  const { index, fits } = options ? nearestBranch(options, place.value) : { index: shallowest(issue.errors), fits: true };
  const branch = issue.errors[index];
  if (!fits || !branch || branch.length === 0) return [wrongType(place)];
  return branch.flatMap((inner) => explain(inner, { ...place, schema: options?.[index] }));
}

/** Without the schema: the branch that complains least about the value as a whole. */
function shallowest(branches: readonly (readonly z.core.$ZodIssue[])[]): number {
  const weight = (branch: readonly z.core.$ZodIssue[]) =>
    branch.reduce((sum, issue) => sum + (issue.path.length === 0 && issue.code === "invalid_type" ? 1000 : 1), 0);
  const weights = branches.map(weight);
  return weights.indexOf(Math.min(...weights));
}

function invalidKey(place: Place, around: Place, issues: readonly z.core.$ZodIssue[]): Finding {
  const key = String(place.path.at(-1));
  const map = around.schema && definition(decided(around.schema, around.value));
  const keySchema = map?.type === "record" ? map.keyType : undefined;
  const [first] = issues;
  const inner = first && explain(first, { path: [], value: key, schema: keySchema })[0];
  return { ...(inner ?? finding(place, `${echo(key)} is no key here`)), path: place.path, on: "key" };
}

function notAWord(place: Place, values: readonly unknown[]): Finding {
  const meant = typeof place.value === "string" ? nearest(place.value, values.map(String)) : undefined;
  const what = values.length === 1 ? `expected ${String(values[0])}, found` : "";
  const key = place.path.at(-1);
  const message = what || `unknown ${typeof key === "string" && /^[a-z]+$/i.test(key) ? key : "value"}`;
  return finding(place, `${message} ${echo(place.value)}`, {
    allowed: listed(values),
    ...(meant === undefined ? {} : { suggestion: meant }),
  });
}
