/**
 * Files of a result that somebody has chosen or dropped -> findings, drawn figures, and the report as one file.
 *
 *   datapackage.json, manifest.json, plan.json, tables --evidence--> outline --figures--> drawings; --page--> report
 */
import { parse } from "csv-parse/browser/esm/sync";
import { parseHTML } from "linkedom/worker";
import { type ChartDocument, markup } from "../../charts/drawing.ts";
import { openPlan, type Plan, type PlanDocument } from "../../experiment/plan.ts";
import { csvHeader, csvRows } from "../../formats/csv.ts";
import { MalformedTable, readTables } from "../../formats/csv-reading.ts";
import { type DescribedTable, readDataPackage } from "../../formats/data-package-reading.ts";
import { CSS } from "../../formats/report-page/css.ts";
import { evidenceOf, isReported } from "../../formats/report-page/evidence.ts";
import { visible } from "../../formats/report-page/html.ts";
import { reportPage } from "../../formats/report-page/page.ts";
import { isObject, type JsonObject, type StoredTable } from "../../formats/stored-result.ts";
import type { Evidence } from "../../report/evidence.ts";
import { outlineOf } from "../../report/outline.ts";
import type { FromReader, OpenedFigure, OpenedResult, OpenProblem, OpenWish, ResultFile } from "../opened.ts";
import { landOf } from "./land.ts";

/** Something of the folder is not as a result is. */
class Refused extends Error {
  readonly problem: OpenProblem;
  constructor(problem: OpenProblem) {
    super(problem.detail);
    this.problem = problem;
  }
}

const refuse = (key: OpenProblem["key"], detail: string): never => {
  throw new Refused({ key, detail });
};

/** Never throws for what a folder holds. */
export async function openResult({ folder, files }: OpenWish): Promise<FromReader> {
  try {
    return { type: "opened", result: await openedResult(await read(folder, files)) };
  } catch (error) {
    if (error instanceof Refused) return { type: "refused", problem: error.problem };
    return {
      type: "refused",
      problem: { key: "opened.damaged", detail: error instanceof Error ? error.message : String(error) },
    };
  }
}

async function read(folder: string, files: readonly ResultFile[]): Promise<Evidence> {
  const known = new Map(files.map(({ path, file }) => [path, file]));
  const jsonOf = async (path: string): Promise<unknown> => {
    const file = known.get(path);
    if (!file) return undefined;
    try {
      return JSON.parse(await file.text());
    } catch {
      return refuse("opened.damaged", `${path} is no JSON`);
    }
  };
  const description = await jsonOf("datapackage.json");
  if (description === undefined) return refuse("opened.no-result", folder);
  const { text, tables } = readDataPackage(description);
  const manifest = await jsonOf("manifest.json");
  return evidenceOf({
    result: {
      text,
      manifest: isObject(manifest as JsonObject) ? (manifest as JsonObject) : {},
      tables: tables.map((table) => stored(table, known.get(table.path))),
    },
    plan: planIn(await jsonOf("plan.json")),
    folder,
    land: landOf,
  });
}

function planIn(document: unknown): Plan | undefined {
  if (document === undefined) return undefined;
  const plan = openPlan((document as { readonly plan: PlanDocument }).plan);
  return plan.id === (document as { readonly id: unknown }).id ? plan : refuse("opened.damaged", "plan.json");
}

function stored(table: DescribedTable, file: File | undefined): StoredTable {
  const { spec, refersToRuns, bytes, sha256, path } = table;
  async function* rows() {
    if (!file) return refuse("opened.missing", path);
    if (bytes !== undefined && file.size !== bytes) refuse("opened.damaged", `${path}: ${file.size} bytes, not ${bytes}`);
    const content = await file.arrayBuffer();
    if (sha256 !== undefined && (await hashOf(content)) !== sha256)
      refuse("opened.damaged", `${path}: another hash than described`);
    const records: string[][] = parse(new TextDecoder().decode(content), { bom: true, record_delimiter: ["\n", "\r\n"] });
    try {
      yield* readTables(spec, each(records));
    } catch (error) {
      if (error instanceof MalformedTable) refuse("opened.damaged", `${path}: ${error.message}`);
      throw error;
    }
  }
  if (!file && isReported(spec.name)) refuse("opened.missing", path);
  return { spec, refersToRuns, bytes, read: rows };
}

/** In hexadecimal. */
async function hashOf(content: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

/** The findings, drawn figures and the report of what is known. */
export async function openedResult(evidence: Evidence): Promise<OpenedResult> {
  const { document } = parseHTML("<html></html>") as unknown as { document: ChartDocument };
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(CSS));
  const hash = btoa(String.fromCharCode(...new Uint8Array(digest)));
  const outline = outlineOf(evidence);
  let count = 0;
  const figures = outline.parts.flatMap(({ name: part, figures }) =>
    figures.map(({ title, description, note = "", draw, table }): OpenedFigure => {
      const id = `opened-${++count}`;
      const drawing = draw ? visible(markup(draw(document, { id, title, description }))) : "";
      const head = table.spec.columns.map(({ name }) => name);
      const shown = Math.min(table.rows, MOST_ROWS);
      const cell = (row: number, column: number) => cellOf(table.data[column]?.[row]);
      const rows = Array.from({ length: shown }, (_, row) => head.map((_, column) => cell(row, column)));
      const csv = csvHeader(table.spec.columns) + [...csvRows(table)].join("");
      return { id, part, title, description, note, drawing, head, rows, csv };
    }),
  );
  return {
    folder: evidence.folder,
    title: evidence.title,
    strategies: evidence.strategies,
    lead: outline.lead.map(({ text }) => text),
    figures,
    report: reportPage(evidence, { document, sha256: () => hash }),
  };
}

/** More rows are in the file alone. */
const MOST_ROWS = 200;
const DIGITS = 4;

function cellOf(value: string | number | undefined): string {
  if (typeof value !== "number") return value ?? "";
  return Number.isNaN(value) ? "" : String(Number.isInteger(value) ? value : Number(value.toPrecision(DIGITS)));
}
