/** The text of a strategy and what is done to it: every change is made in the text, so that comments and order stay. */
import { type Document, isMap, isScalar, parseDocument, stringify } from "yaml";
import { mergeLayers } from "../core/scenario/merge.ts";
import type { Field, InstrumentForm, WorldInfo } from "./protocol.ts";

export interface InstrumentView {
  readonly name: string;
  readonly kind: string;
  readonly title: string;
  readonly start: string;
  readonly until: string | undefined;
  readonly every: string | undefined;
  /** It stands in the strategy that this one extends, and was not touched here. */
  readonly isInherited: boolean;
  /** As written, for the fields of a form. */
  readonly written: Readonly<Record<string, unknown>>;
}

export interface StrategyView {
  readonly name: string;
  readonly title: string;
  /** It takes something over from another strategy. */
  readonly isExtending: boolean;
  readonly instruments: readonly InstrumentView[];
  /** Whether the text can be read at all; when not, the engine says what is wrong. */
  readonly isReadable: boolean;
}

const text = (value: unknown): string => (typeof value === "string" ? value : value === undefined ? "" : String(value));

/** Longer chains of strategies that extend each other are refused by the engine too. */
const MOST_LAYERS = 8;

/** @param texts of strategies that may be extended, by name */
export function viewOf(source: string, texts: Readonly<Record<string, string>> = {}): StrategyView {
  const own = readAs(source);
  if (!own) return { name: "", title: "", isExtending: false, instruments: [], isReadable: false };
  const layers = [own];
  for (let lowest = own; typeof lowest.extends === "string" && layers.length < MOST_LAYERS; ) {
    const below = Object.hasOwn(texts, lowest.extends) ? readAs(texts[lowest.extends] ?? "") : undefined;
    if (!below) break;
    layers.unshift(below);
    lowest = below;
  }
  const whole = mergeLayers(layers).value as Readonly<Record<string, unknown>>;
  const instruments = isRecord(whole.instruments) ? whole.instruments : {};
  const mine = isRecord(own.instruments) ? own.instruments : {};
  return {
    name: text(whole.name),
    title: text(whole.title),
    isReadable: true,
    isExtending: layers.length > 1,
    instruments: Object.entries(instruments).flatMap(([name, one]): InstrumentView[] => {
      if (!isRecord(one)) return [];
      const until = one.until === undefined ? undefined : text(one.until);
      const every = one.every === undefined ? undefined : text(one.every);
      return [
        {
          name,
          kind: text(one.kind),
          title: text(one.title),
          start: text(one.start),
          until,
          every,
          isInherited: !Object.hasOwn(mine, name),
          written: one,
        },
      ];
    }),
  };
}

