/** What to expect after 1, 2, 5 and 10 years, what was not done, and what not to promise. */

import { outcomeWords } from "../experiment/outcome-words.ts";
import { COST, effectKey, effectRows, effectText, isShown, periodsOf, WHOLE_SPAN } from "./effects.ts";
import { type Evidence, type From, isCrowd, rowsIn } from "./evidence.ts";
import { type Said, saidOf } from "./lead.ts";
import { likelihood } from "./likelihood.ts";
import { nameIn, quotedIn, retold } from "./names.ts";
import type { Row } from "./rows.ts";
import { isOneSided, level, listOf } from "./words.ts";

export const HORIZONS = ["1 year", "2 years", "5 years", "10 years"];
const PER_CENT = 100;
const HARM = "harm_index_expected";

export interface Expectation {
  readonly horizon: string;
  readonly outcome: string;
  readonly strategy: string;
  readonly baseline: string;
  /** Empty when the record ends before. */
  readonly difference: string;
  readonly verdict: string;
  readonly chance: string;
  readonly word: string;
  readonly from: From;
}

/** Harm at each horizon, for each strategy. */
export function expectationsOf(evidence: Evidence): Expectation[] {
  const all = rowsIn(evidence, "effects");
  const outcome = all.some((row) => row.text("outcome") === HARM) ? HARM : (all[0]?.text("outcome") ?? "");
  const known = periodsOf(evidence);
  return HORIZONS.filter((horizon) => known.includes(horizon)).flatMap((horizon) =>
    all
      .filter((row) => row.text("period") === horizon && row.text("outcome") === outcome)
      .map((row): Expectation => {
        const [value, low, high] = ["probability_better", "probability_low", "probability_high"].map((name) =>
          row.number(name),
        ) as [number, number, number];
        // What has not begun by then is not a strategy without effect.
        const isIdentical = row.text("verdict") === "identical";
        return {
          ...{
            horizon,
            outcome,
            strategy: nameIn(evidence, row.text("strategy")),
            baseline: nameIn(evidence, row.text("baseline")),
          },
          difference: isIdentical ? "0" : effectText(row),
          verdict: isIdentical ? "the same world so far" : isShown(row) ? row.text("verdict") : openVerdict(row),
          chance: isIdentical
            ? "no pair differs"
            : `${level(value * PER_CENT, low * PER_CENT, high * PER_CENT)} % of ${row.number("n")} pairs`,
          word: isIdentical ? "" : likelihood(low, high),
          from: { file: "effects.csv", key: effectKey(row) },
        };
      }),
  );
}

/** An interval without zero that does not stand after correction is said to be one of many. */
function openVerdict(row: Row): string {
  const among = isOneSided(row.number("low"), row.number("high")) ? ` among ${row.number("family")} comparisons` : "";
  return `no clear difference${among}`;
}

/** Horizons after which nothing was recorded. */
export const beyondRecord = (evidence: Evidence): string[] =>
  HORIZONS.filter((horizon) => !periodsOf(evidence).includes(horizon));

/** What a strategy cost, for what is said of it above. */
function costOf(evidence: Evidence, row: Row): Said {
  const [difference, low, high] = ["difference", "low", "high"].map((name) => row.number(name)) as [number, number, number];
  const pairs = `95 % interval; ${row.number("n")} pairs`;
  const text = `${quotedIn(evidence, row.text("strategy"))} cost ${level(difference, low, high)} ${row.text("unit")} more, compared with ${quotedIn(evidence, row.text("baseline"))}, whatever it changed (${pairs}).`;
  return { text, from: { file: "effects.csv", key: effectKey(row) } };
}

