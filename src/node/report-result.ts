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
import { evidenceOf } from "../formats/report-page/evidence.ts";
import { reportPage } from "../formats/report-page/page.ts";
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

/** @throws Failure when the folder is no result, or a table of it is damaged */
export function readEvidence(folder: string): Promise<Evidence> {
  return evidenceOf({ result: openStoredResult(folder), plan: readPlan(folder), folder, land: landOf });
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
