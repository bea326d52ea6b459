/** What is wrong with one value: its type, its size, its form. */
import type { z } from "zod";
import { isDate } from "./allowed.ts";
import { echo, shorten, visible } from "./echo.ts";
import { type Finding, finding, type Place } from "./finding.ts";
import { isMap } from "./path.ts";
import { definition, metaOf, type Schema, unwrap } from "./schema-walk.ts";
import { gluedPair, insteadOfBoolean, insteadOfDate, insteadOfNumber } from "./writing-hints.ts";

const TYPE_WORDS: Readonly<Record<string, string>> = {
  number: "a number",
  int: "a whole number",
  string: "a text",
  boolean: "true or false",
  array: "a list",
  tuple: "a list",
  object: "a map of keys and values",
  record: "a map of keys and values",
  null: "null",
};

/** A value of another type than expected; without `expected`, than any branch of a union takes. */
export function wrongType(place: Place, expected?: string): Finding {
  const types = new Set(expected === undefined ? place.schema && typesOf(place.schema) : [expected]);
  const date = place.schema !== undefined && isDate(place.schema);
  const words = date ? ["a date"] : new Set([...types].map((type) => TYPE_WORDS[type] ?? type));
  const hint = insteadOf(place, types, date);
  return finding(place, `expected ${[...words].join(" or ") || "something else"}, found ${echo(place.value)}${hint}`);
}

function insteadOf({ value, schema }: Place, types: ReadonlySet<string>, date: boolean): string {
  const hint = () => {
    if (value === null) return "write a value after the colon, or leave the key out";
    if (isMap(value) || Array.isArray(value)) return undefined;
    const text = String(value);
    if (date) return insteadOfDate(value);
    const numeric = (types.has("number") || types.has("int")) && !Number.isFinite(value) && typeof value !== "boolean";
    return (
      (numeric ? insteadOfNumber(text, schema && metaOf(schema).unit) : undefined) ??
      (types.has("boolean") ? insteadOfBoolean(value) : undefined) ??
      (types.has("string") ? `write "${text}", in quotes` : undefined) ??
      (types.has("array") ? `write [${shorten(visible(text))}]` : undefined) ??
      (gluedPair(text.split(/\s/, 1)[0] ?? "") ? "a space is missing after the colon" : undefined)
    );
  };
  const found = hint();
  return found === undefined ? "" : `: ${found}`;
}

/** The types that the branches of a union take. */
function typesOf(schema: Schema): string[] {
  const def = definition(unwrap(schema));
  return def.type === "union" ? def.options.flatMap(typesOf) : [def.type];
}

export function outOfRange(place: Place, issue: z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall): Finding {
  const { value } = place;
  const big = issue.code === "too_big";
  const limit = big ? issue.maximum : issue.minimum;
  if (typeof value === "string") {
    if (value === "") return finding(place, "the text is empty");
    return finding(place, `the text ${echo(value)} has ${value.length} characters, ${big ? "more" : "fewer"} than ${limit}`);
  }
  if (Array.isArray(value)) {
    const items = `${value.length} item${value.length === 1 ? "" : "s"}`;
    return finding(place, `the list has ${items}, ${big ? "more" : "fewer"} than ${limit}`);
  }
  const perCent = big && limit === 1 && typeof value === "number" && value > 1 && value <= 100;
  const hint = perCent ? `: for ${value} % write ${Number((value / 100).toPrecision(12))}` : "";
  return finding(place, `${echo(value)} is too ${big ? "large" : "small"}${hint}`);
}

export function wrongFormat(place: Place, format: string, message: string): Finding {
  if (format === "date" || (place.schema && isDate(place.schema))) return wrongDate(place);
  if (message.startsWith("Invalid ")) return finding(place, `${echo(place.value)} does not have the right form`);
  return finding(place, `${echo(place.value)} ${message}`, { allowed: undefined });
}

function wrongDate(place: Place): Finding {
  const hint = insteadOfDate(place.value);
  return finding(place, `${echo(place.value)} is no calendar date${hint ? `: ${hint}` : ""}`);
}

/** The words of a check of one's own, which say themselves what would be right. */
export function custom(place: Place, issue: z.core.$ZodIssueCustom): Finding {
  if (typeof place.value === "string" && place.schema && isDate(place.schema)) return wrongDate(place);
  const text = issue.message === "Invalid input" ? "is not accepted" : issue.message;
  const scalar = typeof place.value !== "object" && place.value !== undefined;
  const { allowed: words, suggestion, on } = issue.params ?? {};
  return finding(place, scalar ? `${echo(place.value)} ${text}` : text, {
    allowed: typeof words === "string" ? words : undefined,
    ...(typeof suggestion === "string" ? { suggestion } : {}),
    ...(on === "key" ? { on } : {}),
  });
}
