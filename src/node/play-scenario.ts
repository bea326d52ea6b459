/**
 * A scenario -> a folder of results, one run after the other.
 *
 * study --worker--> run --rows--> tables grow in the hidden folder; years --> summary; at the end all become a result
 */
import { compile, metricColumns } from "../core/index.ts";
import type { Table, TableSpec } from "../core/table.ts";
import { identify, type Study } from "../experiment/perform.ts";
import type { RunIdentity } from "../experiment/run-identity.ts";
import { FAILURES, type FailedRun, failuresTable, HASH_TABLE, hashTable } from "../experiment/run-records.ts";
import { runTable } from "../experiment/run-table.ts";
import { type SummaryRow, summary, summaryTable } from "../experiment/summary.ts";
import { csvHeader, csvRows } from "../formats/csv.ts";
import { dataPackage, type PackagedTable } from "../formats/data-package.ts";
import { jsonText } from "../formats/json.ts";
import type { Deed } from "../report/deeds.ts";
import { type EncodedRun, leadCells, runTableSpecs } from "./encode-run.ts";
import { EXIT, Failure } from "./failure.ts";
import { manifest, type RunRecord } from "./manifest.ts";
import { MANIFEST, openResultFolder, type ResultFolder, type Target } from "./result-folder.ts";
import type { ResolvedScenario } from "./scenario.ts";
import { startSimulator } from "./simulator.ts";

export interface PlayOptions {
  readonly target: Target;
  readonly version: string;
  readonly check: boolean;
  readonly hash: boolean;
  /** As typed, for the manifest. */
  readonly command: readonly string[];
  /** The command that plays one replicate alone. */
  repeat(seed: string): string;
  /** Its reason is thrown, and nothing is left. */
  readonly signal?: AbortSignal;
  /** Told a few times a second: runs that are over, and the share of the current one that has been played. */
  readonly onProgress?: (finished: number, share: number) => void;
}

export interface Played {
  readonly folder: string;
  readonly files: readonly string[];
  readonly summary: readonly SummaryRow[];
  readonly runs: readonly RunRecord[];
  readonly failed: readonly FailedRun[];
  /** What authorities did in the first run. */
  readonly deeds: readonly Deed[];
  /** Of the first run, when asked for. */
  readonly hashes: readonly { readonly date: string; readonly hash: number }[];
}

const PROGRESS_MILLISECONDS = 100;

/**
 * @param start what plays the runs; a thread unless a test says otherwise
 * @throws Failure when nothing can be written, when no run succeeds, or with the reason of the signal
 */
export async function playScenario(
  scenario: ResolvedScenario,
  options: PlayOptions,
  start: typeof startSimulator = startSimulator,
): Promise<Played> {
  const started = new Date();
  const study: Study = { ...scenario, version: options.version };
  const folder = openResultFolder(options.target);
  try {
    const book = openBook(scenario, folder, options);
    await playAll(study, book, options, start);
    return book.close(started);
  } finally {
    folder.discard();
  }
}

async function playAll(study: Study, book: Book, options: PlayOptions, start: typeof startSimulator): Promise<void> {
  const { check, hash, signal, onProgress } = options;
  const simulator = start({ study, options: { check, hash } });
  const stop = () => void simulator.stop();
  signal?.addEventListener("abort", stop);
  let over = 0;
  const ticking = setInterval(() => onProgress?.(over, simulator.progress()), PROGRESS_MILLISECONDS);
  const { replicates } = study.settings;
  const play = (replicate: number) => {
    const run = identify(study, replicate);
    return { run, result: simulator.play(run).catch((error: unknown) => ({ error })) };
  };
  try {
    signal?.throwIfAborted();
    let current = play(1);
    for (let replicate = 1; replicate <= replicates; replicate++) {
      const result = await current.result;
      signal?.throwIfAborted();
      const { run } = current;
      over = replicate;
      // The next run is played while this one is written.
      if (replicate < replicates) current = play(replicate + 1);
      if ("error" in result) book.fail(run, result.error);
      else book.add(result);
      onProgress?.(over, 0);
    }
  } finally {
    clearInterval(ticking);
    signal?.removeEventListener("abort", stop);
    await simulator.stop();
  }
}

