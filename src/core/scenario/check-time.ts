/** Dates: of the run, of instruments and shocks, of published figures. */
import { parseDate } from "../calendar.ts";
import type { Issue } from "../issue.ts";
import { DAYS_PER_WEEK } from "../units.ts";
import { MOST_WEEKS } from "../world/identity.ts";
import { doubtful, wrong } from "./complaint.ts";
import { isMap } from "./path.ts";
import type { RunSettings } from "./schema/scenario.ts";
import type { Ecosystem, InstrumentDocument, Strategy } from "./schema/strategy.ts";

export interface TimeIssues {
  readonly ecosystem: Issue[];
  readonly strategy: Issue[];
  readonly run: Issue[];
}

const day = (date: string): number => parseDate(date) ?? Number.NaN;

export function checkTime(ecosystem: Ecosystem, strategy: Strategy, settings: RunSettings): TimeIssues {
  const [start, end] = [settings.start ?? ecosystem.start, settings.end ?? ecosystem.end];
  const span = spanOf(start, end);
  const ofEcosystem = settings.end === undefined && settings.start === undefined;
  const length = checkLength(span, settings, ofEcosystem ? ["end"] : [settings.end === undefined ? "start" : "end"]);
  // Against a run of no length every date is outside.
  if (length.length > 0) return { ecosystem: [], strategy: [], run: [], [ofEcosystem ? "ecosystem" : "run"]: length };
  return {
    // A run may be a part of the ecosystem's time: history outside it is no mistake.
    ecosystem: checkOrder(["shocks"], ecosystem.shocks),
    strategy: [
      ...checkOrder(["instruments"], strategy.instruments),
      ...checkInstruments(["instruments"], strategy.instruments, span),
    ],
    run: [],
  };
}

interface Span {
  readonly start: string;
  readonly end: string;
  readonly first: number;
  readonly last: number;
}

const spanOf = (start: string, end: string): Span => ({ start, end, first: day(start), last: day(end) });

function checkLength({ start, end, first, last }: Span, settings: RunSettings, path: string[]): Issue[] {
  if (last < first) return [wrong(path, `the run ends on ${end}, before it starts on ${start}`, `a date after ${start}`)];
  const weeks = Math.floor((last - first + 1) / DAYS_PER_WEEK);
  if (weeks < 1) return [wrong(path, `the run from ${start} to ${end} is shorter than a week`, "a week or more")];
  const total = weeks + settings.warmupWeeks;
  if (total <= MOST_WEEKS) return [];
  return [wrong(path, `the run has ${weeks} weeks and ${settings.warmupWeeks} before them`, `at most ${MOST_WEEKS} together`)];
}

/** What ends before it starts. @param instruments by name; those without both dates are passed over */
export function checkOrder(path: readonly string[], instruments: unknown): Issue[] {
  if (!isMap(instruments)) return [];
  return Object.entries(instruments).flatMap(([name, document]) => {
    const { start, until } = isMap(document) ? document : {};
    if (typeof start !== "string" || typeof until !== "string" || !(day(until) < day(start))) return [];
    return [wrong([...path, name, "until"], `until ${until} is before start ${start}`, `${start} or later`)];
  });
}

/** What never happens within the run. */
function checkInstruments(path: readonly string[], instruments: Readonly<Record<string, unknown>>, span: Span): Issue[] {
  return Object.entries(instruments).flatMap(([name, document]) => {
    const { start, until, every } = document as InstrumentDocument;
    const at = [...path, name];
    if (until !== undefined && day(until) < day(start)) return [];
    const issues: Issue[] = [];
    const within = `${span.start} to ${span.end}`;
    if (day(start) > span.last) issues.push(doubtful([...at, "start"], `starts on ${start}, after the run ends`, within));
    if (until !== undefined && day(until) < span.first) {
      issues.push(doubtful([...at, "until"], `ends on ${until}, before the run starts`, within));
    }
    // A strategy that begins before the run leaves out its first uses.
    if (every === undefined && until === undefined && day(start) < span.first) {
      issues.push(doubtful([...at, "start"], `starts on ${start}, before the run: a single use is left out`, within));
    }
    return issues;
  });
}
