/** One decision in words and numbers. */
import { type Calendar, dateOfWeek, formatDate, parseDate, weekOfDay } from "../../core/calendar.ts";
import type { Explanation } from "../../core/index.ts";
import { EXIT, Failure } from "../../node/failure.ts";
import type { Colors } from "../terminal.ts";
import { formatNumber, formatQuantity } from "./number.ts";
import { textTable, wrap } from "./text-table.ts";

const WIDTH = 100;
const DIGITS = 3;

/** The step of a date that the user wrote. @param first step that is recorded */
export function weekOf(date: string, calendar: Calendar, first: number): number {
  const day = parseDate(date);
  if (day === undefined) throw new Failure(EXIT.usage, `${date} is no calendar date`, "write it YYYY-MM-DD");
  const week = weekOfDay(calendar, day);
  if (week >= first && week < calendar.weeks) return week;
  const last = formatDate(calendar.startDay + calendar.weeks * 7 - 1);
  throw new Failure(EXIT.usage, `the run has no ${date}`, `a date from ${dateOfWeek(calendar, first)} to ${last}`);
}

export function explanationText(explanation: Explanation, { bold }: Colors): string {
  const { actor, date, decision, rule, state, options, before, chosen, flip } = explanation;
  const terms = options[0]?.terms.map(({ name }) => name) ?? [];
  const rows = [
    ...terms.map((term, i) => [term, ...options.map((option) => number(option.terms[i]?.value))]),
    ["permanent taste", ...options.map((option) => number(option.permanentTaste))],
    ["taste of this review", ...options.map((option) => number(option.freshTaste))],
    ["sum", ...options.map((option) => number(option.total))],
    ["", ...options.map(({ name }) => (name === chosen ? "chosen" : ""))],
  ];
  const columns = [{ head: "term" }, ...options.map(({ name }) => ({ head: name, align: "right" as const }))];
  return [
    bold(`${actor}: ${decision} review in the week of ${date}\n`),
    `Before: ${before}. Chosen: ${chosen}${before === chosen ? " (no change)" : ""}. Rule: ${rule}.\n\n`,
    bold("Its situation\n"),
    textTable(
      [{ head: "what" }, { head: "value", align: "right" }],
      state.map(({ name, value }) => [name, typeof value === "number" ? formatQuantity(value) : value]),
      "  ",
    ),
    `\n${bold("What each option was worth")} (logit units: sharpness times share of full revenue)\n`,
    textTable(columns, rows, "  "),
    `\n${bold("What would have changed it")}\n`,
    wrap(flipText(flip, chosen), WIDTH, "  "),
  ].join("");
}

const number = (value: number | undefined): string => formatNumber(value ?? Number.NaN, DIGITS);

function flipText({ to, gap, revenueShare, usdPerWeek, hazard }: Explanation["flip"], chosen: string): string {
  const ways = [
    `${formatNumber(gap, DIGITS)} logit units more for ${to}`,
    `${formatNumber(revenueShare * 100, 1)} % of full revenue, that is ${formatNumber(usdPerWeek)} USD a week`,
    ...(Number.isNaN(hazard)
      ? []
      : [`a believed hazard of being listed for ${chosen} that is higher by ${formatNumber(hazard, DIGITS)} a year`]),
  ];
  return `The next best option was ${to}. Any one of these would have made it win: ${ways.join("; ")}.`;
}
