/** A stored result and what it was planned as -> what a report is made of, wherever its files were read. */
import type { Land } from "../../charts/map.ts";
import type { Ecosystem } from "../../core/index.ts";
import { isText, type Table } from "../../core/table.ts";
import type { Plan } from "../../experiment/plan.ts";
import type { Evidence } from "../../report/evidence.ts";
import { isObject, type JsonObject, jsonAt, type StoredResult, type StoredTable } from "../stored-result.ts";
import { word } from "./provenance.ts";

export interface EvidenceSource {
  readonly result: StoredResult;
  /** Of a comparison or a sweep. */
  readonly plan: Plan | undefined;
  /** As a user would write it. */
  readonly folder: string;
  readonly land: (ecosystems: readonly Ecosystem[]) => Land | undefined;
}

/** Too long to be read for a report, and nothing in one is drawn of them. */
const NOT_READ = new Set([
  ...["runs", "periods", "timeseries", "pairs", "splits", "design", "tried"],
  ...["harms", "enablers", "events"],
]);
const MOST_BYTES = 30e6;

/** @throws what reading a table throws */
export async function evidenceOf({ result, plan, folder, land }: EvidenceSource): Promise<Evidence> {
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
  const titleAlone = jsonAt(manifest, "scenario", "strategy", "title");
  const command = jsonAt(manifest, "command");
  const ecosystems = plan?.ecosystems ?? (own?.ecosystem ? [own.ecosystem as unknown as Ecosystem] : []);
  const words = Array.isArray(command) ? command.map(String) : [];
  const settings = plan?.settings ?? (isObject(own?.run) ? own.run : undefined);
  return {
    title: result.text.title || result.text.name,
    command: Array.isArray(command) ? command.map((part) => word(String(part))).join(" ") : "",
    folder,
    scale: typeof settings?.scale === "number" ? settings.scale : undefined,
    changed: words.flatMap((one, i) => (one === "--set" ? [words[i + 1] ?? ""] : one.startsWith("--set=") ? [one.slice(6)] : [])),
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
    titles: new Map(
      plan
        ? plan.strategies.map(({ name, title }) => [name, title])
        : typeof alone === "string"
          ? [[alone, typeof titleAlone === "string" ? titleAlone : alone]]
          : [],
    ),
    counts: {
      finished: Number(jsonAt(manifest, "counts", "finished") ?? 0),
      failed: Number(jsonAt(manifest, "counts", "failed") ?? 0),
    },
    land: land(ecosystems),
    meanings: meaningsOf(result),
  };
}

/** Whether a report reads the table at all. */
export const isReported = (name: string): boolean => !NOT_READ.has(name);

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
