/** The two keys that every document begins with: `format: corridor/<kind>@<version>` and, if it has one, `extends`. */
import { echo } from "../core/scenario/echo.ts";
import type { Finding } from "../core/scenario/finding.ts";
import { nearest } from "../core/scenario/nearest.ts";
import { isMap } from "../core/scenario/path.ts";

/** The version of the file format that this program reads. */
const VERSION = 1;

/** What a document of a kind has to say of itself: `corridor/ecosystem@1`. */
export function formatName(kind: string): string {
  return `corridor/${kind}@${VERSION}`;
}

export interface Head {
  /** The document without `extends`; `undefined` when it is no document of this kind. */
  readonly body?: Record<string, unknown>;
  /** Name or path of the document it extends. */
  readonly next?: string;
  readonly faults: readonly Finding[];
}

export function readHead(document: unknown, kind: string): Head {
  const allowed = formatName(kind);
  if (!isMap(document)) {
    return {
      faults: [fault([], `expected a map of keys and values, found ${echo(document)}`, `format: ${allowed} ...`)],
    };
  }
  const { extends: parent, ...body } = document;
  const { usable, faults } = checkFormat(document, kind);
  if (!usable) return { faults };
  // A wrong format was reported; the right one in its place spares the author the same complaint from the schema.
  const sound = faults.length > 0 ? { ...body, format: allowed } : body;
  if (parent === undefined) return { body: sound, faults };
  if (typeof parent === "string" && parent.trim() !== "") return { body: sound, next: parent, faults };
  const message = `extends must name one document, found ${echo(parent)}`;
  return {
    body: sound,
    faults: [...faults, fault(["extends"], message, `the name of another ${kind}, or a path`)],
  };
}

const FORMAT = /^corridor\/([a-z]+)@(\d+)$/;

function checkFormat(document: Record<string, unknown>, kind: string): { usable: boolean; faults: Finding[] } {
  const allowed = formatName(kind);
  const { format } = document;
  if (format === allowed) return { usable: true, faults: [] };
  if (format === undefined || format === null) {
    const misspelt = nearest("format", Object.keys(document));
    const message = misspelt === undefined ? 'key "format" is missing' : `key "format" is missing, there is ${echo(misspelt)}`;
    return { usable: true, faults: [{ ...fault([], message, `format: ${allowed}`), on: "key" }] };
  }
  const [, ownKind, version] = (typeof format === "string" && FORMAT.exec(format)) || [];
  if (ownKind === undefined) {
    return { usable: true, faults: [fault(["format"], `unknown format ${echo(format)}`, allowed)] };
  }
  const message =
    ownKind === kind
      ? `version ${version} of the file format is not known to this program`
      : `this is a file of the kind ${ownKind}, expected ${kind}`;
  return { usable: false, faults: [fault(["format"], message, allowed)] };
}

function fault(path: readonly string[], message: string, allowed: string): Finding {
  return { path, message, allowed, severity: "error", on: "value" };
}
