/**
 * Keys without a value that take nothing out. `null` removes what the document below has; where that has nothing, the key
 * is a slip of the pen: a misspelt name, or the rest of a note that a comma has cut off.
 */
import type { Issue } from "../issue.ts";
import { listed } from "./allowed.ts";
import { wrong } from "./complaint.ts";
import { echo } from "./echo.ts";
import { nearest } from "./nearest.ts";
import { childOf, formatPath, isMap, type Path } from "./path.ts";
import { decided, keysOf, type Schema, schemaAt } from "./schema-walk.ts";

/**
 * Every key that `over` leaves empty and `below` does not have, with its path from the place where both lie.
 * @param schema of that place: it knows names that nothing below has written
 */
export function vainRemovals(below: unknown, over: unknown, schema?: Schema): Issue[] {
  return isMap(over) ? emptyKeys(below, over, { schema, root: over, path: [] }) : [];
}

interface At {
  readonly schema: Schema | undefined;
  readonly root: unknown;
  readonly path: Path;
}

function emptyKeys(below: unknown, over: Readonly<Record<string, unknown>>, at: At): Issue[] {
  return Object.entries(over).flatMap(([key, value]) => {
    const under = isMap(below) ? childOf(below, key) : undefined;
    const path = [...at.path, key];
    if (isMap(value)) return emptyKeys(under, value, { ...at, path });
    return value === null && under === undefined ? [nothingThere(key, isMap(below) ? Object.keys(below) : [], over, at)] : [];
  });
}

function nothingThere(key: string, there: readonly string[], over: Readonly<Record<string, unknown>>, at: At): Issue {
  const where = at.path.length > 0 ? ` in ${formatPath(at.path)}` : "";
  const message = `${echo(key)} has no value, and below there is none${where} to take out`;
  const path = [...at.path, key];
  if (/\s/.test(key)) return wrong(path, message, 'a text with a comma stands in quotes: "one, two"');
  const schema = at.schema && schemaAt(at.schema, at.root, at.path);
  const known = (schema && keysOf(decided(schema, over))) ?? [];
  const meant = nearest(
    key,
    [...there, ...known].filter((name) => name !== key),
  );
  return wrong(path, message, there.length > 0 ? `a value, or one of ${listed(there)} to take it out` : "a value", meant);
}
