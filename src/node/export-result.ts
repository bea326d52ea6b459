/** A folder of results -> files for other programs, all of them or none. */
import { createHash } from "node:crypto";
import fs from "node:fs";
import { join, resolve } from "node:path";
import { dataPackage, type PackagedTable } from "../formats/data-package.ts";
import { jsonText } from "../formats/json.ts";
import { type OutputFile, type OutputFormat, OutputRefusal, tableNamed } from "../formats/output.ts";
import { RUNS } from "../formats/run-inputs.ts";
import type { StoredResult } from "../formats/stored-result.ts";
import { EXIT, Failure } from "./failure.ts";
import { type FileSet, openFileSet } from "./file-set.ts";
import { DESCRIPTION, openStoredResult } from "./stored-result.ts";

export interface ExportOptions {
  /** A result: it has a datapackage.json. */
  readonly folder: string;
  readonly format: OutputFormat;
  /** The format's own default when absent. */
  readonly dialect?: string | undefined;
  /** Names of tables; those that the format chooses when there are none. */
  readonly tables?: readonly string[];
  /** A folder, or the file when there is one only; a folder in the result when absent. */
  readonly out?: string | undefined;
  readonly force?: boolean;
  /** Its reason is thrown, and nothing is left. */
  readonly signal?: AbortSignal;
}

export interface Exported {
  /** Paths, in the order of the tables. */
  readonly files: readonly string[];
  /** What a reader of the files ought to know. */
  readonly notices: readonly string[];
}

/** @throws Failure when the folder is no result, has not what is asked for, or nothing can be written */
export async function exportResult(options: ExportOptions): Promise<Exported> {
  const { folder, format, dialect, tables = [], force = false, signal } = options;
  const result = openStoredResult(folder);
  const notices: string[] = [];
  let set: FileSet | undefined;
  try {
    const asked = tables.length === 0 ? undefined : [...new Set(tables)].map((name) => tableNamed(result, name));
    const files = format.files({ result, asked, dialect, notice: (text) => void notices.push(text) });
    const { paths, description } = placesOf(options, files);
    const all = [...paths, ...(description === undefined ? [] : [description])];
    set = openFileSet(all, { force });
    const packaged: PackagedTable[] = [];
    for (const [i, file] of files.entries()) packaged.push(...(await write(set, paths[i] as string, file, signal)));
    if (description !== undefined) set.append(description, Buffer.from(describe(result, packaged)));
    signal?.throwIfAborted();
    set.commit();
    return { files: all, notices };
  } catch (error) {
    if (error instanceof OutputRefusal) throw new Failure(EXIT.usage, error.message, error.remedy, { cause: error });
    throw error;
  } finally {
    set?.discard();
  }
}

interface Places {
  /** One for each file. */
  readonly paths: readonly string[];
  /** Of the description of all of them, where each holds a table. */
  readonly description?: string;
}

function placesOf({ folder, format, dialect, out }: ExportOptions, files: readonly OutputFile[]): Places {
  const isTables = files.every(({ holds }) => holds !== undefined);
  if (out?.toLowerCase().endsWith(format.ending) && !isFolder(out)) {
    if (files.length === 1) return { paths: [resolve(out)] };
    throw new Failure(
      EXIT.usage,
      `${files.length} tables do not go into one file, ${out}`,
      "name a folder, or one table with --table",
    );
  }
  const own = [format.name, ...(dialect === undefined ? [] : [dialect])].join("-");
  const target = resolve(out ?? join(folder, "exports", isTables ? own : "."));
  const paths = files.map(({ file }) => join(target, file));
  return isTables ? { paths, description: join(target, DESCRIPTION) } : { paths };
}

const isFolder = (path: string): boolean => fs.statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

async function write(
  set: FileSet,
  path: string,
  { file, bytes: content, holds }: OutputFile,
  signal: AbortSignal | undefined,
): Promise<PackagedTable[]> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of content()) {
    signal?.throwIfAborted();
    set.append(path, chunk);
    hash.update(chunk);
    bytes += chunk.byteLength;
  }
  if (!holds) return [];
  const { spec, refersToRuns } = holds.table;
  return [{ spec, path: file, bytes, sha256: hash.digest("hex"), refersToRuns, form: holds.form }];
}

/** References to runs are kept where the runs were exported too. */
function describe({ text }: StoredResult, packaged: readonly PackagedTable[]): string {
  const hasRuns = packaged.some(({ spec }) => spec.name === RUNS);
  const tables = packaged.map((table) => ({ ...table, refersToRuns: table.refersToRuns && hasRuns }));
  return jsonText(dataPackage(text, tables, RUNS));
}
