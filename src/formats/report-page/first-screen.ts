/** The first screen and what follows from it: findings, what was not done, what to expect, what not to promise. */
import { outcomeWords } from "../../experiment/outcome-words.ts";
import { meaningOf } from "../../experiment/strategy-names.ts";
import type { Evidence } from "../../report/evidence.ts";
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
  return html`<section aria-labelledby="strategies"><h2 id="strategies">The strategies</h2><ul>${told.map((name) => {
    const title = evidence.titles.get(name) ?? "";
    const meaning = nameIn(evidence, name) === title ? "" : meaningOf(title);
    return html`<li><strong>${nameIn(evidence, name)}</strong>${meaning ? `: ${meaning}` : ""}${name === evidence.strategies[0] && told.length > 1 ? ", the baseline" : ""} <span class="small">(<code>${name}</code> in tables and commands)</span></li>`;
  })}</ul></section>`;
}

export const saidHtml = ({ text, from }: Said, provenance: Provenance): Html => html`<li>${text} ${provenance.link(from)}</li>`;

export function notDoneHtml({ notDone }: Outline, provenance: Provenance): Html {
  if (notDone.length === 0) return html``;
  return html`<section aria-labelledby="not-done"><h2 id="not-done">What sanctions did not do here</h2><ul>${notDone.map((said) => saidHtml(said, provenance))}</ul></section>`;
}

export function expectHtml(evidence: Evidence, { expectations, beyondRecord }: Outline, provenance: Provenance): Html {
  const [first] = expectations;
  if (!first) return html``;
  return html`<section aria-labelledby="expect"><h2 id="expect">What to expect after 1, 2, 5 and 10 years</h2>
<div class="canvas" tabindex="0" role="group" aria-label="Table of expectations"><table><caption>Difference of ${outcomeWords(first.outcome)} to ${quoted(first.baseline)} (95 % interval), added up since ${begun(evidence)}</caption>
<thead><tr><th scope="col">after</th><th scope="col">strategy</th><th scope="col">difference</th><th scope="col">shown?</th><th scope="col">better in</th><th scope="col">in words</th><th scope="col">source</th></tr></thead>
<tbody>${expectations.map(
    (one) =>
      html`<tr><th scope="row">${one.horizon}</th><td>${one.strategy}</td><td>${one.difference}</td><td>${one.verdict}</td><td>${one.chance}</td><td>${one.word}</td><td>${provenance.link(one.from)}</td></tr>`,
  )}</tbody></table></div>
${beyondRecord.length > 0 ? html`<p>Nothing can be said here about ${listOf(beyondRecord)}: the record ends before.</p>` : ""}
<p class="small">Words for chances are used only when the whole interval of the chance lies in the range of the word: ${listOf(LIKELIHOODS.map(({ word, low, high }) => `${word} (${Math.round(low * 100)} to ${Math.round(high * 100)} %)`))}. Otherwise: ${OPEN}. They are about luck in this model, not about the world.</p></section>`;
}

export function promisesHtml({ promises }: Outline, provenance: Provenance): Html {
  return html`<section aria-labelledby="promise"><h2 id="promise">What not to promise</h2>${promises.map(
    ({ head, text, said }) =>
      html`<div class="unit"><h3>${head}</h3><p>${text}</p>${said.length > 0 ? html`<ul>${said.map((one) => saidHtml(one, provenance))}</ul>` : ""}</div>`,
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
