/**
 * JSON Schema (draft 7) of the documents that people write, for completion and hover in editors. A document that
 * extends another states only what differs, so parts need not be whole here, and null removes a named part;
 * `corridor validate` judges the document that comes out.
 */
import { z } from "zod";
import { ecosystemSchema, scenarioSchema, strategySchema } from "../core/index.ts";
import { ensembleSchema } from "../experiment/calibrate/ensemble.ts";
import { calibrationSchema } from "../experiment/calibrate/schema.ts";
import { canonicalText } from "../experiment/canonical.ts";
import { checksSchema } from "../experiment/facts/schema.ts";
import { patternsSchema } from "../experiment/patterns/schema.ts";
import { experimentSchema } from "../experiment/schema.ts";

export const SCHEMAS = {
  ecosystem: ecosystemSchema,
  strategy: strategySchema,
  scenario: scenarioSchema,
  experiment: experimentSchema,
  patterns: patternsSchema,
  checks: checksSchema,
  calibration: calibrationSchema,
  ensemble: ensembleSchema,
} as const;
export type SchemaName = keyof typeof SCHEMAS;
export const SCHEMA_NAMES = Object.keys(SCHEMAS) as SchemaName[];

type Node = Record<string, unknown>;

/** Notes of the program to itself. */
const INTERNAL = ["about", "quantity", "references", "referencesLever", "policyDay"];
/** What every document says itself. */
const HEAD = ["format", "name"];
/** Parts that are written out again are named once they are this long. */
const LONG = 150;

export function jsonSchema(name: SchemaName): object {
  const { $schema, ...whole } = z.toJSONSchema(SCHEMAS[name], {
    io: "input",
    target: "draft-07",
    reused: "inline",
    override: ({ jsonSchema: node }) => {
      for (const key of INTERNAL) delete (node as Node)[key];
    },
  }) as Node;
  const required = whole.required as string[];
  const { root, definitions } = hoist(loosen(whole) as Node);
  return {
    $schema,
    title: `Corridor ${name}`,
    ...root,
    required: required.filter((key) => HEAD.includes(key)),
    if: { required: ["extends"] },
    else: { required },
    definitions,
  };
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Parts may be left out, and named ones may be null. */
function loosen(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(loosen);
  if (!isNode(value)) return value;
  const { required: _, additionalProperties: named, ...rest } = value;
  // A part of an instrument may fit several kinds.
  const node = Object.fromEntries(Object.entries(rest).map(([key, part]) => [key === "oneOf" ? "anyOf" : key, loosen(part)]));
  if (named === undefined) return node;
  return {
    ...node,
    additionalProperties: isNode(named) ? { anyOf: [loosen(named), { type: "null" }] } : named,
  };
}

/** Names long parts that occur more than once, so that the file stays readable. */
function hoist(root: Node): { root: Node; definitions: Node } {
  const times = new Map<string, number>();
  const count = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(count);
    if (!isNode(value)) return;
    if (isSchema(value)) {
      const text = canonicalText(value);
      times.set(text, (times.get(text) ?? 0) + 1);
      if ((times.get(text) ?? 0) > 1) return;
    }
    Object.values(value).forEach(count);
  };
  count(root);
  const names = new Map<string, string>();
  const definitions: Node = {};
  const replace = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(replace);
    if (!isNode(value)) return value;
    const inner = () => Object.fromEntries(Object.entries(value).map(([key, part]) => [key, replace(part)]));
    const text = isSchema(value) ? canonicalText(value) : "";
    if (text.length < LONG || (times.get(text) ?? 0) < 2) return inner();
    let name = names.get(text);
    if (name === undefined) {
      name = `part${names.size + 1}`;
      names.set(text, name);
      definitions[name] = inner();
    }
    return { $ref: `#/definitions/${name}` };
  };
  return { root: replace(root) as Node, definitions };
}

function isSchema(node: Node): boolean {
  return ["type", "anyOf", "oneOf", "enum"].some((key) => typeof node[key] === "string" || Array.isArray(node[key]));
}