/** Files that grow run by run. */
interface Book {
  add(run: EncodedRun): void;
  fail(run: RunIdentity, error: unknown): void;
  /** Writes what is about all runs, and makes the folder the result. */
  close(started: Date): Played;
}

function openBook(scenario: ResolvedScenario, folder: ResultFolder, options: PlayOptions): Book {
  const { ecosystem, strategy, settings } = scenario;
  const seed = String(settings.seed);
  const model = compile(ecosystem, strategy, settings, seed);
  const columns = metricColumns(model);
  const runs = runTable(ecosystem, settings, columns);
  const specs: TableSpec[] = [...runTableSpecs(model), runs.spec, ...(options.hash ? [HASH_TABLE] : [])];
  const years = summary(ecosystem.targets);
  const records: RunRecord[] = [];
  const failed: FailedRun[] = [];
  let deeds: readonly Deed[] = [];
  let hashes: Played["hashes"] = [];

  const append = (table: Table, lead?: readonly string[]) => {
    for (const rows of csvRows(table, lead)) folder.append(fileOf(table.spec), rows);
  };
  for (const spec of specs) folder.append(fileOf(spec), csvHeader(spec.columns));

  return {
    add(encoded) {
      const { run, tables, outcome, finalHash, weeklyHashes } = encoded;
      for (const { name, batches } of tables) for (const batch of batches) folder.append(`${name}.csv`, batch);
      append(runs.row(run, outcome));
      if (weeklyHashes) {
        const table = hashTable(encoded.dates, weeklyHashes);
        append(table, leadCells(run));
        if (records.length === 0) hashes = encoded.dates.map((date, week) => ({ date, hash: weeklyHashes[week] ?? 0 }));
      }
      if (records.length === 0) deeds = encoded.deeds;
      years.add(encoded.years);
      records.push({ ...run, finalHash });
    },
    fail(run, error) {
      const message = error instanceof Error ? error.message : String(error);
      failed.push({ run, message, command: options.repeat(run.seed) });
      if (failed.length === settings.replicates) {
        const remedy = `repeat it with ${failed[0]?.command}`;
        throw new Failure(EXIT.fault, `no run succeeded: ${failed[0]?.message}`, remedy, { cause: error });
      }
    },
    close(started) {
      const rows = years.rows();
      const about = [summaryTable(rows, strategy.name, seed, records), ...(failed.length > 0 ? [failuresTable(failed)] : [])];
      for (const table of about) {
        folder.append(fileOf(table.spec), csvHeader(table.spec.columns));
        append(table);
      }
      const packaged = [...specs, ...about.map(({ spec }) => spec)].map((spec): PackagedTable => {
        const { file, bytes, sha256 } = folder.finish(fileOf(spec));
        const refersToRuns = spec.name !== runs.spec.name && spec.name !== FAILURES.name;
        return { spec, path: file, bytes, sha256, refersToRuns };
      });
      const text = {
        name: `${scenario.name}-${strategy.name}`,
        title: `${scenario.title}: ${strategy.title}`,
        description:
          "Output of one simulated world or several, not a forecast. Every number is in real persons or constant 2020 USD unless its unit says otherwise.",
        version: options.version,
      };
      folder.append("datapackage.json", jsonText(dataPackage(text, packaged, runs.spec.name)));
      const files = [
        ...packaged.map(({ path, bytes, sha256 }) => ({ file: path, bytes, sha256 })),
        folder.finish("datapackage.json"),
      ];
      folder.append(MANIFEST, jsonText(manifest({ scenario, options, started, records, failed, files })));
      folder.finish(MANIFEST);
      return {
        folder: folder.commit(),
        files: [...files.map(({ file }) => file), MANIFEST],
        summary: rows,
        runs: records,
        failed,
        deeds,
        hashes,
      };
    },
  };
}

const fileOf = ({ name }: TableSpec): string => `${name}.csv`;
