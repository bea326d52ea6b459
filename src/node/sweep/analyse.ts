/** More analyses of a finished sweep, in a folder of their own. */
import fs from "node:fs";
import { join } from "node:path";
import { listed, nearest } from "../../core/index.ts";
import { ANALYSES, ANALYSIS_BY_KIND, type Analysis } from "../../experiment/analyses/index.ts";
import { questionSchema } from "../../experiment/question.ts";
import { readingsOf } from "../../experiment/readings-of.ts";
import { sentenceTable } from "../../experiment/sentences.ts";
import { csvHeader, csvRows } from "../../formats/csv.ts";
import { dataPackage } from "../../formats/data-package.ts";
import { jsonText } from "../../formats/json.ts";
import { EXIT, Failure } from "../failure.ts";
import { MANIFEST, openResultFolder } from "../result-folder.ts";
import { countRuns } from "./merge.ts";
import { storedNumbers } from "./stored-numbers.ts";
import { openSweep, type SweepFolder } from "./sweep-folder.ts";
import { sweepManifest } from "./sweep-manifest.ts";

export interface AnalyseOptions {
  /** What differs from the plan's question. */
  readonly question: Readonly<Record<string, unknown>>;
  /** As typed. */
  readonly command: readonly string[];
  /** Where the tables go; asked once everything is made. */
  target(): string;
}

export interface AnalysedSweep {
  readonly folder: string;
  readonly files: readonly string[];
  readonly sentences: readonly string[];
  /** What of that a person reads first. */
  readonly brief: readonly string[];
}

/** @throws Failure with status 2 for an analysis that is none, or that cannot be made of this sweep */
export function analyseSweep(asked: string, kinds: readonly string[], options: AnalyseOptions): AnalysedSweep {
  const started = new Date();
  const analyses = kinds.map(named);
  const sweep = openSweep(asked);
  try {
    if (!sweep.isFinished()) {
      throw new Failure(EXIT.usage, `${sweep.folder}: the sweep is not finished`, `go on with: corridor resume ${sweep.folder}`);
    }
    const plan = { ...sweep.plan, question: questionOf(sweep, options.question) };
    const problems = analyses.flatMap(({ kind, problems: of }) => of(plan).map((problem) => `${kind}: ${problem}`));
    if (problems.length > 0)
      throw new Failure(EXIT.usage, problems.join("\n"), "ask for something else, or sweep with another record");
    const replicates = replicatesIn(sweep);
    const readings = readingsOf(plan, storedNumbers(plan, sweep.store), replicates);
    const said = analyses.map((analysis) => ({ kind: analysis.kind, analysed: analysis.make(readings) }));
    const made = said.map((one) => one.analysed);
    const folder = openResultFolder({ folder: options.target(), otherwise: options.target });
    try {
      const tables = [...made.flatMap((one) => one.tables), sentenceTable(said)];
      const packaged = tables.map((table) => {
        const { spec } = table;
        const name = `${spec.name}.csv`;
        folder.append(name, csvHeader(spec.columns));
        for (const rows of csvRows(table)) folder.append(name, rows);
        const { file, bytes, sha256 } = folder.finish(name);
        return { spec, path: file, bytes, sha256, refersToRuns: false };
      });
      const text = { name: plan.name, title: plan.title, description: "Analyses of a sweep.", version: plan.version };
      folder.append("datapackage.json", jsonText(dataPackage(text, packaged, "runs")));
      const files = [
        ...packaged.map(({ path: file, bytes, sha256 }) => ({ file, bytes, sha256 })),
        folder.finish("datapackage.json"),
      ];
      const trials = (plan.trials / plan.settings.replicates) * replicates;
      const { finished, failed } = countRuns(plan, sweep.store, trials);
      const counts = { requested: trials * plan.strategies.length, finished, failed: failed.length };
      folder.append(MANIFEST, jsonText(sweepManifest(plan, { command: options.command, started, counts, files })));
      folder.finish(MANIFEST);
      return {
        folder: folder.commit(),
        files: files.map(({ file }) => file),
        sentences: made.flatMap((one) => one.sentences),
        brief: made.flatMap((one) => one.brief ?? one.sentences),
      };
    } finally {
      folder.discard();
    }
  } finally {
    sweep.close();
  }
}

function named(kind: string): Analysis {
  const found = ANALYSIS_BY_KIND.get(kind);
  if (found) return found;
  const known = ANALYSES.map((analysis) => analysis.kind);
  const meant = nearest(kind, known);
  const hint = meant === undefined ? "" : `; did you mean ${meant}?`;
  throw new Failure(EXIT.usage, `there is no analysis ${kind}${hint}`, `use ${listed(known)}`);
}

function questionOf({ plan }: SweepFolder, asked: Readonly<Record<string, unknown>>) {
  const parsed = questionSchema.safeParse({ ...plan.question, ...asked });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Failure(
    EXIT.usage,
    `--${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}`,
    "corridor help analyse says what is possible",
  );
}

/** Replicates that belong to the result: fewer than planned when they went on until enough was known. */
function replicatesIn({ folder, plan }: SweepFolder): number {
  const { counts } = JSON.parse(fs.readFileSync(join(folder, MANIFEST), "utf8")) as { counts?: { requested?: number } };
  return plan.until && counts?.requested ? counts.requested / plan.strategies.length : plan.settings.replicates;
}
