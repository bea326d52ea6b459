/** Turns what metrics measure into the tables of one run. */
import { dateOfWeek } from "./calendar.ts";
import { METRICS } from "./metrics/index.ts";
import { type Table, type TableBuilder, type TableColumn, type TableSpec, tableBuilder } from "./table.ts";
import { PER_THOUSAND } from "./units.ts";
import { closeWindow, STATUSES } from "./world/cells.ts";
import { CLIENT_CLASSES } from "./world/columns.ts";
import { actorName } from "./world/identity.ts";
import { columnName, type MetricColumn } from "./world/metric.ts";
import type { Model } from "./world/model.ts";
import type { World } from "./world/world.ts";

const text = (name: string, about: string): TableColumn => ({ name, type: "string", unit: "name", about });
const date = (about: string): TableColumn => ({ name: "date", type: "date", unit: "date", about });
const number = (name: string, unit: string, about: string): TableColumn => ({ name, type: "number", unit, about });

/** Every column that the metrics of a model give, in order. */
export function metricColumns(model: Model): MetricColumn[] {
  return METRICS.flatMap((metric) => metric.columns(model));
}

/** The tables that a run of this model leaves. */
export function tableSpecs(model: Model): readonly TableSpec[] {
  return specsWith(model, metricColumns(model));
}

function specsWith(model: Model, columns: readonly MetricColumn[]): readonly TableSpec[] {
  const window = `first day of a window of ${model.recordWeeks} weeks`;
  return [
    {
      name: "timeseries",
      about: "one row per week: flows, harms by type, fares, concentration, minds, enablers, money, policy",
      primaryKey: ["date"],
      columns: [
        date("first day of the week"),
        { name: "step", type: "integer", unit: "weeks", about: "weeks since the start, from 0" },
        ...columns,
      ],
    },
    {
      name: "harms",
      about: "harms by leg and type in each recording window",
      primaryKey: ["date", "leg", "harm"],
      columns: [
        date(window),
        text("leg", "leg of the journey"),
        text("harm", "type of harm"),
        number("count", "incidents", "incidents that happened"),
        number("expected", "incidents", "incidents to be expected, given what smugglers chose"),
        number("trips", "trips", "trips begun on the leg"),
        number("per_1000_trips", "per 1,000 trips", "incidents per 1,000 trips; missing without trips"),
      ],
    },
    {
      name: "market_shares",
      about: "who carried whom: a row for each smuggler, leg and conduct with passengers in a recording window",
      primaryKey: ["date", "leg", "smuggler", "conduct"],
      columns: [
        date(window),
        text("leg", "leg served"),
        text("smuggler", "identity; the same in every strategy"),
        text("conduct", "level of conduct, as it truly was"),
        text("status", "at the start of the window: designated, or incumbent, or entrant (entered after the start)"),
        {
          name: "entered",
          type: "date",
          unit: "date",
          about: "first day of the week of entry; missing for those of the warm-up",
        },
        number("journeys", "trips", "passengers"),
        number("share", "share", "of the leg's passengers in the window"),
        ...model.labels.harm.map((harm) =>
          number(columnName("expected", harm), "incidents", `${harm}: incidents to be expected`),
        ),
      ],
    },
    {
      name: "enablers",
      about: "enablers at the end of each recording window",
      primaryKey: ["date", "enabler"],
      columns: [
        date(window),
        text("enabler", "identity"),
        text("service", "what it offers"),
        text("sector", "private, official or social"),
        text("jurisdiction", "where"),
        text("status", "working, listed, stopping departures, or gone"),
        number("fee", "USD/person", "usual fee"),
        number("premium_abusive", "USD/person", "risk premium for abusive clients"),
        ...CLIENT_CLASSES.map((kind) => number(`clients_${kind}`, "persons/week", `smoothed trade with ${kind} clients`)),
        number("income", "USD/week", "smoothed income"),
      ],
    },
    {
      name: "events",
      about: "what happened, to whom, why",
      primaryKey: [],
      columns: [
        date("first day of the week"),
        text("event", "what happened"),
        text("role", "smuggler, enabler, instrument or public"),
        text("actor", "identity or name of the instrument"),
        text("place", "leg or jurisdiction"),
        text("authority", "authority"),
        text("cause", "why, or by which instrument"),
        number("value", "as the event", "size of it, where it has one"),
      ],
    },
  ];
}

/** What the recorders of a model have in common, whatever its seed. */
export interface Recording {
  readonly specs: readonly TableSpec[];
  readonly columns: readonly MetricColumn[];
  /** Of ratios, which columns stand above and below; -1 for the others. */
  readonly parts: readonly (readonly [numerator: number, denominator: number])[];
}

export function recordingOf(model: Model): Recording {
  const columns = metricColumns(model);
  const index = new Map(columns.map(({ name }, i) => [name, i]));
  const at = (name: string | undefined) => (name === undefined ? -1 : (index.get(name) as number));
  return {
    specs: specsWith(model, columns),
    columns,
    parts: columns.map(({ of }) => [at(of?.numerator), at(of?.denominator)]),
  };
}

export interface Recorder {
  /** What metrics said of the last recorded step, in the order of the columns of the recording. */
  readonly measured: Float64Array;
  /** After every recorded step. */
  observe(world: World): void;
  /** At the end. */
  finish(world: World): { tables: Table[]; outcome: Record<string, number> };
}

/**
 * @param recording of this model, or of one that differs by its seed or its strategy
 * @param from first step of the tables, at the start of a recording window
 */
