/** A finished calibration -> tables, the ensemble, a summary. */
import type { Table } from "../../core/table.ts";
import type { Calibrated } from "./calibration.ts";
import { checksOf } from "./checks.ts";
import { type EnsembleDocument, ensembleOf } from "./ensemble.ts";
import { correlations, identify } from "./identify.ts";
import { rejectedRegions } from "./regions.ts";
import {
  acceptedTable,
  checksTable,
  correlationsTable,
  identifiabilityTable,
  rejectedTable,
  triedTable,
  wavesTable,
} from "./tables.ts";
import { type Section, summaryOf } from "./words.ts";

export interface Told {
  readonly tables: readonly Table[];
  readonly ensemble: EnsembleDocument;
  readonly summary: readonly Section[];
}

export function tell(calibrated: Calibrated): Told {
  const identified = identify(calibrated);
  const correlated = correlations(calibrated);
  const checks = checksOf(calibrated);
  const rejected = rejectedRegions(calibrated);
  const summary = summaryOf({ calibrated, identified, correlated, checks, rejected });
  const [first] = summary;
  return {
    tables: [
      acceptedTable(calibrated),
      checksTable(checks),
      identifiabilityTable(identified),
      correlationsTable(correlated),
      rejectedTable(rejected),
      wavesTable(calibrated),
      triedTable(calibrated),
    ],
    ensemble: ensembleOf(calibrated, (first?.sentences ?? []).join(" ")),
    summary,
  };
}
