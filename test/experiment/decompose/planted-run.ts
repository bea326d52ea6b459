/** Tables of a run written by hand: who carried whom in which window, who was listed when, what happened beside trips. */
import { formatDate, parseDate } from "../../../src/core/calendar.ts";
import { columnName, type Table } from "../../../src/core/index.ts";
import { type TableColumn, tableBuilder } from "../../../src/core/table.ts";
import { DAYS_PER_WEEK } from "../../../src/core/units.ts";
import type { Subject } from "../../../src/experiment/decompose/layout.ts";

export const START = "2015-01-05";
export const dateOf = (week: number): string => formatDate((parseDate(START) as number) + week * DAYS_PER_WEEK);

export const SUBJECT: Subject = {
  legs: ["desert", "sea"],
  conducts: [
    { name: "fair", severity: 0 },
    { name: "abusive", severity: 1 },
  ],
  harms: [
    { name: "death", weight: 10 },
    { name: "physical-violence", weight: 3 },
  ],
  recordWeeks: 4,
};

export interface Carriage {
  readonly window: number;
  readonly smuggler: string;
  readonly leg: string;
  readonly conduct: string;
  readonly trips: number;
  /** Expected incidents, in the order of the harms. */
  readonly harm: readonly number[];
  /** Week of entry; none for those who were there before. */
  readonly entered?: number;
  readonly status?: string;
}

export interface PlantedRun {
  readonly weeks: number;
  readonly carried: readonly Carriage[];
  readonly listed?: readonly {
    readonly week: number;
    readonly smuggler: string;
    readonly event?: string;
    readonly role?: string;
  }[];
  /** Expected harms of every week that no trip causes. */
  readonly outside?: readonly number[];
  readonly departures?: number;
}

const column = (name: string, type: TableColumn["type"]): TableColumn => ({ name, type, unit: "", about: "" });
const spec = (name: string, texts: readonly string[], numbers: readonly string[]) => ({
  name,
  about: "",
  primaryKey: [],
  columns: [...texts.map((text) => column(text, "string")), ...numbers.map((number) => column(number, "number"))],
});

export function tablesOf(run: PlantedRun, subject: Subject = SUBJECT): Table[] {
  const names = subject.harms.map(({ name }) => columnName("expected", name));
  const shares = tableBuilder(
    spec("market_shares", ["date", "leg", "smuggler", "conduct", "status", "entered"], ["journeys", ...names]),
  );
  for (const { window, leg, smuggler, conduct, status = "incumbent", entered, trips, harm } of run.carried) {
    const when = entered === undefined ? undefined : dateOf(entered);
    shares.add([dateOf(window * subject.recordWeeks), leg, smuggler, conduct, status, when, trips, ...harm]);
  }
  const events = tableBuilder(spec("events", ["date", "event", "role", "actor"], []));
  for (const { week, smuggler, event = "listed", role = "smuggler" } of run.listed ?? []) {
    events.add([dateOf(week), event, role, smuggler]);
  }
  const series = tableBuilder(spec("timeseries", ["date"], [...names, "harm_index_expected", "departures"]));
  for (let week = 0; week < run.weeks; week++) {
    const window = Math.floor(week / subject.recordWeeks);
    const length = Math.min(subject.recordWeeks, run.weeks - window * subject.recordWeeks);
    const inWindow = run.carried.filter((one) => one.window === window);
    const harm = names.map((_, h) => inWindow.reduce((sum, one) => sum + one.harm[h], 0) / length + (run.outside?.[h] ?? 0));
    const index = harm.reduce((sum, value, h) => sum + value * subject.harms[h].weight, 0);
    series.add([dateOf(week), ...harm, index, run.departures ?? 100]);
  }
  return [series.finish(), shares.finish(), events.finish()];
}
