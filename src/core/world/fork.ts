/** A copy of the world that goes its own way: nothing that one does from here on touches the other. */
import { copyFrame, type Frame } from "../frame.ts";
import { createWorld } from "./create.ts";
import type { Model } from "./model.ts";
import type { World } from "./world.ts";

type Fields = Record<string, unknown>;

/**
 * The state is laid into a world that was made in the usual way, and not spread into a new object, so that engines see one
 * kind of world and keep what they have compiled.
 * @param model differs from the model of the world by its strategy only, and in nothing that has been played
 * @returns the same state; events are those from here on
 */
export function forkWorld(world: World, model: Model): World {
  const fork = createWorld(model);
  const { model: _, keys: __, events: ___, witness: ____, ledger, ...state } = world;
  const { spend: _____, ...flows } = ledger;
  const copied = new Map<object, unknown>();
  lay(fork as unknown as Fields, state, copied);
  lay(fork.ledger as unknown as Fields, flows, copied);
  fork.events = [];
  return fork;
}

/** Copies every field; objects that are there on both sides are filled, not replaced. */
function lay(into: Fields, from: object, copied: Map<object, unknown>): void {
  for (const [name, value] of Object.entries(from)) {
    const there = into[name];
    if (isFrame(value)) Object.assign(there as object, copyFrame(value));
    else if (isPlain(value) && isPlain(there)) lay(there, value, copied);
    else into[name] = copyOf(value, copied);
  }
}

/** Plain data, arrays, maps and typed arrays, all the way down; what was one object stays one. */
function copyOf(value: unknown, copied: Map<object, unknown>): unknown {
  if (typeof value !== "object" || value === null) return value;
  const known = copied.get(value);
  if (known !== undefined) return known;
  const copy = fresh(value, copied);
  copied.set(value, copy);
  return copy;
}

function fresh(value: object, copied: Map<object, unknown>): unknown {
  if (ArrayBuffer.isView(value)) return (value as Float64Array).slice();
  if (Array.isArray(value)) return value.map((item) => copyOf(item, copied));
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [key, copyOf(item, copied)]));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copyOf(item, copied)]));
}

function isPlain(value: unknown): value is Fields {
  return (
    typeof value === "object" && value !== null && !ArrayBuffer.isView(value) && !Array.isArray(value) && !(value instanceof Map)
  );
}

const isFrame = (value: unknown): value is Frame => isPlain(value) && "stride" in value && "columns" in value;
