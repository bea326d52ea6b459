/** What a report says first: at most five sentences, each with its interval and with what it is compared. */
import { ENOUGH_PAIRS } from "../experiment/compare/judge.ts";
import { outcomeWords } from "../experiment/outcome-words.ts";
import { effectKey, effectRows, isShown, WHOLE_SPAN } from "./effects.ts";
import { type Evidence, type From, placesIn, rowsIn } from "./evidence.ts";
import { checks } from "./figures/checks.ts";
import { identified } from "./figures/identified.ts";
import { verdicts } from "./figures/verdicts.ts";
import { HEADLINES } from "./headline.ts";
import { levelsIn } from "./levels.ts";
import { quotedIn, retold } from "./names.ts";
import type { Row } from "./rows.ts";
import { capital, level, plain } from "./words.ts";

export interface Said {
  readonly text: string;
  readonly from: From;
}

const MOST = 5;
/** Harm before numbers of people, and what it cost at the end. */
const FIRST = ["harm_index_expected", "expected_death", "departures", "arrivals_abused_share", "spend"];

export function leadOf(evidence: Evidence): Said[] {
  const found = [compared, levels, tried, calibrated, sentences].map((make) => make(evidence)).find((said) => said.length > 0);
  return found?.slice(0, MOST) ?? [];
}

/** Outcome by outcome, each for all strategies or not at all, unless there are more strategies than sentences. */
function compared(evidence: Evidence): Said[] {
  const rows = effectRows(evidence, WHOLE_SPAN);
  const own = [...new Set(rows.map((row) => row.text("outcome")))];
  const outcomes = [...FIRST.filter((name) => own.includes(name)), ...own.filter((name) => !FIRST.includes(name))];
  const isNamed = placesIn(evidence).length > 1;
  const strategies = new Set(rows.map((row) => row.text("strategy")));
  if (strategies.size > MOST) return furthest(evidence, rows, outcomes[0] ?? "", isNamed);
  const said: Said[] = [];
  for (const outcome of outcomes) {
    const more = rows.filter((row) => row.text("outcome") === outcome).map((row) => saidOf(evidence, row, isNamed));
    if (said.length > 0 && said.length + more.length > MOST) break;
    said.push(...more);
  }
  return said;
}

/** Of more strategies than there are sentences: how many differ, and those that are furthest from the baseline. */
function furthest(evidence: Evidence, rows: readonly Row[], outcome: string, isNamed: boolean): Said[] {
  const ofIt = rows.filter((row) => row.text("outcome") === outcome);
  const away = (row: Row) => Math.abs(row.number("relative"));
  const order = [...ofIt].sort((a, b) => Number(isShown(b)) - Number(isShown(a)) || away(b) - away(a));
  const [shown, next] = [ofIt.filter(isShown).length, MOST - 1];
  const counted = `A difference in ${outcomeWords(outcome)} over the ${WHOLE_SPAN} is shown for ${shown} of ${ofIt.length} strategies.`;
  const text = `${counted} The ${next} furthest from ${quotedIn(evidence, ofIt[0]?.text("baseline") ?? "")} follow; the first chart has all.`;
  const from = { file: "effects.csv", key: `outcome = ${outcome}, period = ${WHOLE_SPAN}` };
  return [{ text, from }, ...order.slice(0, next).map((row) => saidOf(evidence, row, isNamed))];
}

/** The sentence as it stands in the table, after what is compared with what. */
export function saidOf(evidence: Evidence, row: Row, isNamed = false): Said {
  const place = isNamed ? `${[row.text("ecosystem"), row.text("point")].filter((name) => name !== "default").join(", ")}: ` : "";
  const pair = `${quotedIn(evidence, row.text("strategy"))} compared with ${quotedIn(evidence, row.text("baseline"))}: `;
  return { text: `${place}${pair}${row.text("sentence")}`, from: { file: "effects.csv", key: effectKey(row) } };
}

/** One strategy alone: the last whole year, beside the published figure of the last year that has one. */
function levels(evidence: Evidence): Said[] {
  const found = levelsIn(evidence);
  const [strategy = ""] = evidence.strategies;
  if (!found) return [];
  return HEADLINES.flatMap(({ outcome, about, percent }): Said[] => {
    const rows = found.rows.filter((row) => row.text("outcome") === outcome && row.text("strategy") === strategy);
    const published = rows.findLast((row) => Number.isFinite(row.number("published")));
    const last = published ?? rows.at(-1);
    if (!last) return [];
    const by = percent ? 100 : 1;
    const spread = (names: readonly [string, string, string]) => {
      const [value, low, high] = names.map((name) => last.number(name) * by) as [number, number, number];
      return level(value, low, high);
    };
    const unit = percent ? "%" : last.text("unit");
    const against = published ? `, compared with ${spread(["published", "published_low", "published_high"])} published` : "";
    const span = `95 % interval of the mean of ${last.number("n")} runs`;
    const hint = last.number("n") < ENOUGH_PAIRS ? ` Indicative only (fewer than ${ENOUGH_PAIRS} runs).` : "";
    const text = `${quotedIn(evidence, strategy)} in ${last.number("year")}: ${spread(["mean", "low", "high"])} ${unit}, ${about} (${span})${against}.${hint}`;
    return [{ text, from: { file: found.file, key: `outcome = ${outcome}, year = ${last.number("year")}` } }];
  });
}

/** Whatever the analyses said. */
function sentences(evidence: Evidence): Said[] {
  return rowsIn(evidence, "sentences").map((row) => ({
    text: retold(evidence, row.text("sentence")),
    from: { file: "sentences.csv", key: `analysis = ${plain(row.text("analysis"))}, number = ${row.number("number")}` },
  }));
}

/** Verdicts on patterns, and which fail. */
function tried(evidence: Evidence): Said[] {
  const found = verdicts.make(evidence).map(({ title, from }) => ({ text: `${title}.`, from }));
  const failed = rowsIn(evidence, "pattern_verdicts").filter(
    (row) => row.text("of") === "default" && ["fails", "reversed"].includes(row.text("verdict")),
  );
  const said = failed.map((row) => ({
    text: `${capital(row.text("verdict"))} at the defaults: ${row.text("title")}.`,
    from: { file: "pattern_verdicts.csv", key: `of = default, pattern = ${row.text("pattern")}` },
  }));
  return [...found, ...said];
}

/** How far a calibration got: what its figures find. */
function calibrated(evidence: Evidence): Said[] {
  return [checks, identified].flatMap(({ make }) => make(evidence).map(({ title, from }) => ({ text: `${title}.`, from })));
}
