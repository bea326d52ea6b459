/** What a file in `outputs` declares: a way to give a stored result to other programs. */
import type { FileForm } from "./data-package.ts";
import type { StoredResult, StoredTable } from "./stored-result.ts";

export interface OutputFormat {
  readonly name: string;
  readonly about: string;
  /** Of its files, with the point. */
  readonly ending: string;
  /** Ways of writing it, the first is the default; none when there is one way only. */
  readonly dialects: readonly { readonly name: string; readonly about: string }[];
  /**
   * The files, none of them begun.
   * @throws OutputRefusal when the result has not what the format needs
   */
  files(request: OutputRequest): readonly OutputFile[];
}

export interface OutputRequest {
  readonly result: StoredResult;
  /** The tables that were asked for by name; undefined when the format is to choose. */
  readonly asked: readonly StoredTable[] | undefined;
  /** Name of one of the dialects; undefined for the default. */
  readonly dialect: string | undefined;
  /** Told, while bytes are made, what the reader of the files ought to know. */
  notice(text: string): void;
}

export interface OutputFile {
  /** Relative to the folder of the export. */
  readonly file: string;
  /** In order, some hundred kilobytes at a time. */
  bytes(): AsyncIterable<Uint8Array>;
  /** Where the file holds one table, what is needed to describe it. */
  readonly holds?: { readonly table: StoredTable; readonly form: FileForm };
}

/** What a user can do something about. */
export class OutputRefusal extends Error {
  readonly remedy: string;

  constructor(message: string, remedy: string) {
    super(message);
    this.name = "OutputRefusal";
    this.remedy = remedy;
  }
}

/** @throws OutputRefusal when the result has no such table */
export function tableNamed({ tables }: StoredResult, name: string): StoredTable {
  const found = tables.find(({ spec }) => spec.name === name);
  if (found) return found;
  throw new OutputRefusal(`the result has no table ${name}`, `it has: ${tables.map(({ spec }) => spec.name).join(", ")}`);
}
