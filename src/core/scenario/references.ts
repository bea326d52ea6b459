/** Names that a document uses and the ecosystem must define; fields that hold such names say so in their schema. */
import type { Issue } from "../issue.ts";
import { LEVERS, type LeverName } from "../world/levers.ts";
import { listed } from "./allowed.ts";
import { wrong } from "./complaint.ts";
import { echo } from "./echo.ts";
import { nearest } from "./nearest.ts";
import { childOf, isMap, type Path, valueAt } from "./path.ts";
import { DEFINED_IN, type ReferenceScope } from "./schema/reference.ts";
import { decided, definition, metaOf, type Schema } from "./schema-walk.ts";

/** What an ecosystem defines: its maps are the scopes. */
export type Defining = Readonly<Record<string, unknown>>;

/**
 * Every name in the document that the ecosystem does not define.
 * @param document may have parts that the schema does not accept: the others are checked
 * @param ecosystem the document itself, when it is an ecosystem; a strategy may also use the names of its groups
 */
export function checkReferences(schema: Schema, document: unknown, ecosystem: Defining): Issue[] {
  const issues: Issue[] = [];
  const check = (scope: ReferenceScope, name: unknown, path: Path): void => {
    if (typeof name !== "string") return;
    const own = isMap(ecosystem[DEFINED_IN[scope]]) ? Object.keys(ecosystem[DEFINED_IN[scope]] as object) : [];
    const groups = document === ecosystem ? {} : groupsOf(ecosystem, scope);
    const defined = [...own, ...Object.keys(groups)];
    if (!defined.includes(name)) issues.push(undefinedName(scope, name, defined, path));
    else if (Object.hasOwn(groups, name) && typeof path.at(-1) === "string") issues.push(...oneMember(name, groups[name], path));
  };
  walk(schema, document, [], (part, value, path) => {
    const { references, referencesLever } = metaOf(part);
    if (references !== undefined) check(references as ReferenceScope, value, path);
    if (referencesLever === true && Array.isArray(value)) {
      const lever = childOf(valueAt(document, path.slice(0, -1)), "lever") as LeverName;
      if (!Object.hasOwn(LEVERS, lever)) return;
      value.forEach((name, index) => void check(LEVERS[lever].by, name, [...path, index]));
    }
  });
  return issues;
}

/** Visits every part of a value that its schema knows; the names of a map too, at the path of what they name. */
function walk(schema: Schema, value: unknown, path: Path, visit: (schema: Schema, value: unknown, path: Path) => void): void {
  visit(schema, value, path);
  const def = definition(decided(schema, value));
  if (def.type === "array" && Array.isArray(value)) {
    value.forEach((item, index) => void walk(def.element, item, [...path, index], visit));
  }
  if (!isMap(value) || (def.type !== "object" && def.type !== "record")) return;
  for (const [key, child] of Object.entries(value)) {
    if (def.type === "record") visit(def.keyType, key, [...path, key]);
    const inner = def.type === "record" ? def.valueType : def.shape[key];
    if (inner) walk(inner, child, [...path, key], visit);
  }
}

/** Where one name is wanted, a group of one will do. */
function oneMember(name: string, members: unknown, path: Path): Issue[] {
  if (!Array.isArray(members) || members.length === 1) return [];
  return [wrong(path, `the group ${name} has ${members.length} members, and one name is wanted here`, listed(members))];
}

/** The groups of a scope by name. @param ecosystem may not be accepted yet */
export function groupsOf({ groups }: Defining, scope: ReferenceScope): Readonly<Record<string, unknown>> {
  const ofScope = isMap(groups) ? groups[DEFINED_IN[scope]] : undefined;
  return isMap(ofScope) ? ofScope : {};
}

function undefinedName(scope: ReferenceScope, name: string, defined: readonly string[], path: Path): Issue {
  const meant = nearest(name, defined);
  return {
    path,
    message: `the ecosystem has no ${scope} called ${echo(name)}`,
    allowed: defined.length > 0 ? listed(defined) : `nothing: the ecosystem has no ${DEFINED_IN[scope]}`,
    ...(meant === undefined ? {} : { suggestion: meant }),
    severity: "error",
  };
}
