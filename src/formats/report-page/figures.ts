/** Figures of a report: finding, drawing, rows, where they stand. */
import { type ChartDocument, markup } from "../../charts/drawing.ts";
import type { Evidence } from "../../report/evidence.ts";
import type { Figure } from "../../report/figure.ts";
import { Html, html, visible } from "./html.ts";
import type { Provenance } from "./provenance.ts";
import { csvLink, tableOf } from "./table.ts";

export interface FigureMeans {
  readonly document: ChartDocument;
  readonly evidence: Evidence;
  readonly provenance: Provenance;
}

/** @param id unique in the page */
export function figureOf(figure: Figure, id: string, { document, evidence, provenance }: FigureMeans): Html {
  const { title, description, draw, table, from, note } = figure;
  const file = `${table.spec.name}-${id}.csv`;
  const drawing = draw?.(document, { id, title, description });
  return html`<figure id="${id}" aria-labelledby="${id}-head"><h3 id="${id}-head">${title}</h3>
<p class="small">${description}</p>
${drawing ? html`<div class="canvas" tabindex="0" role="group" aria-label="Chart ${id}">${new Html(visible(markup(drawing)))}</div>` : ""}
${note ? html`<p class="small">${note}</p>` : ""}
<details class="rows"><summary>Table: ${table.rows} rows</summary><div class="scroll" tabindex="0" role="group" aria-label="Table ${id}">${tableOf(table, title, evidence)}</div></details>
<p class="links">Source: ${provenance.link(from)} <a class="data" href="${new Html(csvLink(table))}" download="${file}">Download as CSV</a></p>
</figure>`;
}
