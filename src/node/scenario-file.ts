/** Scenario files on disk: a name or path -> the document with everything it extends. */
import { open, readdir, stat } from "node:fs/promises";
import { basename, dirname, extname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Issue } from "../core/issue.ts";
import { listed } from "../core/scenario/allowed.ts";
import { echo } from "../core/scenario/echo.ts";
import { nearest } from "../core/scenario/nearest.ts";
import type { Schema } from "../core/scenario/schema-walk.ts";
import { type Find, type Layer, type LoadedDocument, readDocument, type Source } from "../formats/document.ts";
import { MOST_CHARACTERS } from "../formats/yaml/utf8.ts";
import { keptTree } from "./kept-trees.ts";
import { statedKind } from "./stated-kind.ts";

/** Where documents of a kind lie in the folder `scenarios`. */
export const DOCUMENT_FOLDERS = {
  ecosystem: "ecosystems",
  strategy: "strategies",
  scenario: ".",
  experiment: "experiments",
  patterns: "patterns",
  checks: "checks",
  calibration: "calibrations",
  ensemble: "ensembles",
} as const;
export type DocumentKind = keyof typeof DOCUMENT_FOLDERS;

export interface LoadOptions {
  readonly kind: DocumentKind;
  /** The folder `scenarios` with the shipped documents; that of this package when absent. */
  readonly shipped?: string;
  /** Of the whole document: it helps to guess what was meant. */
  readonly schema?: Schema;
}

/** Endings of files that hold documents. */
export const EXTENSIONS = [".yaml", ".yml", ".json"];

/**
 * Loads a document by path, or by the name of a shipped one, with the documents it extends. An `extends` name is looked
 * for beside the file, then among the shipped ones; an `extends` path counts from the file. What users do wrong comes
 * back as issues.
 */
export async function loadDocument(nameOrPath: string, options: LoadOptions): Promise<LoadedDocument> {
  const folder = join(options.shipped ?? (await shippedFolder()), DOCUMENT_FOLDERS[options.kind]);
  const find: Find = async (reference, from) => {
    if (reference === "") return problem(reference, `no ${options.kind} is named`, await documentNames(options));
    const candidates = candidatesFor(reference, from, folder);
    for (const path of candidates) {
      if (path !== from?.id && (await isThere(path, isName(reference)))) return readSource(path);
    }
    // Nothing else has this name: the reader says that no file extends itself.
    if (from && candidates.includes(from.id)) return readSource(from.id);
    return notFound(reference, options.kind, candidates);
  };
  return readDocument(nameOrPath, options.kind, find, options.schema);
}

/** Names of the shipped documents of a kind, in order. */
export async function documentNames(options: LoadOptions): Promise<string[]> {
  return namesOf(await filesIn(join(options.shipped ?? (await shippedFolder()), DOCUMENT_FOLDERS[options.kind])));
}

/** The folder `scenarios` of this package: the one beside the nearest package.json above this file. */
export async function shippedFolder(): Promise<string> {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!(await isThere(join(folder, "package.json"), true)) && folder !== dirname(folder)) folder = dirname(folder);
  return join(folder, "scenarios");
}

function candidatesFor(reference: string, from: Layer | undefined, shipped: string): string[] {
  const here = from ? dirname(from.id) : process.cwd();
  if (!isName(reference)) return [resolve(here, reference)];
  const beside = from ? withExtensions(join(here, reference)) : [resolve(here, reference)];
  return [...beside, ...withExtensions(join(shipped, reference))];
}

function withExtensions(path: string): string[] {
  return EXTENSIONS.map((extension) => resolve(path + extension));
}

function isName(reference: string): boolean {
  return /^[\w-]+$/.test(reference);
}

/** A name stands for a file only; a path may turn out to be something else, and then that is said. */
async function isThere(path: string, asFile: boolean): Promise<boolean> {
  const about = await stat(path).catch(() => undefined);
  return about !== undefined && (about.isFile() || !asFile);
}

async function readSource(path: string): Promise<Source | Issue> {
  const file = shown(path);
  try {
    const about = await stat(path);
    if (!about.isFile()) return problem(file, about.isDirectory() ? "is a folder, not a file" : "is no ordinary file");
    if (about.size > MOST_CHARACTERS) return problem(file, `has ${about.size} bytes`, `at most ${MOST_CHARACTERS}`);
    const bytes = await readAtMost(path, MOST_CHARACTERS + 1);
    // Some files do not tell their size beforehand.
    if (bytes.length > MOST_CHARACTERS) return problem(file, "is too long", `at most ${MOST_CHARACTERS} bytes`);
    // in a .json file only JSON counts, whatever else its bytes may mean
    const tree = extname(path) === ".json" ? undefined : await keptTree(bytes);
    return tree ? { id: path, file, bytes, tree } : { id: path, file, bytes };
  } catch (error) {
    return problem(file, `cannot be read (${errorCode(error)})`);
  }
}

async function readAtMost(path: string, most: number): Promise<Uint8Array> {
  const handle = await open(path, "r");
  try {
    const buffer = new Uint8Array(most);
    let length = 0;
    while (length < most) {
      const { bytesRead } = await handle.read(buffer, length, most - length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    return buffer.subarray(0, length);
  } finally {
    await handle.close();
  }
}

async function notFound(reference: string, kind: string, candidates: readonly string[]): Promise<Issue> {
  // Where only the bare name was tried, the files around it are no documents to choose from.
  const tried = isName(reference) ? candidates.filter((path) => extname(path) !== "") : candidates;
  const folders = [...new Set(tried.map((path) => dirname(path)))];
  const files = (await Promise.all(folders.map(documentsIn))).flat();
  if (isName(reference)) {
    const names = namesOf(files);
    return problem(reference, `there is no ${kind} called ${echo(reference)}`, names, nearest(reference, names));
  }
  const meant = nearest(basename(reference), files);
  const suggestion = meant === undefined ? undefined : join(dirname(reference), meant);
  return problem(reference, `there is no file ${echo(reference)}`, files, suggestion);
}

async function filesIn(folder: string): Promise<string[]> {
  const files = await readdir(folder).catch(() => []);
  return files.filter((file) => EXTENSIONS.includes(extname(file))).sort();
}

/** Those that say they are documents: nobody means another file by a misspelt name. */
async function documentsIn(folder: string): Promise<string[]> {
  const files = await filesIn(folder);
  const kinds = await Promise.all(files.map((file) => statedKind(join(folder, file))));
  return files.filter((_, index) => kinds[index] !== undefined);
}

function namesOf(files: readonly string[]): string[] {
  return [...new Set(files.map((file) => basename(file, extname(file))))];
}

/** The path as a user of this folder would write it. */
function shown(path: string): string {
  const local = relative(process.cwd(), path);
  return local.startsWith(`..${sep}`) || isAbsolute(local) ? path : local;
}

function problem(file: string, message: string, allowed?: string | readonly string[], suggestion?: string): Issue {
  const words = typeof allowed === "string" ? allowed : allowed && allowed.length > 0 ? listed(allowed) : undefined;
  return {
    path: [],
    message,
    ...(words === undefined ? {} : { allowed: words }),
    ...(suggestion === undefined ? {} : { suggestion }),
    file,
    severity: "error",
  };
}

function errorCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}
