/** A chart of each kind, with a hostile name and a gap in it. */
import type { ChartDocument, ChartText } from "../../src/charts/drawing.ts";
import { intervalPanels } from "../../src/charts/interval-panels.ts";
import { intervalChart } from "../../src/charts/intervals.ts";
import { mapChart } from "../../src/charts/map.ts";
import { panelChart, type Series, seriesChart } from "../../src/charts/series.ts";
import { seriesGrid } from "../../src/charts/series-grid.ts";
import { shareChart } from "../../src/charts/shares.ts";
import { tradeoffChart } from "../../src/charts/tradeoff.ts";
import { waterfallChart } from "../../src/charts/waterfall.ts";

export const HOSTILE = "<img src=x onerror=alert(1)>\"'&<b>";

const YEARS = Array.from({ length: 6 }, (_, i) => new Date(Date.UTC(2014 + i, 0, 6)));
const series: Series[] = ["none", "shaping", HOSTILE].map((name, style) => ({
  name,
  style,
  points: YEARS.map((at, i) => {
    const value = i === 2 ? Number.NaN : 100 + 10 * i * style;
    return { at, value, low: value - 10, high: value + 10 };
  }),
}));
const moments = [{ at: new Date("2016-06-06"), label: "first instrument" }];
const PLACES = [
  { name: "coast", longitude: 13, latitude: 33 },
  { name: HOSTILE, longitude: 12.5, latitude: 37.5 },
];
const interval = { value: -3, low: -9, high: Number.NaN, text: "-3 %" };

export const CHARTS: Readonly<Record<string, (document: ChartDocument, text: ChartText) => SVGSVGElement>> = {
  series: (document, text) => seriesChart(document, { ...text, measure: "deaths a year", series, moments }),
  panels: (document, text) =>
    panelChart(document, {
      ...text,
      panels: ["death", "extortion", HOSTILE, "empty"].map((name) => ({ name, series })),
      moments,
    }),
  intervals: (document, text) =>
    intervalChart(document, {
      ...text,
      measure: "% of the baseline",
      rows: [
        { group: "Harm", name: HOSTILE, style: 1, ...interval, isClear: false },
        { group: "Harm", name: "shaping", style: 2, ...interval, high: -1, isClear: true },
        {
          group: "Spend",
          name: "shaping",
          style: 2,
          value: Number.NaN,
          low: Number.NaN,
          high: Number.NaN,
          text: "-",
          isClear: false,
        },
      ],
    }),
  intervalPanels: (document, text) =>
    intervalPanels(document, {
      ...text,
      measure: HOSTILE,
      isShared: false,
      rows: ["Harm", "Departures"].flatMap((group) =>
        [HOSTILE, "shaping"].map((name) => ({ group, name, style: 1, ...interval, isClear: name === "shaping" })),
      ),
    }),
  seriesGrid: (document, text) =>
    seriesGrid(document, {
      ...text,
      columns: ["death", "empty"].map((name) => {
        const [base, ...others] = name === "empty" ? series.map((one) => ({ ...one, points: [] })) : series;
        return { name, base: base!, series: others.map((one, i) => ({ ...one, isMarked: i === 0 })) };
      }),
      moments,
      each: HOSTILE,
    }),
  shares: (document, text) =>
    shareChart(document, {
      ...text,
      parts: ["mild", HOSTILE],
      stacks: ["none", "shaping"].map((name) => ({
        name,
        rows: YEARS.map((at, i) => ({ at, shares: i === 3 ? [Number.NaN, Number.NaN] : [0.4, 0.6] })),
      })),
    }),
  map: (document, text) =>
    mapChart(document, {
      ...text,
      land: undefined,
      places: PLACES,
      legs: [
        { from: PLACES[0]!, to: PLACES[1]!, value: 100, isClear: true },
        { from: PLACES[1]!, to: PLACES[0]!, value: Number.NaN, isClear: false },
      ],
      more: "more trips",
      less: "fewer trips",
    }),
  tradeoff: (document, text) =>
    tradeoffChart(document, {
      ...text,
      xMeasure: "spend",
      yMeasure: "harm",
      points: ["none", HOSTILE].map((name, style) => ({
        ...{ name, style },
        x: { value: style, low: style, high: style },
        y: { value: 10 - style, low: 9 - style, high: Number.NaN },
      })),
    }),
  manyTradeoffs: (document, text) =>
    tradeoffChart(document, {
      ...text,
      xMeasure: HOSTILE,
      yMeasure: "harm",
      points: ["none", ...Array.from({ length: 9 }, (_, i) => `strategy ${i}`), "without harm"].map((name, i) => ({
        ...{ name, style: Math.min(i, 1) },
        x: { value: i, low: i, high: i },
        y: name === "without harm" ? { value: Number.NaN, low: Number.NaN, high: Number.NaN } : { value: 10, low: 9, high: 11 },
      })),
    }),
  waterfall: (document, text) =>
    waterfallChart(document, {
      ...text,
      measure: "% of the baseline",
      parts: [
        { name: HOSTILE, ...interval, isClear: true },
        { name: "other routes", value: Number.NaN, low: Number.NaN, high: Number.NaN, text: "-", isClear: false },
      ],
      total: { name: "in all", ...interval, isClear: false },
    }),
};
