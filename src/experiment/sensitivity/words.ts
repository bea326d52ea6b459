/** Sensitivity in plain language: what was asked, what each method says, what cannot be told. */
import { percent } from "./phrases.ts";
import { noiseShare, type Responses, replicatesFor } from "./responses.ts";
import type { Analysis } from "./study.ts";
import type { Subject } from "./table.ts";

/** Luck should make up no more of the differences between points. */
const BEARABLE = 0.2;
/** Effects need so many pairs a point before inputs show through the luck. */
const PAIRS_FOR_EFFECTS = 10;

/** Sentences, in the order in which they should be read. */
export function sensitivityWords(subject: Subject, responses: Responses, analyses: readonly Analysis[]): string[] {
  const { target, strategy, baseline, outcome, period } = subject;
  const asked =
    target === "effect" ? `The effect of ${strategy} against ${baseline} on ${outcome}` : `${outcome} under ${strategy}`;
  return [
    `${asked}, ${period}.`,
    ...analyses.flatMap((analysis) => [...analysis.reading, ...losses(analysis)]),
    ...luck(subject, responses),
  ];
}

function losses({ of, used, dropped }: Analysis): string[] {
  if (dropped === 0) return [];
  return [`${dropped} of ${used + dropped} ${of} lack a value and are left out; inputs that make runs fail are seen too little.`];
}

function luck({ target }: Subject, responses: Responses): string[] {
  const { replicates, incomplete } = responses;
  const unit = target === "effect" ? "pair" : "replicate";
  const share = noiseShare(responses);
  const found = [];
  if (incomplete > 0) found.push(`${incomplete} points rest on fewer than ${replicates} ${unit}s.`);
  if (Number.isNaN(share)) {
    if (replicates === 1) found.push(`With one ${unit} a point, luck and inputs cannot be told apart; ${advice(target)}.`);
    return found;
  }
  if (share > BEARABLE) {
    const enough = replicatesFor(responses, BEARABLE);
    const remedy = Number.isFinite(enough)
      ? `about ${enough} ${unit}s a point would bring it to ${percent(BEARABLE)}`
      : "the points do not differ by more than luck";
    found.push(`Luck makes up ${percent(share)} of the differences between points (${replicates} ${unit}s a point): ${remedy}.`);
  } else found.push(`Luck makes up ${percent(share)} of the differences between points (${replicates} ${unit}s a point).`);
  if (target === "effect" && replicates < PAIRS_FOR_EFFECTS) {
    found.push(`${replicates} pairs a point are few: the inputs of an effect show with ${PAIRS_FOR_EFFECTS} or more.`);
  }
  return found;
}

function advice(target: Subject["target"]): string {
  return target === "effect" ? `use ${PAIRS_FOR_EFFECTS} or more` : "use several";
}
