/** Strategies by what people call them. Tables, keys of rows and commands keep the names of documents. */
import { strategyNames } from "../experiment/strategy-names.ts";
import type { Evidence } from "./evidence.ts";
import { quoted } from "./words.ts";

const made = new WeakMap<ReadonlyMap<string, string>, Map<string, string>>();

function namesIn({ titles }: Evidence): Map<string, string> {
  const names = made.get(titles) ?? strategyNames(titles);
  made.set(titles, names);
  return names;
}

/** @param strategy as in tables */
export const nameIn = (evidence: Evidence, strategy: string): string => namesIn(evidence).get(strategy) ?? strategy;

/** @param strategy as in tables */
export const quotedIn = (evidence: Evidence, strategy: string): string => quoted(nameIn(evidence, strategy));

/**
 * A sentence of an analysis, which calls strategies by their names in documents: in quotation marks, before a colon, or one against
 * another. A name elsewhere in it may be an ordinary word ("none") and stays.
 */
export function retold(evidence: Evidence, sentence: string): string {
  const names = [...namesIn(evidence).keys()].filter((name) => name !== "").sort((a, b) => b.length - a.length);
  if (names.length === 0) return sentence;
  const one = `(${names.map((name) => name.replaceAll(/[.*+?^${}()|[\]\\/-]/g, "\\$&")).join("|")})`;
  return sentence
    .replaceAll(new RegExp(`"${one}"`, "g"), (_, name: string) => quotedIn(evidence, name))
    .replace(
      new RegExp(`(^|: )${one} against ${one}(?=[:,])`),
      (_, before: string, a: string, b: string) => `${before}${quotedIn(evidence, a)} against ${quotedIn(evidence, b)}`,
    )
    .replace(new RegExp(`(^|: )${one}(?=:)`), (_, before: string, name: string) => before + quotedIn(evidence, name));
}

/** Columns of tables that hold a strategy, or several of them with spaces between. */
const COLUMNS = new Set(["strategy", "baseline", "against", "rival", "dominated_by"]);

/** The text of a cell as people say it. */
export function cellText(evidence: Evidence, column: string, text: string): string {
  if (!COLUMNS.has(column)) return text;
  const isMany = column === "dominated_by";
  return (isMany ? text.split(" ") : [text]).map((name) => nameIn(evidence, name)).join("; ");
}
