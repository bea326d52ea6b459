import { headOf } from "../../experiment/strategy-names.ts";

/** Labels for little room: what stands before a dash, where that tells them apart; the legend has them in full. */
export function shortLabels(labels: readonly string[], letters: number): string[] {
  const heads = labels.map(headOf);
  const isAlone = (head: string) => heads.filter((one) => one === head).length === 1;
  return labels.map((label, i) => cut(isAlone(heads[i] ?? "") ? (heads[i] ?? "") : label, letters));
}

const cut = (text: string, letters: number): string =>
  text.length > letters ? `${text.slice(0, letters - 1).trimEnd()}…` : text;
