/** Who carried whom in one run, with names turned into numbers once: what a pair is made of. */
import { numbersOf, type Table, textsOf } from "../../core/table.ts";
import type { Layout, Subject } from "./layout.ts";

export interface Smuggler {
  readonly uid: string;
  /** First day of the week of entry; "" for those of the warm-up. */
  readonly entered: string;
}

/** One run. Rows are those of market_shares. */
export interface Carried {
  /** First day of each recorded week. */
  readonly dates: readonly string[];
  readonly windows: number;
  readonly smugglers: readonly Smuggler[];
  /** Of each row. */
  readonly window: Int32Array;
  readonly smuggler: Int32Array;
  readonly leg: Int32Array;
  readonly conduct: Int32Array;
  readonly trips: Float64Array;
  /** Of each harm, of each row: expected incidents. */
  readonly harm: readonly Float64Array[];
  /** First window at whose start a smuggler had been designated, whether or not it carries anybody then or was taken off the list since. */
  readonly designated: ReadonlyMap<string, number>;
  /** Windows x outcomes: everything that was to be expected, on trips and elsewhere. */
  readonly total: Float64Array;
  /** Of each window. */
  readonly departures: Float64Array;
}

/** @param tables market_shares, events and timeseries of a run @throws Error when they do not fit the subject */
export function readCarried(subject: Subject, layout: Layout, tables: readonly Table[]): Carried {
  const shares = tableOf(tables, "market_shares");
  const series = tableOf(tables, "timeseries");
  const dates = textsOf(series, "date");
  const windows = dates.filter((_, week) => week % subject.recordWeeks === 0);
  const window = codesOf(textsOf(shares, "date"), windows, "window that begins on");
  const uids = textsOf(shares, "smuggler");
  const entered = textsOf(shares, "entered");
  const rowOf = new Map<string, number>();
  const smugglers: Smuggler[] = [];
  const smuggler = Int32Array.from(uids, (uid, row) => {
    const known = rowOf.get(uid);
    if (known !== undefined) return known;
    rowOf.set(uid, smugglers.length);
    return smugglers.push({ uid, entered: entered[row] ?? "" }) - 1;
  });
  const names = layout.outcomes;
  return {
    dates,
    windows: windows.length,
    smugglers,
    window,
    smuggler,
    leg: codesOf(textsOf(shares, "leg"), subject.legs, "leg"),
    conduct: codesOf(
      textsOf(shares, "conduct"),
      subject.conducts.map(({ name }) => name),
      "conduct",
    ),
    trips: numbersOf(shares, "journeys"),
    harm: names.slice(0, subject.harms.length).map((name) => numbersOf(shares, name)),
    designated: designatedFrom(tableOf(tables, "events"), shares, window, windows),
    total: byWindow(series, names, subject.recordWeeks),
    departures: byWindow(series, ["departures"], subject.recordWeeks),
  };
}

function tableOf(tables: readonly Table[], name: string): Table {
  const found = tables.find(({ spec }) => spec.name === name);
  if (!found) throw new Error(`the run left no table ${name}`);
  return found;
}

/** The number of each text among the names. */
function codesOf(texts: readonly string[], names: readonly string[], what: string): Int32Array {
  const codes = new Map(names.map((name, code) => [name, code]));
  return Int32Array.from(texts, (text) => {
    const code = codes.get(text);
    if (code === undefined) throw new Error(`market_shares: unknown ${what} "${text}"`);
    return code;
  });
}

/**
 * From the listings themselves: one who carries nobody leaves no row, yet stays designated in both worlds. Rows add those
 * whose listing is older than the record. A listing counts from the next window on, as the status in the table does.
 */
function designatedFrom(
  events: Table,
  shares: Table,
  window: Int32Array,
  windows: readonly string[],
): ReadonlyMap<string, number> {
  const first = new Map<string, number>();
  const note = (uid: string, from: number) => first.set(uid, Math.min(from, first.get(uid) ?? from));
  const column = (name: string) => textsOf(events, name);
  const [dates, names, roles, actors] = [column("date"), column("event"), column("role"), column("actor")];
  for (let row = 0; row < events.rows; row++) {
    if (names[row] !== "listed" || roles[row] !== "smuggler") continue;
    const date = dates[row] as string;
    const next = windows.findIndex((start) => start > date);
    note(actors[row] as string, next < 0 ? windows.length : next);
  }
  const [uids, statuses] = [textsOf(shares, "smuggler"), textsOf(shares, "status")];
  for (let row = 0; row < shares.rows; row++) {
    if (statuses[row] === "designated") note(uids[row] as string, window[row] as number);
  }
  return first;
}

/** Weekly columns summed by window: windows x columns. */
function byWindow(series: Table, names: readonly string[], weeks: number): Float64Array {
  const sums = new Float64Array(Math.ceil(series.rows / weeks) * names.length);
  names.forEach((name, n) => {
    const values = numbersOf(series, name);
    for (let week = 0; week < series.rows; week++) {
      const at = Math.floor(week / weeks) * names.length + n;
      sums[at] = (sums[at] as number) + (values[week] as number);
    }
  });
  return sums;
}
