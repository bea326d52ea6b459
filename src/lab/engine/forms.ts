/** The form of each kind of instrument, derived from its schema: a new instrument needs no line here. */
import { z } from "zod";
import { INSTRUMENTS } from "../../core/index.ts";
import { decided, definition, metaOf, type Schema, unwrap, wordsOf } from "../../core/scenario/schema-walk.ts";
import type { Field, InstrumentForm } from "../protocol.ts";

/** What the form shows in a way of its own, or leaves to the text. */
const NOT_FIELDS = new Set(["kind", "cost", "when"]);

export function instrumentForms(): InstrumentForm[] {
  return INSTRUMENTS.map(({ kind, about, params }) => ({ kind, about, fields: fieldsOf(params, [], false) }));
}

function fieldsOf(schema: Schema, path: readonly string[], optional: boolean): Field[] {
  const def = definition(unwrap(schema));
  if (def.type !== "object") return [];
  return Object.entries(def.shape).flatMap(([key, part]) => {
    if (path.length === 0 && NOT_FIELDS.has(key)) return [];
    return fieldOf(part, [...path, key], optional || part._zod.optin !== undefined);
  });
}

function fieldOf(schema: Schema, path: readonly string[], optional: boolean): Field[] {
  const { unit, about, description, references, format, policyDay, quantity } = metaOf(schema);
  const shared = { path, about: String(about ?? description ?? ""), unit: String(unit ?? ""), optional };
  if (quantity === true) {
    const number = decided(schema, 0);
    const isNumber = number instanceof z.ZodNumber;
    const limits = isNumber ? { min: number.minValue ?? -Infinity, max: number.maxValue ?? Infinity } : {};
    return [{ ...shared, type: "number", ...limits, integer: isNumber && number.format === "safeint" }];
  }
  const inner = unwrap(schema);
  const def = definition(inner);
  if (typeof references === "string") return [{ ...shared, type: "choice", scope: references }];
  const words = wordsOf(inner);
  if (words) return [{ ...shared, type: "choice", words }];
  switch (def.type) {
    case "boolean":
      return [{ ...shared, type: "switch" }];
    case "string":
      return [{ ...shared, type: format === "date" || policyDay === true ? "date" : "text" }];
    case "array":
      return listOf(def.element, shared);
    case "object":
      return fieldsOf(inner, path, optional);
    default:
      return [];
  }
}

function listOf(element: Schema, shared: Pick<Field, "path" | "about" | "unit" | "optional">): Field[] {
  const scope = metaOf(element).references;
  if (typeof scope === "string") return [{ ...shared, type: "choices", scope }];
  const words = wordsOf(unwrap(element));
  return words ? [{ ...shared, type: "choices", words }] : [];
}
