/** The part of a schema that belongs to a path of a document, with unions decided by what was written. */
import { z } from "zod";
import { childOf, isMap, type Path } from "./path.ts";

export type Schema = z.core.$ZodType;

/** The definition of a schema as a union that the compiler can tell apart by `type`. */
export function definition(schema: Schema): z.core.$ZodTypes["_zod"]["def"] {
  return (schema as z.core.$ZodTypes)._zod.def;
}

/** The schema inside optional, default, readonly, transform and lazy wrappers: what an author has to write. */
export function unwrap(schema: Schema): Schema {
  const def = definition(schema);
  switch (def.type) {
    case "optional":
    case "nullable":
    case "default":
    case "prefault":
    case "nonoptional":
    case "catch":
    case "readonly":
      return unwrap(def.innerType);
    case "lazy":
      return unwrap(def.getter());
    case "pipe":
      return unwrap(definition(def.in).type === "transform" ? def.out : def.in);
    default:
      return schema;
  }
}

/** What a schema and its wrappers say about themselves; the outermost word counts. */
export function metaOf(schema: Schema): Record<string, unknown> {
  const own = z.globalRegistry.get(schema) ?? {};
  const inner = unwrapOnce(schema);
  return inner ? { ...metaOf(inner), ...own } : own;
}

function unwrapOnce(schema: Schema): Schema | undefined {
  const def = definition(schema);
  if ("innerType" in def) return def.innerType as Schema;
  if (def.type === "lazy") return def.getter();
  if (def.type === "pipe") return definition(def.in).type === "transform" ? def.out : def.in;
  return undefined;
}

/** The keys a map may have; undefined when its names are free or it is no map. */
export function keysOf(schema: Schema): string[] | undefined {
  const def = definition(unwrap(schema));
  switch (def.type) {
    case "object":
      return Object.keys(def.shape);
    case "record":
      return wordsOf(unwrap(def.keyType));
    case "union":
      return joined(def.options);
    case "intersection":
      return joined([def.left, def.right]);
    default:
      return undefined;
  }
}

function joined(parts: readonly Schema[]): string[] | undefined {
  const keys = parts.map(keysOf).filter((found) => found !== undefined);
  return keys.length > 0 ? [...new Set(keys.flat())] : undefined;
}

/** The words a value may be; undefined when it is no choice between words. */
export function wordsOf(schema: Schema): string[] | undefined {
  const def = definition(schema);
  if (def.type === "enum") return Object.values(def.entries).map(String);
  if (def.type === "literal") return def.values.map(String);
  return undefined;
}

/** The schema under one key or index of a value. */
function childSchema(schema: Schema, step: string | number): Schema | undefined {
  const def = definition(schema);
  switch (def.type) {
    case "object":
      return Object.hasOwn(def.shape, step) ? def.shape[step] : def.catchall;
    case "record":
      return def.valueType;
    case "array":
      return def.element;
    case "tuple":
      return def.items[Number(step)] ?? def.rest ?? undefined;
    case "intersection":
      return childSchema(unwrap(def.left), step) ?? childSchema(unwrap(def.right), step);
    default:
      return undefined;
  }
}

/** Decides unions: the branch that the value comes nearest to. */
export function decided(schema: Schema, value: unknown): Schema {
  const inner = unwrap(schema);
  const def = definition(inner);
  if (def.type !== "union") return inner;
  const branch = def.options[nearestBranch(def.options, value).index];
  return branch ? decided(branch, value) : inner;
}

/** The schema at a path; undefined where the schema has nothing. It keeps its wrappers, so `metaOf` sees them. */
export function schemaAt(root: Schema, value: unknown, path: Path): Schema | undefined {
  let schema: Schema | undefined = root;
  let node = value;
  for (const step of path) {
    schema = schema && childSchema(decided(schema, node), step);
    node = childOf(node, step);
  }
  return schema;
}

/** Farther from a schema than any number of wrong keys: of another type altogether. */
const OTHER_TYPE = 1e9;
/** A wrong word in a field that names the branch tells branches apart more than a missing key does. */
const WRONG_WORD = 20;

/** The option of a union that a value comes nearest to; `fits` is false when it is of another type than all of them. */
export function nearestBranch(options: readonly Schema[], value: unknown): { index: number; fits: boolean } {
  const distances = options.map((option) => distanceTo(option, value));
  const least = Math.min(...distances);
  return { index: distances.indexOf(least), fits: least < OTHER_TYPE };
}

function distanceTo(schema: Schema, value: unknown): number {
  const inner = unwrap(schema);
  const def = definition(inner);
  switch (def.type) {
    case "union":
      return Math.min(...def.options.map((option) => distanceTo(option, value)));
    case "intersection":
      return Math.max(distanceTo(def.left, value), distanceTo(def.right, value));
    case "object":
      return isMap(value) ? distanceToShape(def.shape, value) : OTHER_TYPE;
    case "record":
      return isMap(value) ? 0 : OTHER_TYPE;
    case "array":
    case "tuple":
      return Array.isArray(value) ? 0 : OTHER_TYPE;
    case "enum":
    case "literal":
      return distanceToWords(wordsOf(inner) ?? [], value);
    case "null":
      return value === null ? 0 : OTHER_TYPE;
    case "number":
    case "string":
    case "boolean":
      return typeof value === def.type ? 0 : OTHER_TYPE;
    default:
      return WRONG_WORD;
  }
}

function distanceToWords(words: readonly string[], value: unknown): number {
  if (words.includes(String(value))) return 0;
  return typeof value === "string" ? WRONG_WORD : OTHER_TYPE;
}

function distanceToShape(shape: Readonly<Record<string, Schema>>, value: Record<string, unknown>): number {
  let distance = Object.keys(value).filter((key) => !Object.hasOwn(shape, key)).length;
  for (const [key, field] of Object.entries(shape)) {
    const words = wordsOf(unwrap(field));
    if (!Object.hasOwn(value, key)) distance += field._zod.optin === undefined ? 1 : 0;
    else if (words && !words.includes(String(value[key]))) {
      distance += definition(unwrap(field)).type === "literal" ? WRONG_WORD : 1;
    }
  }
  return distance;
}
