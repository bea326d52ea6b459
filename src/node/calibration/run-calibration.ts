/** A folder with a calibration -> a finished one: what is missing is played, then tables, ensemble and summary are written. */
import { createHash } from "node:crypto";
import fs from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import type { Calibrated } from "../../experiment/calibrate/calibration.ts";
import type { EnsembleDocument } from "../../experiment/calibrate/ensemble.ts";
import { tell } from "../../experiment/calibrate/findings.ts";
import { calibrationId } from "../../experiment/calibrate/plan.ts";
import type { Section } from "../../experiment/calibrate/words.ts";
import { csvHeader, csvRows } from "../../formats/csv.ts";
import { dataPackage, type PackagedTable } from "../../formats/data-package.ts";
import { jsonText } from "../../formats/json.ts";
import { writeDurably } from "../durable.ts";
import { MANIFEST, type WrittenFile } from "../result-folder.ts";
import { sweepManifest } from "../sweep/sweep-manifest.ts";
import { CALIBRATION, type CalibrationFolder } from "./calibration-folder.ts";
import { type PlayCalibrationOptions, playCalibration } from "./play-calibration.ts";

export const ENSEMBLE = "ensemble.yaml";
export const SUMMARY = "summary.md";

export interface RunCalibrationOptions extends PlayCalibrationOptions {
  /** As typed. */
  readonly command: readonly string[];
}

export interface FinishedCalibration {
  readonly folder: string;
  readonly files: readonly string[];
  readonly summary: readonly Section[];
  /** Runs played now, and how many of those failed. */
  readonly played: number;
  readonly failed: number;
}

/** @throws Failure or the reason of the signal; whatever was finished stays in the folder */
export async function runCalibration(at: CalibrationFolder, options: RunCalibrationOptions): Promise<FinishedCalibration> {
  const { folder, plan, store } = at;
  const started = new Date();
  const { calibrated, played, failed } = await playCalibration(plan, store, options);
  const { tables, ensemble, summary } = tell(calibrated);
  const write = (file: string, chunks: Iterable<string | Uint8Array>): WrittenFile => {
    writeDurably(join(folder, file), chunks);
    const bytes = fs.readFileSync(join(folder, file));
    return { file, bytes: bytes.byteLength, sha256: createHash("sha256").update(bytes).digest("hex") };
  };
  const packaged = tables.map((table): PackagedTable => {
    const { file: path, ...rest } = write(`${table.spec.name}.csv`, [csvHeader(table.spec.columns), ...csvRows(table)]);
    return { spec: table.spec, path, ...rest, refersToRuns: false };
  });
  const text = {
    name: plan.name,
    title: plan.title,
    description: "Sets of parameters under which simulated worlds agree with published figures; no forecast.",
    version: plan.version,
  };
  const files = [
    ...packaged.map(({ path: file, bytes, sha256 }) => ({ file, bytes, sha256 })),
    write(ENSEMBLE, [ensembleText(ensemble)]),
    write(SUMMARY, [summaryText(plan.title, summary)]),
    write("datapackage.json", [jsonText(dataPackage(text, packaged, "accepted"))]),
  ];
  const parts = { command: options.command, started, counts: countsOf(calibrated), files };
  writeDurably(join(folder, MANIFEST), [jsonText(sweepManifest({ ...plan, id: calibrationId(plan) }, parts))]);
  return { folder, files: [CALIBRATION, ...files.map(({ file }) => file), MANIFEST], summary, played, failed };
}

/** Runs of the waves, the defaults and the check. */
function countsOf({ plan, tried, checked }: Calibrated) {
  const { settings, method, check } = plan;
  const waves = tried.length * settings.replicates + Math.max(settings.replicates, method.luck);
  const requested = waves + (checked.shares.length + 1) * check.replicates;
  const failed = tried.filter(({ misfit }) => !Number.isFinite(misfit)).length;
  return { requested, finished: requested - failed, failed };
}

/** Each set on one line, so that an ensemble can be read. */
function ensembleText({ sets, ...head }: EnsembleDocument): string {
  const lines = sets.map(
    ({ weight, misfit, values }) => `  - { weight: ${weight}, misfit: ${misfit}, values: [${values.join(", ")}] }\n`,
  );
  return [
    "# yaml-language-server: $schema=../schema/ensemble.schema.json\n",
    stringify(head, { lineWidth: 110 }),
    "sets:\n",
    ...lines,
  ].join("");
}

export function summaryText(title: string, sections: readonly Section[]): string {
  const parts = sections.map(({ head, sentences }) => `## ${head}\n\n${sentences.map((one) => `- ${one}\n`).join("")}`);
  return [`# ${title}\n`, ...parts].join("\n");
}