export function createRecorder(
  model: Model,
  recording: Recording = recordingOf(model),
  from: number = model.warmupWeeks,
): Recorder {
  const { specs, columns } = recording;
  const weeks = model.calendar.weeks - from;
  const [series, harms, shares, enablers, events] = specs.map((spec) => tableBuilder(spec, weeks)) as [
    TableBuilder,
    TableBuilder,
    TableBuilder,
    TableBuilder,
    TableBuilder,
  ];
  const window = {
    first: from,
    trips: new Float64Array(model.legs.count),
    count: new Float64Array(model.legs.count * model.harms.count),
    expected: new Float64Array(model.legs.count * model.harms.count),
  };
  const measured = new Float64Array(columns.length);
  const sums = new Float64Array(columns.length);
  const seen = new Float64Array(columns.length);
  let logged = 0;
  const closeRecordingWindow = (world: World) => {
    const first = dateOfWeek(model.calendar, window.first);
    writeHarms(model, harms, first, window);
    writeShares(model, shares, first, closeWindow(world));
    writeEnablers(world, enablers, first);
    window.first = world.week + 1;
    window.trips.fill(0);
    window.count.fill(0);
    window.expected.fill(0);
  };
  return {
    measured,
    observe(world) {
      if (world.week === model.warmupWeeks - 1) closeWindow(world);
      if (world.week < model.warmupWeeks) {
        logged = world.events.length;
        return;
      }
      let at = 0;
      for (const metric of METRICS) metric.measure(world, (value) => (measured[at++] = value));
      if (at !== columns.length) throw new Error(`metrics put ${at} values for ${columns.length} columns`);
      series.add([dateOfWeek(model.calendar, world.week), world.week - model.warmupWeeks, ...measured]);
      for (let i = 0; i < measured.length; i++) {
        if (Number.isNaN(measured[i])) continue;
        sums[i] += measured[i];
        seen[i]++;
      }
      add(window.trips, world.ledger.trips);
      add(window.count, world.ledger.harm);
      add(window.expected, world.ledger.expected);
      if (world.week + 1 - window.first === model.recordWeeks || world.week + 1 === model.calendar.weeks)
        closeRecordingWindow(world);
    },
    finish(world) {
      for (const e of world.events.slice(logged)) {
        events.add([dateOfWeek(model.calendar, e.week), e.event, e.role, e.actor, e.place, e.authority, e.cause, e.value]);
      }
      return {
        tables: [series, harms, shares, enablers, events].map((builder) => builder.finish()),
        outcome: outcomeOf(recording, sums, seen),
      };
    },
  };
}

function add(into: Float64Array, values: Float64Array): void {
  for (let i = 0; i < into.length; i++) into[i] += values[i];
}

/** The whole recorded span: flows summed, stocks averaged, ratios from their sums. */
function outcomeOf({ columns, parts }: Recording, sums: Float64Array, seen: Float64Array): Record<string, number> {
  const outcome: Record<string, number> = {};
  for (let i = 0; i < columns.length; i++) {
    const { name, is, of } = columns[i];
    if (of === undefined) {
      outcome[name] = is === "flow" ? sums[i] : seen[i] > 0 ? sums[i] / seen[i] : Number.NaN;
    } else {
      const [numerator, denominator] = parts[i];
      outcome[name] = sums[denominator] > 0 ? (of.per * sums[numerator]) / sums[denominator] : Number.NaN;
    }
  }
  return outcome;
}

function writeHarms(
  model: Model,
  table: TableBuilder,
  first: string,
  window: { trips: Float64Array; count: Float64Array; expected: Float64Array },
): void {
  const { scale, labels } = model;
  const H = model.harms.count;
  for (let leg = 0; leg < model.legs.count; leg++) {
    const trips = window.trips[leg] * scale;
    for (let h = 0; h < H; h++) {
      const count = window.count[leg * H + h] * scale;
      const expected = window.expected[leg * H + h] * scale;
      table.add([
        first,
        labels.leg[leg],
        labels.harm[h],
        count,
        expected,
        trips,
        trips > 0 ? (PER_THOUSAND * count) / trips : Number.NaN,
      ]);
    }
  }
}

function writeShares(model: Model, table: TableBuilder, first: string, cells: ReturnType<typeof closeWindow>): void {
  const { labels, calendar } = model;
  const total = new Float64Array(model.legs.count);
  for (const cell of cells) total[cell.leg] += cell.trips;
  for (const cell of cells) {
    const entered = cell.born >= model.warmupWeeks && cell.born > 0 ? dateOfWeek(calendar, cell.born) : undefined;
    table.add([
      first,
      labels.leg[cell.leg],
      actorName(cell.uid),
      labels.level[cell.level],
      STATUSES[cell.status],
      entered,
      cell.trips,
      cell.trips / total[cell.leg],
      ...cell.expected,
    ]);
  }
}

function writeEnablers(world: World, table: TableBuilder, first: string): void {
  const { labels, services } = world.model;
  const e = world.enablers.columns;
  const classes = CLIENT_CLASSES.length;
  for (let row = 0; row < world.enablers.used; row++) {
    const status =
      e.alive[row] === 0 ? "gone" : e.contains[row] === 1 ? "stopping departures" : e.listedBy[row] !== 0 ? "listed" : "working";
    const service = e.service[row];
    table.add([
      first,
      actorName(e.uid[row]),
      labels.service[service],
      services.sector[service],
      labels.jurisdiction[e.jurisdiction[row]],
      status,
      e.fee[row],
      e.premium[row * classes + 1],
      ...e.trade.subarray(row * classes, (row + 1) * classes),
      e.income[row],
    ]);
  }
}
