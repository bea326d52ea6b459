/** A report as one file: nothing is fetched, nothing runs, and the page itself forbids both. */
import type { ChartDocument } from "../../charts/drawing.ts";
import type { Evidence } from "../../report/evidence.ts";
import { outlineOf } from "../../report/outline.ts";
import { plain } from "../../report/words.ts";
import { CSS } from "./css.ts";
import { figureOf } from "./figures.ts";
import { expectHtml, leadHtml, notDoneHtml, promisesHtml, strategiesHtml } from "./first-screen.ts";
import { Html, html } from "./html.ts";
import { provenanceOf } from "./provenance.ts";

export interface PageMeans {
  readonly document: ChartDocument;
  /** SHA-256 of a text in UTF-8, in base64. */
  readonly sha256: (text: string) => string;
}

export function reportPage(evidence: Evidence, { document, sha256 }: PageMeans): string {
  const outline = outlineOf(evidence);
  const provenance = provenanceOf(evidence);
  let count = 0;
  const first = [
    leadHtml(evidence, outline, provenance),
    strategiesHtml(evidence),
    notDoneHtml(outline, provenance),
    expectHtml(evidence, outline, provenance),
    promisesHtml(outline, provenance),
  ];
  const parts = outline.parts.map(({ name, figures }, i) => {
    const drawn = figures.map((figure) => ({ figure, id: `figure-${++count}` }));
    return {
      contents: html`<li><a href="#part-${i + 1}">${name}</a><ul>${drawn.map(({ figure, id }) => html`<li><a href="#${id}">${figure.title}</a></li>`)}</ul></li>`,
      body: html`<section aria-labelledby="part-${i + 1}"><h2 id="part-${i + 1}">${name}</h2>${drawn.map(({ figure, id }) => figureOf(figure, id, { document, evidence, provenance }))}</section>`,
    };
  });
  const policy = `default-src 'none'; style-src 'sha256-${sha256(CSS)}'; base-uri 'none'; form-action 'none'`;
  const page = html`<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${new Html(policy)}"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="referrer" content="no-referrer"><title>${evidence.title}: report</title><style>${new Html(CSS)}</style></head>
<body><a class="skip" href="#main">To the findings</a>
<header><h1>${evidence.title}</h1><p class="small">Report of <code>${evidence.folder}</code>, Corridor ${evidence.version}, runs of ${evidence.date}. Every [number] leads to the rows behind a figure and to the command that computes them again.</p></header>
<main id="main">${first}
<nav aria-label="Contents"><h2>Contents</h2><ul>${parts.map(({ contents }) => contents)}<li><a href="#spoken">What the analyses say</a></li><li><a href="#limits">Limits</a></li><li><a href="#sources">Sources of the numbers</a></li></ul></nav>
${parts.map(({ body }) => body)}
<section aria-labelledby="spoken"><h2 id="spoken">What the analyses say</h2>${
    outline.spoken.length === 0 ? html`<p>No analysis left sentences in this result.</p>` : ""
  }${outline.spoken.map(
    ({ analysis, sentences }) =>
      html`<details><summary>${plain(analysis)}: ${sentences.length} ${sentences.length === 1 ? "sentence" : "sentences"}</summary><p class="links">Source: ${provenance.link({ file: "sentences.csv", key: `analysis = ${analysis}` })}</p><ul>${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul></details>`,
  )}</section>
<section aria-labelledby="limits"><h2 id="limits">Limits</h2><ul>${outline.limits.map((limit) => html`<li>${limit}</li>`)}</ul>${
    outline.missing.length > 0
      ? html`<h3>Left out of this report</h3><p>This result does not hold what these take:</p><ul>${outline.missing.map(({ about, needs }) => html`<li>${about}: ${needs}.</li>`)}</ul>`
      : ""
  }${
    outline.meanings.length > 0
      ? html`<h3>Words</h3><dl>${outline.meanings.map(({ name, about }) => html`<dt>${name}</dt><dd>${about}</dd>`)}</dl>`
      : ""
  }</section>
<section aria-labelledby="sources"><h2 id="sources">Sources of the numbers</h2><p>The result was made by <code>${evidence.command || "an unknown command"}</code>. Each line names a file of its folder, the rows, and the command that computes them again.</p>${provenance.list()}</section></main>
<footer><p class="small">Model output, not a forecast. No actor stands for a person.</p></footer></body></html>
`;
  return page.text;
}
