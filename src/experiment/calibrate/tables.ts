/** The tables of a calibration. */
import { type Table, type TableColumn, type TableSpec, tableBuilder } from "../../core/table.ts";
import type { Point } from "../designs/index.ts";
import { knobColumn } from "../trial-specs.ts";
import type { Calibrated } from "./calibration.ts";
import type { Check } from "./checks.ts";
import type { Correlated, Identified } from "./identify.ts";
import { normalised } from "./posterior.ts";
import type { Rejected } from "./regions.ts";

type Cell = number | string | undefined;

const text = (name: string, about: string): TableColumn => ({ name, type: "string", unit: "", about });
const count = (name: string, about: string, unit = ""): TableColumn => ({ name, type: "integer", unit, about });
const number = (name: string, about: string, unit = ""): TableColumn => ({ name, type: "number", unit, about });
const flag = (name: string, about: string): TableColumn => ({ name, type: "boolean", unit: "", about });

const MISFIT = number("misfit", "root of the weighted mean of the squared implausibilities of all fitted figures", "sd");

function table(spec: TableSpec, rows: readonly (readonly Cell[])[]): Table {
  const builder = tableBuilder(spec, rows.length);
  for (const row of rows) builder.add(row);
  return builder.finish();
}

const values = (point: Point): number[] => [...point];

export function acceptedTable({ plan, state, tried }: Calibrated): Table {
  const shares = normalised(state.kept);
  const spec: TableSpec = {
    name: "accepted",
    about: "the ensemble: sets of parameters that were kept, the best first",
    primaryKey: ["set"],
    columns: [
      count("set", "number of the set"),
      count("try", "number of the set in tried.csv"),
      number("weight", "share of the posterior", "share"),
      MISFIT,
      ...plan.knobs.map(knobColumn),
    ],
  };
  return table(
    spec,
    state.kept.map(({ index, misfit }, i) => [i + 1, index + 1, shares[i], misfit, ...values(tried[index]?.point as Point)]),
  );
}

export function triedTable({ plan, state, tried }: Calibrated): Table {
  const kept = new Set(state.kept.map(({ index }) => index));
  const spec: TableSpec = {
    name: "tried",
    about: "every set that was played: what it sets (x_), what came out of each fitted figure (f_)",
    primaryKey: ["try"],
    columns: [
      count("try", "number of the set, in the order in which they were played"),
      count("wave", "the wave to which it belongs"),
      { ...MISFIT, about: `${MISFIT.about}; empty when a run failed` },
      flag("accepted", "whether it is in the ensemble"),
      ...plan.knobs.map(knobColumn),
      ...plan.targets.map(({ name, title }) => number(`f_${name.replaceAll("-", "_")}`, `simulated: ${title}`, "as the figure")),
    ],
  };
  return table(
    spec,
    tried.map(({ wave, misfit, point, means }, i) => {
      const shown = Number.isFinite(misfit) ? misfit : undefined;
      return [i + 1, wave, shown, Number(kept.has(i)), ...values(point), ...means];
    }),
  );
}

const WAVES: TableSpec = {
  name: "waves",
  about: "one row per wave of the search",
  primaryKey: ["wave"],
  columns: [
    count("wave", "number of the wave"),
    count("sets", "sets that were played in it"),
    { ...MISFIT, name: "tolerance", about: "largest misfit among the kept sets after it" },
    number("pace", "share of its sets within the tolerance before it; empty of the first", "share"),
  ],
};

export function wavesTable({ state }: Calibrated): Table {
  return table(
    WAVES,
    state.waves.map(({ sets, tolerance, pace }, i) => [i + 1, sets, tolerance, pace]),
  );
}

