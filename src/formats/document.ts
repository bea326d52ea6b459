/**
 * A document and the chain of documents it extends -> one merged value in which every part knows its file and line.
 *
 * reference --find--> bytes --utf-8, yaml--> layer --extends--> reference ... ; layers --merge--> document
 */
import type { Issue } from "../core/issue.ts";
import type { Finding } from "../core/scenario/finding.ts";
import { mergeLayers } from "../core/scenario/merge.ts";
import type { Path } from "../core/scenario/path.ts";
import type { Schema } from "../core/scenario/schema-walk.ts";
import { vainRemovals } from "../core/scenario/vain-removals.ts";
import { readHead } from "./document-head.ts";
import { type LineColumn, textOf, type YamlText, type YamlTree } from "./yaml/tree.ts";
import { decodeUtf8 } from "./yaml/utf8.ts";

/** A file as found: what it is known by, how it is shown, what is in it. */
export interface Source {
  /** The same for the same file, however it was reached. */
  readonly id: string;
  /** The name shown to the user. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** What a parser made of these very bytes, where that is kept. */
  readonly tree?: YamlTree;
}

/** Finds what a user or an `extends` key refers to; `from` is the document that refers to it. */
export type Find = (reference: string, from: Layer | undefined) => Promise<Source | Issue>;

export interface Layer {
  readonly id: string;
  readonly file: string;
  readonly text: string;
  readonly value: unknown;
  locate(path: Path, keyNotValue?: boolean): LineColumn | undefined;
}

export interface FilePlace extends LineColumn {
  readonly file: string;
}

export interface LoadedDocument {
  /** The document itself last, what it builds on before it. */
  readonly layers: readonly Layer[];
  /** All layers merged, without `extends`; `undefined` when a layer is missing or no document of this kind. */
  readonly merged: unknown;
  readonly issues: Issue[];
  /** Where the layer that wrote a part of the merged value wrote it. */
  locate(path: Path, keyNotValue?: boolean): FilePlace | undefined;
}

/** The longest chain of files that extend each other. */
const MOST_LAYERS = 8;

/**
 * Reads a document of a kind ("ecosystem", "strategy" ...) and everything it extends. Never throws for bad input.
 * @param schema of the whole document: it helps to guess what a key without a value was meant to be
 */
export async function readDocument(reference: string, kind: string, find: Find, schema?: Schema): Promise<LoadedDocument> {
  const { layers, issues, complete } = await climb(reference, kind, find, []);
  const merged = mergeLayers(layers.map(({ value }) => value));
  const locate = (path: Path, keyNotValue?: boolean) => {
    const layer = layers[merged.origin(path)];
    const place = layer?.locate(path, keyNotValue);
    return layer && place && { file: layer.file, ...place };
  };
  if (!complete) return { layers, merged: undefined, issues: [...issues], locate };
  return { layers, merged: merged.value, issues: [...issues, ...emptyKeys(layers, schema)], locate };
}

/** Keys that a layer leaves empty although the layers below it have nothing there. */
function emptyKeys(layers: readonly Layer[], schema: Schema | undefined): Issue[] {
  return layers.slice(1).flatMap(({ file, value, locate }, index) => {
    const below = mergeLayers(layers.slice(0, index + 1).map((layer) => layer.value)).value;
    return vainRemovals(below, value, schema).map((issue) => ({ ...issue, file, ...locate(issue.path, true) }));
  });
}

/**
 * Findings about the merged value, with file, line and column. A finding at a place of which the reader has already
 * complained is dropped: it is a consequence.
 */
export function placed(findings: readonly Finding[], document: LoadedDocument): Issue[] {
  const known = new Set(document.issues.map((issue) => JSON.stringify([issue.file, issue.path.map(String)])));
  return findings
    .map(({ on, missing, ...issue }) => {
      // A key that a file leaves empty is removed by merging, but it stands in that file.
      const path = missing === undefined ? issue.path : [...issue.path, missing];
      return { ...issue, ...document.locate(path, on === "key") };
    })
    .filter((issue) => issue.path.length === 0 || !known.has(JSON.stringify([issue.file, issue.path.map(String)])));
}

interface Chain {
  readonly layers: readonly Layer[];
  readonly issues: readonly Issue[];
  readonly complete: boolean;
}

/** Reads one document and those below it; `extending` are the layers that led here, the user's own first. */
async function climb(reference: string, kind: string, find: Find, extending: readonly Layer[]): Promise<Chain> {
  const found = await find(reference, extending.at(-1));
  const refusal = "bytes" in found ? badChain(found, extending) : found;
  if (refusal) return { layers: [], issues: [atExtends(refusal, extending.at(-1))], complete: false };
  const { layer, next, issues } = await readLayer(found as Source, kind);
  if (!layer) return { layers: [], issues, complete: false };
  if (next === undefined) return { layers: [layer], issues, complete: true };
  const below = await climb(next, kind, find, [...extending, layer]);
  return { layers: [...below.layers, layer], issues: [...issues, ...below.issues], complete: below.complete };
}

function badChain(found: Source, extending: readonly Layer[]): Issue | undefined {
  const circle = extending.some(({ id }) => id === found.id);
  if (!circle && extending.length < MOST_LAYERS) return undefined;
  const chain = [...extending, found].map(({ file }) => file).join(" -> ");
  const round = extending.at(-1)?.id === found.id ? `${found.file} cannot extend itself` : `extends goes in a circle: ${chain}`;
  return {
    path: [],
    message: circle ? round : `too many files extend each other: ${chain}`,
    allowed: circle ? "a chain that ends in a file without extends" : `at most ${MOST_LAYERS} files`,
    severity: "error",
  };
}

/** An issue about a referred file belongs to the `extends` key that refers to it. */
function atExtends(issue: Issue, by: Layer | undefined): Issue {
  return by ? { ...issue, path: ["extends"], file: by.file, ...by.locate(["extends"]) } : issue;
}

interface ReadLayer {
  readonly layer?: Layer;
  /** What the layer extends. */
  readonly next?: string;
  readonly issues: readonly Issue[];
}

async function readLayer({ id, file, bytes, tree }: Source, kind: string): Promise<ReadLayer> {
  const decoded = decodeUtf8(bytes, file);
  if (!("text" in decoded)) return { issues: [decoded] };
  const { text } = decoded;
  const { value: whole, locate, issues } = tree ? textOf(tree) : await parse(text, file);
  if (whole === undefined) return { issues };
  const head = readHead(whole, kind);
  const faults = head.faults.map(({ on, ...issue }) => ({
    ...issue,
    file,
    ...locate(issue.path, on === "key"),
  }));
  const all = [...issues, ...faults];
  if (head.body === undefined) return { issues: all };
  const layer: Layer = { id, file, text, value: head.body, locate };
  return head.next === undefined ? { layer, issues: all } : { layer, next: head.next, issues: all };
}

/** The parser is loaded by whoever needs one. */
async function parse(text: string, file: string): Promise<YamlText> {
  const { readYaml } = await import("./yaml-text.ts");
  return readYaml(text, file);
}
