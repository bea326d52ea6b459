/** What a schema allows, in plain words: `a whole number from 1 to 520, weeks`. */
import type { z } from "zod";
import { echo } from "./echo.ts";
import { definition, metaOf, type Schema, unwrap, wordsOf } from "./schema-walk.ts";

/** Bounds this far out stand for "any" and are not worth a word. */
const ENDLESS = 1e15;
/** More words than this are a list nobody reads; the nearest one is suggested anyway. */
const MOST_WORDS = 40;

export function allowed(schema: Schema): string | undefined {
  const text = plainWords(schema);
  if (text === undefined) return undefined;
  const { examples } = metaOf(schema);
  if (!Array.isArray(examples) || examples.length === 0) return text;
  return `${text}, such as ${isDate(schema) ? String(examples[0]) : echo(examples[0])}`;
}

/** The values of a choice, the first of them when there are many. */
export function listed(words: readonly unknown[]): string {
  const shown = words.slice(0, MOST_WORDS).map((word) => String(word));
  const hidden = words.length - shown.length;
  return shown.join(", ") + (hidden > 0 ? ` and ${hidden} more` : "");
}

/** True for a schema whose texts are calendar dates. */
export function isDate(schema: Schema): boolean {
  const inner = unwrap(schema);
  if (metaOf(schema).format === "date" || isDayOfPolicy(schema)) return true;
  const parts = definition(inner).type === "string" ? [definition(inner), ...checksOf(inner)] : [];
  return parts.some((part) => "format" in part && part.format === "date");
}

/** True for a schema whose texts are dates or days counted from the start of policy. */
const isDayOfPolicy = (schema: Schema) => metaOf(schema).policyDay === true;

function plainWords(schema: Schema, unitOfWhole?: unknown): string | undefined {
  const inner = unwrap(schema);
  const unit = metaOf(schema).unit ?? unitOfWhole;
  if (isDayOfPolicy(schema)) return 'a date written YYYY-MM-DD or "policy + 13 weeks"';
  if (isDate(schema)) return "a date written YYYY-MM-DD";
  const def = definition(inner);
  switch (def.type) {
    case "number":
      return typeof unit === "string" && unit !== "1" ? `${numberWords(inner)} (${unit})` : numberWords(inner);
    case "string":
      return textWords(schema, inner);
    case "boolean":
      return "true or false";
    case "null":
      return "null";
    case "enum":
    case "literal":
      return listed(wordsOf(inner) ?? []);
    case "array":
      return `a list${lengthWords(inner, "item")}, each ${plainWords(def.element) ?? "a value"}`;
    case "tuple":
      return `a list of ${def.items.length}`;
    case "object":
      return `a map with the keys ${listed(Object.keys(def.shape))}`;
    case "record":
      return "a map of names";
    case "union":
      return [...new Set(def.options.map((option) => plainWords(option, unit)))]
        .filter((words) => words !== undefined)
        .join(", or ");
    default:
      return undefined;
  }
}

function textWords(schema: Schema, inner: Schema): string {
  const { description } = metaOf(schema);
  return typeof description === "string" ? description : `a text${lengthWords(inner, "character")}`;
}

function numberWords(schema: Schema): string {
  let [low, high] = [-ENDLESS, ENDLESS];
  let [above, below] = [false, false];
  for (const check of checksOf(schema)) {
    if (check.check === "greater_than" && Number(check.value) >= low) {
      [low, above] = [Number(check.value), !check.inclusive];
    }
    if (check.check === "less_than" && Number(check.value) <= high) {
      [high, below] = [Number(check.value), !check.inclusive];
    }
  }
  const name = definition(schema).type === "number" && isWhole(schema) ? "a whole number" : "a number";
  if (low > -ENDLESS && high < ENDLESS && !above && !below) return `${name} from ${low} to ${high}`;
  const from = low > -ENDLESS ? (above ? ` above ${low}` : ` of at least ${low}`) : "";
  const to = high < ENDLESS ? (below ? ` below ${high}` : ` of at most ${high}`) : "";
  return `${name}${from}${from && to ? " and" : ""}${to}`;
}

function isWhole(schema: Schema): boolean {
  return [definition(schema), ...checksOf(schema)].some((part) => "format" in part && part.format === "safeint");
}

function lengthWords(schema: Schema, of: string): string {
  let words = "";
  for (const check of checksOf(schema)) {
    if (check.check === "length_equals") return ` of exactly ${counted(check.length, of)}`;
    if (check.check === "min_length" && check.minimum > 1) words += ` of at least ${counted(check.minimum, of)}`;
    if (check.check === "max_length") words += `${words ? " and" : " of"} at most ${counted(check.maximum, of)}`;
  }
  return words;
}

function counted(count: number, of: string): string {
  return `${count} ${of}${count === 1 ? "" : "s"}`;
}

/** The definitions of the checks of a schema: bounds, lengths, formats. */
function checksOf(schema: Schema): z.core.$ZodChecks["_zod"]["def"][] {
  const checks = definition(schema).checks ?? [];
  return checks.map((check) => (check as z.core.$ZodChecks)._zod.def);
}
