/** Outcomes of a run over the periods in which strategies are compared: the same as in a comparison in the terminal. */
import type { Strategy } from "../../core/index.ts";
import { firstInstrument, periodsOf, WHOLE_SPAN } from "../../experiment/periods.ts";
import { spanReader } from "../../experiment/span.ts";
import { COMPARED } from "../outcomes.ts";
import type { PeriodValues } from "../protocol.ts";
import type { Setting, Track } from "./track.ts";

const HORIZON = /^\d+ years?$/;

/** @param strategies all that are compared: horizons count from the first instrument of any of them */
export function periodValues(
  { ecosystem, settings, drawn }: Setting,
  strategies: readonly Strategy[],
  { tables }: Pick<Track, "tables">,
): PeriodValues[] {
  const series = tables.find(({ spec }) => spec.name === "timeseries");
  if (!series) return [];
  const reader = spanReader(series);
  const { periods } = periodsOf(ecosystem, settings, firstInstrument(strategies));
  const wanted = periods.filter(({ name }) => HORIZON.test(name) || name === WHOLE_SPAN);
  const outcomes = drawn.filter(({ name }) => COMPARED.includes(name));
  return wanted.flatMap((period) =>
    outcomes.map((outcome) => {
      return { outcome: outcome.name, period: period.name, value: reader.value(outcome, period.from, period.to) };
    }),
  );
}
