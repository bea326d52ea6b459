/** A folder of results -> one HTML file. */
import { createHash } from "node:crypto";
import fs from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { parseHTML } from "linkedom";
import { feature } from "topojson-client";
import type { ChartDocument } from "../charts/drawing.ts";
import type { Land } from "../charts/map.ts";
import type { Ecosystem } from "../core/index.ts";
import { isText, type Table } from "../core/table.ts";
import { reportPage } from "../formats/report-page/page.ts";
import { word } from "../formats/report-page/provenance.ts";
import { isObject, type JsonObject, jsonAt, type StoredResult, type StoredTable } from "../formats/stored-result.ts";
import type { Evidence } from "../report/evidence.ts";
import { openFileSet } from "./file-set.ts";
import { openStoredResult } from "./stored-result.ts";
import { readPlan } from "./sweep/sweep-folder.ts";

export interface ReportOptions {
  /** A finished result. */
  readonly folder: string;
  /** The file to write. */
  readonly out: string;
  readonly force?: boolean;
}

export interface WrittenReport {
  readonly file: string;
  readonly bytes: number;
}

/** @throws Failure when the folder is no result, a table of it is damaged, or the file is there already */
export async function writeReport({ folder, out, force = false }: ReportOptions): Promise<WrittenReport> {
  const file = resolve(out);
  const set = openFileSet([file], { force });
  try {
    const bytes = Buffer.from(pageOf(await readEvidence(folder)));
    set.append(file, bytes);
    set.commit();
    return { file, bytes: bytes.byteLength };
  } finally {
    set.discard();
  }
}

/** The page of what was read. */
export function pageOf(evidence: Evidence): string {
  const { document } = parseHTML("<html></html>") as unknown as { document: ChartDocument };
  return reportPage(evidence, { document, sha256: (text) => createHash("sha256").update(text).digest("base64") });
}

/** Too long to be read for a report, and nothing in one is drawn of them. */
const NOT_READ = new Set([
  ...["runs", "periods", "timeseries", "pairs", "splits", "design", "tried"],
  ...["harms", "market_shares", "enablers", "events"],
]);
const MOST_BYTES = 30e6;

/** @throws Failure when the folder is no result, or a table of it is damaged */
export async function readEvidence(folder: string): Promise<Evidence> {
  const result = openStoredResult(folder);
  const plan = readPlan(folder);
  const tables = new Map<string, Table>();
  for (const stored of result.tables) {
    if (NOT_READ.has(stored.spec.name) || (stored.bytes ?? 0) > MOST_BYTES) continue;
    tables.set(stored.spec.name, await whole(stored));
  }
  const { manifest } = result;
  const scenario = jsonAt(manifest, "scenario");
  const own = isObject(scenario) ? scenario : undefined;
  const names = plan?.strategies.map(({ name }) => name) ?? [];
  const alone = jsonAt(manifest, "scenario", "strategy", "name");
  const command = jsonAt(manifest, "command");
  const ecosystems = plan?.ecosystems ?? (own?.ecosystem ? [own.ecosystem as unknown as Ecosystem] : []);
  return {
    title: result.text.title || result.text.name,
    command: Array.isArray(command) ? command.map((part) => word(String(part))).join(" ") : "",
    folder,
    version: result.text.version,
    date: String(jsonAt(manifest, "started") ?? "").slice(0, "YYYY-MM-DD".length),
    tables,
    files: filesOf(manifest),
    ecosystems,
    strategies: plan
      ? [plan.baseline, ...names.filter((name) => name !== plan.baseline)]
      : typeof alone === "string"
        ? [alone]
        : [],
    counts: {
      finished: Number(jsonAt(manifest, "counts", "finished") ?? 0),
      failed: Number(jsonAt(manifest, "counts", "failed") ?? 0),
    },
    land: landOf(ecosystems),
    meanings: meaningsOf(result),
  };
}

async function whole({ spec, read }: StoredTable): Promise<Table> {
  const parts: Table[] = [];
  for await (const part of read()) parts.push(part);
  return {
    spec,
    rows: parts.reduce((sum, { rows }) => sum + rows, 0),
    data: spec.columns.map(({ type }, i) =>
      isText(type)
        ? parts.flatMap(({ data }) => data[i] as readonly string[])
        : Float64Array.from(parts.flatMap(({ data }) => [...(data[i] as Float64Array)])),
    ),
  };
}

function filesOf(manifest: JsonObject) {
  const files = jsonAt(manifest, "files");
  if (!Array.isArray(files)) return [];
  return files.map((one) => ({ file: String(jsonAt(one, "file") ?? ""), sha256: String(jsonAt(one, "sha256") ?? "") }));
}

function meaningsOf({ tables }: StoredResult): Map<string, string> {
  return new Map(
    tables
      .filter(({ spec }) => spec.name === "periods" || spec.name === "timeseries")
      .flatMap(({ spec }) => spec.columns.map(({ name, about }) => [name, about])),
  );
}

/** Degrees across; a map that shows more takes the coarser shores. */
const WIDE = 30;

/** Natural Earth, which is in the public domain: at 1:50 million, or 1:110 million where a map is wide. */
function landOf(ecosystems: readonly Ecosystem[]): Land {
  const spans = ecosystems.map(({ nodes }) => {
    const all = Object.values(nodes).flatMap(({ longitude }) => longitude?.value ?? []);
    return all.length > 0 ? Math.max(...all) - Math.min(...all) : 0;
  });
  const require = createRequire(import.meta.url);
  const isWide = Math.max(0, ...spans) > WIDE;
  const path = isWide ? require.resolve("world-atlas/land-110m.json") : require.resolve("world-atlas/land-50m.json");
  const topology = JSON.parse(fs.readFileSync(path, "utf8"));
  return feature(topology, topology.objects.land) as unknown as Land;
}
