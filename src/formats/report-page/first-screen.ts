/** The first screen and what follows from it: findings, what was not done, what to expect, what not to promise. */
import { outcomeWords } from "../../experiment/outcome-words.ts";
import { meaningOf } from "../../experiment/strategy-names.ts";
import type { Balances } from "../../report/balance.ts";
import { type Evidence, isCrowd } from "../../report/evidence.ts";
import type { Expectation } from "../../report/expectations.ts";
import type { Said } from "../../report/lead.ts";
import { LIKELIHOODS, OPEN } from "../../report/likelihood.ts";
import { firstInstrument } from "../../report/moments.ts";
import { nameIn, quotedIn } from "../../report/names.ts";
import type { Outline } from "../../report/outline.ts";
import { listOf, quoted } from "../../report/words.ts";
import { type Html, html } from "./html.ts";
import type { Provenance } from "./provenance.ts";

export function leadHtml(evidence: Evidence, { lead }: Outline, provenance: Provenance): Html {
  const { strategies, counts } = evidence;
  const what =
    strategies.length > 1
      ? `${comparedIn(strategies.slice(1).map((name) => quotedIn(evidence, name)))} compared with ${quotedIn(evidence, strategies[0] ?? "")} in simulated worlds with the same luck`
      : strategies.length === 1
        ? `${quotedIn(evidence, strategies[0] ?? "")} alone: this result compares no strategies, so nothing in it says what sanctions change`
        : "Findings of a study";
  return html`<section aria-labelledby="lead"><h2 id="lead">In short</h2>
<p>${what}; ${counts.finished} runs${counts.failed > 0 ? `, and ${counts.failed} that failed` : ""}.</p>
${conditions(evidence)}<ul class="lead">${lead.map((said) => saidHtml(said, provenance))}</ul>
<p class="notice">Model output, not a forecast: it follows from stated, mostly assumed, parameters. Intervals cover luck alone, unless parameters were varied; they do not cover what the model leaves out.</p></section>`;
}

/** What was played is not the shipped world, or not in its size. */
function conditions({ changed, scale }: Evidence): Html {
  const parts = [
    ...(scale !== undefined && scale > 1 ? [`one simulated migrant for ${scale} persons`] : []),
    ...(changed.length > 0
      ? [`${changed.length} assumption${changed.length > 1 ? "s" : ""} changed: ${changed.join(", ")}`]
      : []),
  ];
  return parts.length > 0 ? html`<p>Played with ${listOf(parts)}.</p>` : html``;
}

/** What each strategy is, and the name under which tables and commands have it; nothing where titles say no more than names. */
export function strategiesHtml(evidence: Evidence): Html {
  const told = evidence.strategies.filter((name) => (evidence.titles.get(name) ?? name) !== name);
  if (told.length === 0) return html``;
  return html`<section aria-labelledby="strategies"><h2 id="strategies">The strategies</h2><p class="small">In brackets: the name in files and commands.</p><ul>${told.map(
    (name) => {
      const title = evidence.titles.get(name) ?? "";
      const meaning = nameIn(evidence, name) === title ? "" : meaningOf(title);
      return html`<li><strong>${nameIn(evidence, name)}</strong>${meaning ? `: ${meaning}` : ""}${name === evidence.strategies[0] && told.length > 1 ? "; the others are compared with it" : ""} (<code>${name}</code>)</li>`;
    },
  )}</ul></section>`;
}

export const saidHtml = ({ text, from }: Said, provenance: Provenance): Html => html`<li>${text} ${provenance.link(from)}</li>`;

export function notDoneHtml({ notDone, balances }: Outline, provenance: Provenance): Html {
  const head = html`<h2 id="not-done">What sanctions did not do here</h2>`;
  if (balances) return html`<section aria-labelledby="not-done">${head}${balancesHtml(balances, provenance)}</section>`;
  if (notDone.length === 0) return html``;
  return html`<section aria-labelledby="not-done">${head}<ul>${notDone.map((said) => saidHtml(said, provenance))}</ul></section>`;
}

function balancesHtml({ baseline, outcomes, unit, rows, from }: Balances, provenance: Provenance): Html {
  const hasCost = rows.some(({ cost }) => cost !== "");
  return html`<p>Looked at: ${listOf(outcomes)}. That no difference is shown does not mean that there is none: the intervals are in the first chart.</p>
<div class="canvas" tabindex="0" role="group" aria-label="Table of what is not shown"><table><caption>Compared with ${quoted(baseline)} ${provenance.link(from)}</caption>
<thead><tr><th scope="col">strategy</th><th scope="col">no difference shown in</th><th scope="col">difference shown in</th>${hasCost ? html`<th scope="col">cost more, ${unit} (95 % interval)</th>` : ""}</tr></thead>
<tbody>${rows.map(
    ({ strategy, open, shown, cost }) =>
      html`<tr><th scope="row">${strategy}</th><td>${open}</td><td>${shown || "none"}</td>${hasCost ? html`<td>${cost}</td>` : ""}</tr>`,
  )}</tbody></table></div>`;
}

