/**
 * Inheritance: a file states only what differs from the one it extends.
 *
 * Maps merge key by key, `null` removes a key, everything else (numbers, texts, lists) replaces what was there
 * (JSON Merge Patch, RFC 7396). So a bare number over a quantity `{ value, low, high, source, grade }` replaces the
 * whole of it: its range and source described another figure. To keep them, write `{ value: 3 }`.
 */
import { isMap, type Path } from "./path.ts";

/** A merged value that remembers which layer wrote what. */
export interface Merged {
  readonly value: unknown;
  /**
   * Index of the layer that wrote, or removed, what is at a path; for a map the last layer that touched it. A path
   * that no layer mentions belongs to the layer of the map around it.
   */
  origin(path: Path): number;
}

/** Who wrote a part of the document; parts without an entry were written by the same layer. */
interface Origin {
  readonly layer: number;
  readonly parts: ReadonlyMap<string, Origin>;
}

interface Part {
  readonly value: unknown;
  readonly origin: Origin;
}

/** One layer over another: layer 0 is `base`, layer 1 is `over`. */
export function merge(base: unknown, over: unknown): Merged {
  return mergeLayers([base, over]);
}

/** All layers, the first one lowest. No layer at all gives the value `undefined`. */
export function mergeLayers(layers: readonly unknown[]): Merged {
  const [first, ...rest] = layers;
  const lowest: Part = { value: first, origin: wholly(0) };
  const merged = rest.reduce<Part>((below, over, index) => mergeOver(below, over, index + 1), lowest);
  return { value: merged.value, origin: (path) => layerAt(merged.origin, path) };
}

function wholly(layer: number): Origin {
  return { layer, parts: new Map() };
}

function mergeOver(below: Part, over: unknown, layer: number): Part {
  if (!isMap(over)) return { value: over, origin: wholly(layer) };
  const base = isMap(below.value) ? below.value : {};
  const origin = isMap(below.value) ? below.origin : wholly(layer);
  const values = new Map(Object.entries(base));
  const parts = new Map([...values.keys()].map((key) => [key, wholly(origin.layer)]));
  for (const [key, part] of origin.parts) parts.set(key, part);
  for (const [key, value] of Object.entries(over)) {
    const merged =
      value === null
        ? { value: undefined, origin: wholly(layer) }
        : mergeOver({ value: values.get(key), origin: parts.get(key) ?? wholly(layer) }, value, layer);
    if (merged.value === undefined) values.delete(key);
    else values.set(key, merged.value);
    parts.set(key, merged.origin);
  }
  return { value: Object.fromEntries(values), origin: { layer, parts } };
}

function layerAt(origin: Origin, path: Path): number {
  let found = origin;
  for (const step of path) {
    const part = found.parts.get(String(step));
    if (!part) break;
    found = part;
  }
  return found.layer;
}
