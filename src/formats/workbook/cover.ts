/** The first sheet: what the workbook is, what it is not, what to be careful with, how to cite it, what else there is. */
import { jsonAt, type StoredResult } from "../stored-result.ts";
import type { Cell, Sheet } from "./workbook.ts";

export interface CoverParts {
  readonly result: StoredResult;
  readonly sheets: readonly { readonly name: string; readonly about: string }[];
  /** Tables without a sheet, and why. */
  readonly leftOut: readonly { readonly table: string; readonly reason: string }[];
  readonly warnings: readonly string[];
}

const LIMITS = [
  "A model, not a forecast: it shows what follows from stated assumptions. It is for comparing strategies, not for predicting arrivals or choosing whom to list.",
  "Most parameters of behaviour are assumed; the sheet Parameters has them all. Vary them before you believe a conclusion.",
  "One run is one possible history. Compare strategies on the same seeds, and over several replicates.",
  "Deaths and abuse in the published figures are lower bounds or come from samples that are not random.",
];
const READING = [
  "One row of heads and one table in each sheet; nothing is merged, coloured or summed.",
  "Numbers are stored whole and shown rounded. Yes and no are TRUE and FALSE. An empty cell is a missing value.",
  "The sheet Codebook says of every column what it means and in which unit it is.",
];

export function coverSheet({ result, sheets, leftOut, warnings }: CoverParts): Sheet {
  const { text } = result;
  const under = (topic: string, texts: readonly string[]): Cell[][] => texts.map((one, i) => [i === 0 ? topic : null, one]);
  return {
    name: "Read me",
    columns: [
      { head: "topic", width: 18 },
      { head: "text", width: 110, wraps: true },
    ],
    rows: [
      ["Title", text.title === "" ? text.name : text.title],
      ["What it is", text.description],
      ...under("Limits", LIMITS),
      ...under("Be careful", [...standing(result), ...warnings]),
      ...under("How to read it", READING),
      ["How to cite", citation(result)],
      ...under(
        "Sheets",
        sheets.map(({ name, about }) => `${name}: ${about}`),
      ),
      ...under(
        "Not in here",
        leftOut.map(({ table, reason }) => `${table}.csv: ${reason}`),
      ),
    ],
  };
}

/** What the manifest says that a reader of the numbers has to know. */
function standing({ manifest }: StoredResult): string[] {
  const [failed = 0, finished = 0] = ["failed", "finished"].map((key) => Number(jsonAt(manifest, "counts", key) ?? 0));
  const commit = String(jsonAt(manifest, "corridor", "commit") ?? "");
  return [
    ...(failed > 0 ? [`${failed} of ${failed + finished} runs failed; all figures are of the ${finished} others.`] : []),
    ...(finished === 1 ? ["This is a single run: nothing here says how sure a figure is."] : []),
    ...(commit.endsWith("+changes")
      ? ["The program had changes that no commit records; the numbers may not be repeatable."]
      : []),
  ];
}

function citation({ text, manifest }: StoredResult): string {
  const seed = jsonAt(manifest, "seed");
  const commit = jsonAt(manifest, "corridor", "commit");
  return [
    `The Corridor authors: Corridor, an agent-based simulator of migrant-smuggling markets under sanctions, version ${text.version}`,
    ...(commit === undefined ? [] : [`commit ${commit}`]),
    `result ${text.name}`,
    ...(seed === undefined ? [] : [`seed ${seed}`]),
  ].join(", ");
}
