/** sentences.csv: what the analyses of a sweep come to, in the words in which the program says it. */
import { type Table, type TableSpec, tableBuilder } from "../core/table.ts";
import type { Analysed } from "./analyses/analysis.ts";

export const SENTENCES: TableSpec = {
  name: "sentences",
  about: "one row per sentence: what each analysis comes to, as the program said it; the other tables hold its numbers",
  primaryKey: ["analysis", "number"],
  columns: [
    { name: "analysis", type: "string", unit: "", about: "which analysis says it" },
    { name: "number", type: "integer", unit: "", about: "the sentences of an analysis in order, from 1" },
    { name: "sentence", type: "string", unit: "", about: "the sentence" },
  ],
};

export function sentenceTable(said: readonly { readonly kind: string; readonly analysed: Analysed }[]): Table {
  const builder = tableBuilder(SENTENCES);
  for (const { kind, analysed } of said) analysed.sentences.forEach((sentence, i) => void builder.add([kind, i + 1, sentence]));
  return builder.finish();
}