const of = "as the parameter";
const IDENTIFIABILITY: TableSpec = {
  name: "identifiability",
  about: "one row per free parameter: what is left of its prior",
  primaryKey: ["parameter"],
  columns: [
    text("parameter", "path of the quantity"),
    number("default", "value in the ecosystem", of),
    flag("default_inside", "whether that lies among the accepted values"),
    number("prior_low", "lower end of the central 90 % of the prior", of),
    number("prior_high", "upper end of it", of),
    number("median", "of the accepted sets by weight", of),
    number("low", "lower end of their central 90 %", of),
    number("high", "upper end of it", of),
    number("width", "width of that interval over that of the prior, on the scale of the prior: 1 when nothing was learnt"),
    text("verdict", "identified (at most half of the prior is left), narrowed, or not identified (85 % and more)"),
  ],
};

export function identifiabilityTable(rows: readonly Identified[]): Table {
  return table(
    IDENTIFIABILITY,
    rows.map((one) => [
      ...[one.dimension.name, one.default, Number(one.isInside), one.priorLow, one.priorHigh],
      ...[one.median, one.low, one.high, one.width, one.verdict],
    ]),
  );
}

const CORRELATIONS: TableSpec = {
  name: "correlations",
  about: "pairs of parameters among the accepted sets, the most correlated first",
  primaryKey: ["first", "second"],
  columns: [
    text("first", "path of a quantity"),
    text("second", "path of another"),
    number("correlation", "of Pearson, weighted, on the scale of the priors"),
  ],
};

export function correlationsTable(rows: readonly Correlated[]): Table {
  return table(
    CORRELATIONS,
    rows.map(({ first, second, correlation }) => [first, second, correlation]),
  );
}

const figure = (name: string, about: string) => number(name, about, "as the outcome");
const CHECKS: TableSpec = {
  name: "checks",
  about: "posterior predictive checks: one row per published figure, beside what the accepted sets give with luck not fitted to",
  primaryKey: ["target"],
  columns: [
    text("target", "name of the figure"),
    text("outcome", "name of the outcome"),
    count("year", "calendar year", "year"),
    flag("fitted", "FALSE: held out, nothing was fitted to it"),
    figure("published", "published figure"),
    figure("published_low", "lower end of its band"),
    figure("published_high", "upper end of its band"),
    figure("mean", "weighted mean of the accepted sets"),
    figure("median", "weighted median"),
    figure("low", "lower end of their central 90 %, over parameters and luck"),
    figure("high", "upper end of it"),
    number("within", "share of the accepted sets, by weight, whose runs lie in the published band", "share"),
    flag("inside", "whether the mean lies in the published band"),
    flag("covered", "whether the published figure lies between low and high"),
    figure("defaults", "what the shipped values give with the same luck"),
  ],
};

export function checksTable(rows: readonly Check[]): Table {
  return table(
    CHECKS,
    rows.map(({ target, isFitted, mean, median, low, high, within, isInside, isCovered, defaults }) => [
      ...[target.name, target.metric, target.year, Number(isFitted), target.value, target.low, target.high],
      ...[mean, median, low, high, within, Number(isInside), Number(isCovered), defaults],
    ]),
  );
}

const REJECTED: TableSpec = {
  name: "rejected",
  about: "regions of the priors in which sets were tried and next to nothing was accepted",
  primaryKey: ["region"],
  columns: [
    count("region", "number of the region"),
    text("parameter", "path of the quantity"),
    number("from", "lower end of the region", of),
    number("to", "upper end", of),
    text("and_parameter", "path of a second quantity; empty for a region of one"),
    number("and_from", "lower end of the region", of),
    number("and_to", "upper end", of),
    count("tried", "sets that were played there", "sets"),
    number("share", "share of the posterior there", "share"),
    number("prior", "share of the prior there", "share"),
  ],
};

export function rejectedTable(rows: readonly Rejected[]): Table {
  return table(
    REJECTED,
    rows.map(({ sides: [first, second], tried, share, prior }, i) => [
      ...[i + 1, first?.dimension.name, first?.low, first?.high, second?.dimension.name, second?.low, second?.high],
      ...[tried, share, prior],
    ]),
  );
}