function readAs(source: string): Readonly<Record<string, unknown>> | undefined {
  const document = parsed(source);
  if (!document || document.errors.length > 0) return undefined;
  try {
    const value: unknown = document.toJS({ maxAliasCount: 0 });
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Never throws: what cannot be parsed is no document. */
function parsed(source: string): Document.Parsed | undefined {
  try {
    return parseDocument(source, { version: "1.2", schema: "core" });
  } catch {
    return undefined;
  }
}

/** Lines stay as long as they were written. */
const AS_WRITTEN = { lineWidth: 0 } as const;

function changed(source: string, change: (document: Document.Parsed) => void): string {
  const document = parsed(source);
  if (!document || document.errors.length > 0) return source;
  change(document);
  return document.toString(AS_WRITTEN);
}

/** The number of a quantity, whether written alone or with its range and source. */
export function numberIn(value: unknown): number | undefined {
  const number = isRecord(value) ? value.value : value;
  return typeof number === "number" ? number : undefined;
}

/**
 * Sets a part of an instrument; undefined takes it away. A single value that is there is exchanged where it stands, and every
 * other letter stays; otherwise the text is laid out anew, with its comments. A range that the new number leaves is given up.
 */
export function setField(source: string, instrument: string, path: readonly string[], value: unknown): string {
  const at = ["instruments", instrument, ...path];
  return exchanged(source, at, value) ?? changed(source, (document) => write(document, at, value));
}

function write(document: Document.Parsed, at: readonly string[], value: unknown): void {
  const node = document.getIn(at);
  if (value === undefined) document.deleteIn(at);
  else if (isMap(node) && typeof value === "number") {
    document.setIn([...at, "value"], value);
    if (Number(node.get("low")) > value) document.deleteIn([...at, "low"]);
    if (Number(node.get("high")) < value) document.deleteIn([...at, "high"]);
  } else document.setIn(at, value);
}

/** The text with one value in place of another; undefined where that is not all there is to do. */
function exchanged(source: string, at: readonly string[], value: unknown): string | undefined {
  const document = parsed(source);
  if (!document || document.errors.length > 0) return undefined;
  let node = document.getIn(at, true);
  if (isMap(node) && typeof value === "number") {
    if (Number(node.get("low")) > value || Number(node.get("high")) < value) return undefined;
    node = node.get("value", true);
  }
  if (!isScalar(node) || !node.range || !["string", "number", "boolean"].includes(typeof value)) return undefined;
  const [from, to] = node.range;
  return source.slice(0, from) + stringify(value, AS_WRITTEN).trimEnd() + source.slice(to);
}

/** @param isInherited of the strategy that this one extends: then it is taken out by name */
export function removeInstrument(source: string, instrument: string, isInherited: boolean): string {
  return changed(source, (document) => {
    document.deleteIn(["instruments", instrument]);
    if (isInherited) document.setIn(["instruments", instrument], null);
  });
}

export function addInstrument(source: string, name: string, fields: Readonly<Record<string, unknown>>): string {
  return (
    appended(source, name, fields) ??
    changed(source, (document) => {
      // An empty map is written in braces; what is put into it should not be.
      const map = document.get("instruments");
      if (isMap(map)) map.flow = false;
      document.setIn(["instruments", name], document.createNode(fields));
    })
  );
}

/** Where instruments come last in a text, one more is written after them. */
function appended(source: string, name: string, fields: Readonly<Record<string, unknown>>): string | undefined {
  const contents = parsed(source)?.contents;
  const last = isMap(contents) ? contents.items.at(-1) : undefined;
  if (!isScalar(last?.key) || last.key.value !== "instruments" || !isMap(last.value) || last.value.flow === true)
    return undefined;
  const first = last.value.items[0]?.key;
  if (!isScalar(first) || !first.range) return undefined;
  const indent = " ".repeat(first.range[0] - (source.lastIndexOf("\n", first.range[0] - 1) + 1));
  const lines = stringify({ [name]: fields }, AS_WRITTEN)
    .trimEnd()
    .split("\n");
  return `${source.trimEnd()}\n${lines.map((line) => indent + line).join("\n")}\n`;
}

/** Renames a strategy. */
export function setHead(source: string, key: "name" | "title" | "about", value: string): string {
  return changed(source, (document) => void document.set(key, value));
}

/** `list`, `list-2`, `list-3` ...: the first that is not taken. */
export function freeName(wanted: string, taken: readonly string[]): string {
  for (let n = 1; ; n++) {
    const name = n === 1 ? wanted : `${wanted}-${n}`;
    if (!taken.includes(name)) return name;
  }
}

export function emptyStrategy(name: string, title: string): string {
  return `format: corridor/strategy@1\nname: ${name}\ntitle: ${JSON.stringify(title)}\nabout: ${JSON.stringify(title)}\ninstruments: {}\n`;
}

/** What an instrument begins with: as in a shipped strategy that fits this ecosystem, or from its form. */
export function firstFields(
  { kind, fields }: InstrumentForm,
  start: string,
  world: WorldInfo,
  shipped: readonly StrategyView[],
): Readonly<Record<string, unknown>> {
  const names = new Set(Object.values(world.names).flatMap((of) => of.map(({ name }) => name)));
  const refers = fields.filter(({ scope }) => scope !== undefined);
  const isAtHome = ({ written }: InstrumentView): boolean =>
    refers.every(({ path }) => namesAt(written, path).every((name) => names.has(name)));
  const example = shipped.flatMap(({ instruments }) => instruments).find((one) => one.kind === kind && isAtHome(one));
  if (example) {
    const { title: _, note: __, until: ___, when: ____, ...written } = example.written;
    return { ...written, start };
  }
  const made: Record<string, unknown> = { kind };
  for (const field of fields.filter(({ optional }) => !optional)) setInside(made, field.path, firstValue(field, start, world));
  return made;
}

function firstValue(
  { type, unit, min = 0, max = 1, integer, words = [], scope = "" }: Field,
  start: string,
  world: WorldInfo,
): unknown {
  const names = words.length > 0 ? words : (world.names[scope] ?? []).map(({ name }) => name);
  if (type === "date") return start;
  if (type === "switch") return false;
  if (type === "choice") return names[0];
  if (type === "choices") return names.slice(0, 1);
  if (type === "text") return "";
  return unit === "share" ? 0.5 : integer === true ? Math.max(min, 1) : Math.min(max, Math.max(min, 1));
}

function setInside(into: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [step, ...rest] = path;
  if (step === undefined) return;
  if (rest.length === 0) into[step] = value;
  else {
    const inner = isRecord(into[step]) ? into[step] : {};
    into[step] = inner;
    setInside(inner, rest, value);
  }
}

export function valueIn(written: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((node, step) => (isRecord(node) ? node[step] : undefined), written);
}

function namesAt(written: unknown, path: readonly string[]): string[] {
  const value = valueIn(written, path);
  return (Array.isArray(value) ? value : [value]).filter((one) => typeof one === "string");
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
