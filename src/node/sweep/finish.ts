/** Ends a sweep: tables, failures, descriptions, pieces; the manifest is written last and says that all is there. */
import { createHash } from "node:crypto";
import fs from "node:fs";
import { join } from "node:path";
import { type Table, type TableSpec, tableBuilder } from "../../core/table.ts";
import { analysed } from "../../experiment/analyses/index.ts";
import { designTable } from "../../experiment/design-table.ts";
import { type Plan, trialAt } from "../../experiment/plan.ts";
import { readingsOf } from "../../experiment/readings-of.ts";
import { repeatText } from "../../experiment/repeat-text.ts";
import { runIds } from "../../experiment/run-identity.ts";
import { contentAt } from "../../experiment/run-of-plan.ts";
import { FAILURES } from "../../experiment/run-records.ts";
import { sentenceTable } from "../../experiment/sentences.ts";
import { trialSpecs } from "../../experiment/trial-specs.ts";
import { csvHeader, csvRows } from "../../formats/csv.ts";
import { dataPackage, type PackagedTable } from "../../formats/data-package.ts";
import { jsonText } from "../../formats/json.ts";
import { writeDurably } from "../durable.ts";
import { MANIFEST, type WrittenFile } from "../result-folder.ts";
import { countRuns, type Gap, mergeTables } from "./merge.ts";
import { packs } from "./pack.ts";
import { storedNumbers } from "./stored-numbers.ts";
import { blocksOf, DESIGN, PLAN, piecesOf, type SweepFolder } from "./sweep-folder.ts";
import { sweepManifest } from "./sweep-manifest.ts";

export interface FinishOptions {
  /** As typed. */
  readonly command: readonly string[];
  readonly started: Date;
  /** Replicates of each point that belong to the result; all when absent. */
  readonly replicates?: number;
}

export interface Finished {
  readonly folder: string;
  readonly files: readonly string[];
  readonly finished: number;
  readonly failed: number;
  /** What the analyses come to, in words. */
  readonly sentences: readonly string[];
  /** What of that a person reads first. */
  readonly brief: readonly string[];
  /** Checks that failed though they were expected to hold. */
  readonly failedChecks: number;
}

export function finishSweep({ folder, plan, store }: SweepFolder, options: FinishOptions): Finished {
  const { replicates = plan.settings.replicates } = options;
  const trials = (plan.trials / plan.settings.replicates) * replicates;
  const merged = mergeTables(plan, trialSpecs(plan), store, folder, trials);
  const { finished, failed } = countRuns(plan, store, trials);
  const readings = readingsOf(plan, storedNumbers(plan, store), replicates);
  const said = analysed(readings);
  const found = said.map((one) => one.analysed);
  const words = found.length > 0 ? [sentenceTable(said)] : [];
  const tables = [...found.flatMap((one) => one.tables), ...words, ...(failed.length > 0 ? [failuresOf(plan, failed)] : [])];
  const more = tables.map((table) => writeTable(folder, table));
  // What failed before may have succeeded since.
  if (failed.length === 0) fs.rmSync(join(folder, fileOf(FAILURES)), { force: true });
  packPieces(folder, plan, store, trials);
  const design = describe(folder, DESIGN, designTable(plan).spec);
  const described = [...merged, ...more, design];
  const packaged = described.map(({ spec, file, bytes, sha256 }): PackagedTable => {
    const refersToRuns =
      spec.name !== "runs" && spec.name !== FAILURES.name && spec.columns.some(({ name }) => name === "run_id");
    return { spec, path: file, bytes, sha256, refersToRuns };
  });
  const text = {
    name: plan.name,
    title: plan.title,
    description:
      "Output of simulated worlds, not a forecast. Every number is in real persons or constant 2020 USD unless its unit says otherwise.",
    version: plan.version,
  };
  writeDurably(join(folder, "datapackage.json"), [jsonText(dataPackage(text, packaged, "runs"))]);
  const files: WrittenFile[] = [
    ...described.map(({ file, bytes, sha256 }) => ({ file, bytes, sha256 })),
    fileRecord(folder, PLAN),
    fileRecord(folder, "datapackage.json"),
  ];
  const counts = { requested: trials * plan.strategies.length, finished, failed: failed.length };
  writeDurably(join(folder, MANIFEST), [jsonText(sweepManifest(plan, { ...options, counts, files }))]);
  return {
    folder,
    files: [...files.map(({ file }) => file), MANIFEST],
    finished,
    failed: failed.length,
    sentences: found.flatMap((one) => one.sentences),
    brief: found.flatMap((one) => one.brief ?? one.sentences),
    failedChecks: found.reduce((sum, one) => sum + (one.failedChecks ?? 0), 0),
  };
}

/** Rows of runs, packed in the order of the plan, so that the folder is the same however the work was shared out. */
function packPieces(folder: string, plan: Plan, store: SweepFolder["store"], trials: number): void {
  const packed = piecesOf(folder);
  fs.mkdirSync(packed, { recursive: true });
  const keep = new Set<string>();
  for (const block of packs(plan, store, [0, trials])) {
    keep.add(block.name);
    if (!fs.existsSync(join(packed, block.name))) writeDurably(join(packed, block.name), [block.bytes]);
  }
  for (const file of fs.readdirSync(packed)) if (!keep.has(file)) fs.rmSync(join(packed, file));
  // A shard that is played a second time may just be writing there.
  fs.rmSync(blocksOf(folder), { recursive: true, force: true, maxRetries: 5 });
}

function writeTable(folder: string, table: Table): WrittenFile & { spec: TableSpec } {
  const file = fileOf(table.spec);
  writeDurably(join(folder, file), [csvHeader(table.spec.columns), ...csvRows(table)]);
  return describe(folder, file, table.spec);
}

const fileOf = ({ name }: TableSpec): string => `${name}.csv`;

function describe(folder: string, file: string, spec: TableSpec): WrittenFile & { spec: TableSpec } {
  return { ...fileRecord(folder, file), spec };
}

function fileRecord(folder: string, file: string): WrittenFile {
  const bytes = fs.readFileSync(join(folder, file));
  return { file, bytes: bytes.byteLength, sha256: createHash("sha256").update(bytes).digest("hex") };
}

function failuresOf(plan: Plan, failed: readonly Gap[]): Table {
  const builder = tableBuilder(FAILURES, failed.length);
  for (const { trial: index, piece, reason = "" } of failed) {
    const trial = trialAt(plan, index);
    const strategy = plan.strategies[piece];
    const seed = plan.seeds[trial.replicate - 1];
    if (!strategy || seed === undefined) throw new Error("a failure outside the plan");
    const id = runIds(contentAt(plan, trial, piece))(seed);
    builder.add([id, strategy.name, trial.replicate, seed, reason, repeatText(".", id)]);
  }
  return builder.finish();
}