/** For each strategy: in what no difference is shown, with the interval, and in what it is worse. */
export function notDone(evidence: Evidence): Said[] {
  const rows = effectRows(evidence, WHOLE_SPAN);
  return evidence.strategies.slice(1).flatMap((strategy): Said[] => {
    const all = rows.filter((row) => row.text("strategy") === strategy);
    const mine = all.filter((row) => row.text("outcome") !== COST);
    const cost = all.find((row) => row.text("outcome") === COST);
    const open = mine.filter((row) => !isShown(row));
    const baseline = quotedIn(evidence, mine[0]?.text("baseline") ?? "");
    const key = `strategy = ${strategy}, period = ${WHOLE_SPAN}`;
    const worse = mine.filter((row) => row.text("assessment") === "worse");
    return [
      ...(open.length > 0
        ? [
            {
              text: `${quotedIn(evidence, strategy)} is not shown to have changed ${open.length} of ${mine.length} outcomes, compared with ${baseline}: ${listOf(open.map((row) => outcomeWords(row.text("outcome"))))}. That no difference is shown does not mean that there is none: the intervals are in the first chart.`,
              from: { file: "effects.csv", key },
            },
          ]
        : []),
      ...worse.map((row) => saidOf(evidence, row)),
      ...(cost ? [costOf(evidence, cost)] : []),
    ];
  });
}

export interface Pledge {
  readonly head: string;
  readonly text: string;
  readonly said: readonly Said[];
  /** A sentence for each of many strategies: too many to stand open on a page. */
  readonly each: readonly string[];
  /** Where all of these stand. */
  readonly eachFrom: From;
}

/** What the instrument is and is not for, each with what this result has to say to it. */
export function promisesOf(evidence: Evidence): Pledge[] {
  const whole = effectRows(evidence, WHOLE_SPAN);
  const ofOutcome = (outcome: string) => whole.filter((row) => row.text("outcome") === outcome);
  const spoken = (analysis: string, pattern: RegExp) =>
    rowsIn(evidence, "sentences")
      .filter((row) => row.text("analysis") === analysis && pattern.test(row.text("sentence")))
      .map(
        (row): Said => ({
          text: retold(evidence, row.text("sentence")),
          from: { file: "sentences.csv", key: `analysis = ${analysis}, number = ${row.number("number")}` },
        }),
      );
  const pledge = (head: string, text: string, eachFrom: From, said: readonly Said[]): Pledge =>
    isCrowd(evidence) && said.length > 1
      ? { head, text, said: [], each: said.map((one) => one.text), eachFrom }
      : { head, text, said, each: [], eachFrom };
  const effectsOf = (outcome: string): From => ({
    file: "effects.csv",
    key: `outcome = ${outcome}, period = ${WHOLE_SPAN}`,
  });
  const sentencesOf = (analysis: string): From => ({ file: "sentences.csv", key: `analysis = ${analysis}` });
  return [
    pledge(
      "Not fewer crossings: impact means less harm",
      "Sanctions are to hurt the ability to do defined harms and to change what those who are not listed choose. A flow that goes on is no failure, and one that falls is no success.",
      effectsOf("departures"),
      ofOutcome("departures").map((row) => saidOf(evidence, row)),
    ),
    pledge(
      "Not fire and forget",
      "Actors adapt, so listings need follow-up, regular assessments of how the market adapts, and correction.",
      sentencesOf("horizon"),
      spoken("horizon", /after the last listing/),
    ),
    pledge(
      "Not a silver bullet",
      "Prosecution, local capacity, development and several states together are other tools; sanctions are one of them.",
      effectsOf(HARM),
      ofOutcome(HARM).flatMap((row) => remains(evidence, row)),
    ),
    pledge(
      "Not smugglers alone",
      "Enablers, corrupt officials, financiers, communities and those never listed are the market too. Harm can move between routes and hands.",
      sentencesOf("decomposition"),
      spoken("decomposition", /in per cent of the baseline/),
    ),
    pledge(
      "Not soon",
      "There is no moment of victory. Say before it begins when an effect could be seen at all, and that the first years may show nothing.",
      sentencesOf("horizon"),
      spoken("horizon", /added up since the start/),
    ),
  ];
}

function remains(evidence: Evidence, row: Row): Said[] {
  const [value, low, high] = ["relative", "relative_low", "relative_high"].map((name) => (1 + row.number(name)) * PER_CENT) as [
    number,
    number,
    number,
  ];
  if (![value, low, high].every(Number.isFinite)) return [];
  const text = `With ${quotedIn(evidence, row.text("strategy"))}, harm is at ${level(value, low, high)} % of what it is with ${quotedIn(evidence, row.text("baseline"))} (95 % interval).`;
  return [{ text, from: { file: "effects.csv", key: effectKey(row) } }];
}
