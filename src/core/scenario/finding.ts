/** One thing that is wrong with a checked value, while the value and its schema are at hand. */
import type { Issue } from "../issue.ts";
import { allowed } from "./allowed.ts";
import type { Path } from "./path.ts";
import type { Schema } from "./schema-walk.ts";

/** An issue that knows whether the key or the value at its path is to blame. */
export interface Finding extends Issue {
  readonly on: "key" | "value";
  /** The key that is missing in the map at the path. */
  readonly missing?: string;
}

/** A part of the checked document: its path from the root, its value, and its schema if that is known. */
export interface Place {
  readonly path: Path;
  readonly value: unknown;
  readonly schema: Schema | undefined;
}

/** An error at a place; what its schema allows is added. */
export function finding(place: Place, message: string, more: Partial<Finding> = {}): Finding {
  const words = place.schema && allowed(place.schema);
  return {
    path: place.path,
    message,
    ...(words === undefined ? {} : { allowed: words }),
    severity: "error",
    on: "value",
    ...more,
  };
}