export function expectHtml(evidence: Evidence, { expectations, beyondRecord }: Outline, provenance: Provenance): Html {
  const [first] = expectations;
  if (!first) return html``;
  return html`<section aria-labelledby="expect"><h2 id="expect">What to expect after 1, 2, 5 and 10 years</h2>
<div class="canvas" tabindex="0" role="group" aria-label="Table of expectations"><table><caption>Difference of ${outcomeWords(first.outcome)} to ${quoted(first.baseline)} (95 % interval), added up since ${begun(evidence)}${isCrowd(evidence) ? "; below it whether a difference is shown, after allowing for all comparisons, and the chance that it is better where pairs are enough to say" : ""}</caption>
${isCrowd(evidence) ? byStrategy(expectations, provenance) : byHorizon(expectations, provenance)}</table></div>
${beyondRecord.length > 0 ? html`<p>Nothing can be said here about ${listOf(beyondRecord)}: the record ends before.</p>` : ""}
<p class="small">Words for chances are used only when the whole interval of the chance lies in the range of the word: ${listOf(LIKELIHOODS.map(({ word, low, high }) => `${word} (${Math.round(low * 100)} to ${Math.round(high * 100)} %)`))}. Otherwise: ${OPEN}. They are about luck in this model, not about the world.</p></section>`;
}

/** A row for each horizon and strategy. */
const byHorizon = (expectations: readonly Expectation[], provenance: Provenance): Html =>
  html`<thead><tr><th scope="col">after</th><th scope="col">strategy</th><th scope="col">difference</th><th scope="col">shown?</th><th scope="col">better in</th><th scope="col">in words</th><th scope="col">source</th></tr></thead>
<tbody>${expectations.map(
    (one) =>
      html`<tr><th scope="row">${one.horizon}</th><td>${one.strategy}</td><td>${one.difference}</td><td>${one.verdict}</td><td>${one.chance}</td><td>${one.word}</td><td>${provenance.link(one.from)}</td></tr>`,
  )}</tbody>`;

/** What is not shown has no likelihood worth a line, unless there is a word for it. */
function shortVerdict({ verdict, word }: Expectation): string {
  const shown = verdict.startsWith("no clear difference") ? "not shown" : verdict;
  return word === "" || word === OPEN ? shown : `${shown}; better: ${word}`;
}

/** A row for each of many strategies, a column for each horizon. */
function byStrategy(expectations: readonly Expectation[], provenance: Provenance): Html {
  const horizons = [...new Set(expectations.map(({ horizon }) => horizon))];
  const from = (horizon: string) => ({ file: "effects.csv", key: `outcome = ${expectations[0]?.outcome}, period = ${horizon}` });
  const cell = (one: Expectation | undefined): Html =>
    one ? html`<td>${one.difference}<br><span class="small">${shortVerdict(one)}</span></td>` : html`<td></td>`;
  return html`<thead><tr><th scope="col">strategy</th>${horizons.map((horizon) => html`<th scope="col">after ${horizon} ${provenance.link(from(horizon))}</th>`)}</tr></thead>
<tbody>${[...new Set(expectations.map(({ strategy }) => strategy))].map(
    (strategy) =>
      html`<tr><th scope="row">${strategy}</th>${horizons.map((horizon) => cell(expectations.find((one) => one.strategy === strategy && one.horizon === horizon)))}</tr>`,
  )}</tbody>`;
}

export function promisesHtml({ promises }: Outline, provenance: Provenance): Html {
  return html`<section aria-labelledby="promise"><h2 id="promise">What not to promise</h2>${promises.map(
    ({ head, text, said, each, eachFrom }) =>
      html`<div class="unit"><h3>${head}</h3><p>${text}</p>${said.length > 0 ? html`<ul>${said.map((one) => saidHtml(one, provenance))}</ul>` : ""}${
        each.length > 0
          ? html`<details><summary>What is found, for each of ${each.length} strategies</summary><p class="links">Source: ${provenance.link(eachFrom)}</p><ul>${each.map((one) => html`<li>${one}</li>`)}</ul></details>`
          : ""
      }</div>`,
  )}</section>`;
}

/** Horizons count from the first instrument of any strategy, for all of them alike. */
function begun(evidence: Evidence): string {
  const [first] = firstInstrument(evidence);
  const date = first ? ` (${first.at.toISOString().slice(0, "YYYY-MM-DD".length)})` : "";
  return evidence.strategies.length > 2 ? `the first instrument of any strategy${date}` : `the first instrument${date}`;
}

/** Names that can be read at one look. */
const MOST_NAMES = 6;

const comparedIn = (names: readonly string[]): string =>
  names.length > MOST_NAMES ? `${names.length} strategies` : listOf(names);
