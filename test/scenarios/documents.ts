/** Shipped files as documents: reading, merging, and walking them beside their schema. */
import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import type { z } from "zod";
import { mergeLayers } from "../../src/core/scenario/merge.ts";
import { DEFINED_IN, type ReferenceScope } from "../../src/core/scenario/schema/reference.ts";
import { decided, definition, metaOf, type Schema } from "../../src/core/scenario/schema-walk.ts";
import { LEVERS, type LeverName } from "../../src/core/world/levers.ts";

export type Tree = Record<string, unknown>;
export const ROOT = new URL("../../scenarios/", import.meta.url);
const isTree = (node: unknown): node is Tree => typeof node === "object" && node !== null && !Array.isArray(node);

export function read(file: string): Tree {
  return parse(readFileSync(new URL(file, ROOT), "utf8"), { uniqueKeys: true }) as Tree;
}

export function namesIn(folder: string): string[] {
  return readdirSync(new URL(folder, ROOT))
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => file.slice(0, -".yaml".length))
    .sort();
}

/** A record of what happened belongs to its ecosystem; every other strategy fits them all. */
export function homesOf(strategy: string, ecosystems: readonly string[]): readonly string[] {
  if (strategy === "historical") return ["central-mediterranean"];
  return ecosystems.filter((name) => !strategy.endsWith("-historical") || strategy === `${name}-historical`);
}

/** A file over the ones it extends; shipped files extend shipped files of the same kind. */
export function resolve(folder: string, name: string, file = `${folder}/${name}.yaml`): Tree {
  const layers = [read(file)];
  for (let below = layers[0].extends; below !== undefined; below = layers[0].extends) {
    layers.unshift(read(`${folder}/${below}.yaml`));
  }
  return mergeLayers(layers).value as Tree;
}

/** Calls back for every part of a document that its schema knows, with the path to it. */
function walk(schema: Schema, node: unknown, visit: (path: string, schema: Schema, node: unknown) => void, path = ""): void {
  visit(path, schema, node);
  const inner = decided(schema, node);
  const def = definition(inner);
  const under = (key: string) => (path === "" ? key : `${path}.${key}`);
  if (def.type === "array" && Array.isArray(node)) {
    for (const [i, item] of node.entries()) walk(def.element, item, visit, `${path}[${i}]`);
  } else if (def.type === "object" && isTree(node)) {
    for (const [key, child] of Object.entries(node)) walk(def.shape[key], child, visit, under(key));
  } else if (def.type === "record" && isTree(node)) {
    for (const [key, child] of Object.entries(node)) {
      visit(under(key), def.keyType, key);
      walk(def.valueType, child, visit, under(key));
    }
  }
}

/** Names that are used but not defined in the ecosystem. */
export function dangling(schema: Schema, document: Tree, ecosystem: Tree): string[] {
  const missing: string[] = [];
  walk(schema, document, (path, part, node) => {
    const scope = metaOf(part).references as ReferenceScope | undefined;
    if (scope === undefined || typeof node !== "string") return;
    if (!Object.hasOwn(ecosystem[DEFINED_IN[scope]] as Tree, node)) missing.push(`${path}: ${scope} ${node}`);
  });
  return missing;
}

/** Places of shocks, which belong to the scope of the shock's own lever. */
export function danglingPlaces(instruments: Tree, ecosystem: Tree): string[] {
  return Object.entries(instruments).flatMap(([name, instrument]) => {
    const { lever, where = [] } = instrument as { lever?: LeverName; where?: string[] };
    if (lever === undefined) return [];
    const defined = ecosystem[DEFINED_IN[LEVERS[lever].by]] as Tree;
    return where.filter((place) => !Object.hasOwn(defined, place)).map((place) => `${name}: ${place}`);
  });
}

const isQuantitySchema = (schema: Schema) => metaOf(schema).quantity === true;

/** Quantities without a grade, and grades that do not fit what they say of their source. */
export function ungraded(schema: Schema, document: Tree): string[] {
  const bare: string[] = [];
  walk(schema, document, (path, part, node) => {
    if (!isQuantitySchema(part)) return;
    const { grade, source } = isTree(node) ? node : {};
    if (grade === undefined) bare.push(path);
    else if ((grade === "A" || grade === "B") && source === undefined) bare.push(`${path}: grade ${grade} without a source`);
    else if (grade === "assumed" && source !== undefined) bare.push(`${path}: assumed, with a source`);
  });
  return bare;
}

export function usedSources(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(usedSources);
  if (!isTree(node)) return [];
  const own = typeof node.source === "string" ? [node.source] : [];
  return [...own, ...Object.values(node).flatMap(usedSources)];
}

export function errors(schema: z.ZodType, document: Tree): string[] {
  const parsed = schema.safeParse(document);
  return parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
}
