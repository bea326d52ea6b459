/** Dated, repeated and conditional instruments as weeks of use, in the order of their names. */
import { type Calendar, parseDate, weekOfDay } from "../calendar.ts";
import { entryOf } from "../catalogue.ts";
import { INSTRUMENT_BY_KIND } from "../instruments/index.ts";
import { type Quantity, values } from "../quantity.ts";
import { DAYS_PER_WEEK } from "../units.ts";
import type { Indicator } from "../world/indicators.ts";
import type { Names } from "../world/instrument.ts";
import type { ModelInstrument } from "../world/model.ts";
import { later, readPeriod } from "./period.ts";
import type { Ecosystem, InstrumentDocument, Strategy } from "./schema/strategy.ts";

export function compileInstruments(
  ecosystem: Ecosystem,
  strategy: Strategy,
  calendar: Calendar,
  names: Names,
): ModelInstrument[] {
  const one =
    (exogenous: boolean) =>
    ([id, document]: [string, unknown]): ModelInstrument | undefined =>
      compileInstrument(id, document as InstrumentDocument, exogenous, ecosystem, calendar, names);
  const byId = (a: [string, unknown], b: [string, unknown]) => (a[0] < b[0] ? -1 : 1);
  return [
    ...Object.entries(ecosystem.shocks).sort(byId).map(one(true)),
    ...Object.entries(strategy.instruments).sort(byId).map(one(false)),
  ].filter((compiled) => compiled !== undefined);
}

function compileInstrument(
  id: string,
  document: InstrumentDocument,
  exogenous: boolean,
  ecosystem: Ecosystem,
  calendar: Calendar,
  names: Names,
): ModelInstrument | undefined {
  const entry = entryOf(INSTRUMENT_BY_KIND, document.kind);
  const days = useDays(document, calendar);
  const first = weekOfDay(calendar, parseDate(document.start) as number);
  const until = document.until === undefined ? calendar.weeks : weekOfDay(calendar, parseDate(document.until) as number);
  const uses = [...new Set(days.map((d) => weekOfDay(calendar, d)))].filter((w) => w >= 0 && w < calendar.weeks);
  if (until < 0 || first >= calendar.weeks) return undefined;
  const cost = (part: "perUse" | "perActor" | "perYear" | "perActorYear"): number =>
    exogenous
      ? 0
      : (document.cost?.[part]?.value ?? (ecosystem.costs[document.kind]?.[part] as Quantity | undefined)?.value ?? 0);
  return {
    id,
    kind: document.kind,
    title: document.title ?? id,
    exogenous,
    uses,
    first,
    last: until,
    rampWeeks: document.rampWeeks?.value ?? 0,
    when: (document.when ?? []).map((c) => ({
      indicator: c.indicator as Indicator,
      above: c.above ?? Number.NEGATIVE_INFINITY,
      below: c.below ?? Number.POSITIVE_INFINITY,
    })),
    cost: {
      perUse: cost("perUse"),
      perActor: cost("perActor"),
      perYear: cost("perYear"),
      perActorYear: cost("perActorYear"),
    },
    authority: document.by === undefined ? -1 : (names.authority.get(document.by) as number),
    ...entry.compile(values(document) as never, names),
  };
}

/** Days of use from the start on; months keep the day of the month where it exists. */
function useDays(document: InstrumentDocument, calendar: Calendar): number[] {
  const start = parseDate(document.start) as number;
  if (document.every === undefined) return [start];
  const period = readPeriod(document.every);
  const end =
    document.until === undefined ? calendar.startDay + calendar.weeks * DAYS_PER_WEEK : (parseDate(document.until) as number);
  const days: number[] = [];
  for (let i = 0, day = start; day <= end; day = later(start, period, ++i)) days.push(day);
  return days;
}
