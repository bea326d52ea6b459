/** Where every number stands and how it is computed again, as a list to which the page links. */
import type { Evidence, From } from "../../report/evidence.ts";
import { type Html, html } from "./html.ts";

export interface Provenance {
  /** A link to the entry; the same place has one entry. */
  link(from: From, words?: string): Html;
  list(): Html;
}

/** Analyses by the tables that they leave. */
const MADE_BY: Readonly<Record<string, string>> = {
  ...{ effects: "effects", course: "course" },
  ...{ decomposition: "decomposition", displacement: "decomposition", matched: "decomposition" },
  ...{ horizon: "horizon", before_after: "horizon", ranking: "ranking", pareto: "ranking" },
};

export function provenanceOf(evidence: Evidence): Provenance {
  const entries = new Map<string, { readonly id: string; readonly from: From }>();
  return {
    link(from, words) {
      const key = `${from.file}|${from.key}`;
      const entry = entries.get(key) ?? { id: `source-${entries.size + 1}`, from };
      entries.set(key, entry);
      const number = entry.id.slice("source-".length);
      return html`<a href="#${entry.id}">${words ?? ""}${words ? " " : ""}[${number}]</a>`;
    },
    list: () =>
      html`<ol>${[...entries.values()].map(({ id, from }) => {
        const hash = evidence.files.find(({ file }) => file === from.file)?.sha256;
        return html`<li id="${id}"><code>${from.file}</code>: ${from.key}. Again: <code>${commandFor(evidence, from.file)}</code>${
          hash ? html` <span class="small">SHA-256 ${hash.slice(0, 16)}…</span>` : ""
        }</li>`;
      })}</ol>`,
  };
}

/** What computes a table of the result again. */
function commandFor({ folder, files }: Evidence, file: string): string {
  const place = word(folder);
  const analysis = MADE_BY[file.replace(/\.csv$/, "")];
  const isSweep = files.some((one) => one.file === "plan.json");
  if (isSweep && analysis) return `corridor analyse ${place} ${analysis}`;
  return `corridor reproduce ${word(`${folder}/manifest.json`)}`;
}

/** A word of a command line. */
export const word = (text: string): string => (/^[\w./:=,@%+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);
