/** Decisions in words and numbers. */
import { type Calendar, dateOfWeek, formatDate, parseDate, weekOfDay } from "../../core/calendar.ts";
import type { Decision, Explanation, Flip } from "../../core/index.ts";
import { EXIT, Failure } from "../../node/failure.ts";
import type { Colors } from "../terminal.ts";
import { formatNumber, formatQuantity } from "./number.ts";
import { textTable, wrap } from "./text-table.ts";

const WIDTH = 100;
const DIGITS = 3;
const PERCENT = 100;
/** More options than this stand below each other rather than beside. */
const MOST_BESIDE = 8;

/** The step of a date that the user wrote. @param first step that is recorded */
export function weekOf(date: string, calendar: Calendar, first: number): number {
  const day = parseDate(date);
  if (day === undefined) throw new Failure(EXIT.usage, `${date} is no calendar date`, "write it YYYY-MM-DD");
  const week = weekOfDay(calendar, day);
  if (week >= first && week < calendar.weeks) return week;
  const last = formatDate(calendar.startDay + calendar.weeks * 7 - 1);
  throw new Failure(EXIT.usage, `the run has no ${date}`, `a date from ${dateOfWeek(calendar, first)} to ${last}`);
}

export function explanationText({ actor, role, date, decisions, also }: Explanation, colors: Colors): string {
  const parts = decisions.map((decision) => decisionText(decision, `${role} ${actor}`, date, colors));
  const more = also.length > 0 ? [wrap(`Decided in the same week as well: ${also.join(", ")} (--decision <name>).`, WIDTH)] : [];
  return [...parts, ...more].join("\n");
}

function decisionText(decision: Decision, whom: string, date: string, { bold }: Colors): string {
  const { before, chosen, rule, state, options, flips, flipsHold, unit } = decision;
  const same = before === chosen ? " (no change)" : "";
  return [
    bold(`${whom}: ${decision.decision} in the week of ${date}\n`),
    wrap(`${before === undefined ? "" : `Before: ${before}. `}Chosen: ${chosen}${same}. Rule: ${rule}`, WIDTH),
    `\n${bold("Its situation\n")}`,
    textTable(
      [{ head: "what" }, { head: "value", align: "right" }],
      state.map(({ name, value }) => [name, typeof value === "number" ? formatQuantity(value) : value]),
      "  ",
    ),
    ...(options.length > 0 ? [`\n${bold("What each option was worth")} (${unit})\n`, optionsTable(decision)] : []),
    `\n${bold("What would have changed it")}\n`,
    ...(flips.length > 0 ? [wrap("Each of these alone:", WIDTH, "  ")] : []),
    ...flips.map((flip) => wrap(`- ${flipText(flip, unit)}`, WIDTH, "  ", "  ")),
    wrap(`(${flipsHold})`, WIDTH, "  "),
  ].join("");
}

/** Few options stand beside each other, many below. Terms that no option has are left out. */
function optionsTable({ options, chosen }: Decision): string {
  const terms = [...new Set(options.flatMap((option) => option.terms.map(({ name }) => name)))];
  const chances = options.some(({ chance }) => chance !== undefined);
  const heads = [...terms, "sum", ...(chances ? ["chance"] : []), ""];
  const cells = options.map(({ name, terms: own, total, chance }) => [
    ...terms.map((term) => number(own.find((one) => one.name === term)?.value)),
    number(total),
    ...(chances ? [chance === undefined ? "" : `${formatNumber(chance * PERCENT, 1)} %`] : []),
    name === chosen ? "chosen" : "",
  ]);
  if (options.length <= MOST_BESIDE && options.every(({ name }) => name.length <= LONGEST_HEAD)) {
    const columns = [{ head: "term" }, ...options.map(({ name }) => ({ head: name, align: "right" as const }))];
    return textTable(
      columns,
      heads.map((head, i) => [head, ...cells.map((of) => of[i] ?? "")]),
      "  ",
    );
  }
  const columns = [{ head: "option" }, ...heads.map((head) => ({ head, align: "right" as const }))];
  return textTable(
    columns,
    options.map(({ name }, o) => [name, ...(cells[o] ?? [])]),
    "  ",
  );
}
const LONGEST_HEAD = 24;

const number = (value: number | undefined): string => (value === undefined ? "" : formatNumber(value, DIGITS));

function flipText({ option, change, to, same }: Flip, unit: string): string {
  const short = unit.split(":")[0] ?? unit;
  const also = same.map(({ name, value }) => `${signed(value)} ${name}`);
  return `${option} ${signed(change)} ${short}${also.length > 0 ? `, that is ${also.join(", or ")}` : ""}: then ${to}`;
}

const signed = (value: number): string => `${value > 0 ? "+" : ""}${formatQuantity(Number(value.toPrecision(DIGITS)))}`;
