/** Something over time, a line with a band for each strategy: alone, or a panel for each of several things. */
import * as Plot from "@observablehq/plot";
import { type ChartDocument, type ChartText, draw, WIDTH } from "./drawing.ts";
import { KEY_ROW, keyOf, keyPlaces } from "./key.ts";
import { movedApart } from "./labels.ts";
import { INK, PALE, styleOf } from "./palette.ts";

export interface SeriesPoint {
  readonly at: Date;
  /** NaN where there is none: the line has a gap. */
  readonly value: number;
  /** Ends of the band; the description says which kind it is. */
  readonly low?: number;
  readonly high?: number;
}

export interface Series {
  readonly name: string;
  /** 0 is the baseline; the same strategy has the same number in all charts of a page. */
  readonly style: number;
  readonly points: readonly SeriesPoint[];
}

export interface Moment {
  readonly at: Date;
  readonly label: string;
}

export interface SeriesChart extends ChartText {
  /** On the axis: measure and unit. */
  readonly measure: string;
  readonly series: readonly Series[];
  /** Dates worth a rule, such as the first listing. */
  readonly moments?: readonly Moment[];
  /** Where the axis must reach; zero unless said otherwise. */
  readonly include?: readonly number[];
  readonly height?: number;
}

export interface PanelChart extends ChartText {
  readonly panels: readonly { readonly name: string; readonly series: readonly Series[] }[];
  readonly moments?: readonly Moment[];
}

interface Row extends SeriesPoint {
  readonly name: string;
  readonly style: number;
}

export function seriesChart(document: ChartDocument, chart: SeriesChart): SVGSVGElement {
  const { series, moments = [], include = [0], measure, height = 300 } = chart;
  return draw(document, chart, {
    height,
    marginLeft: 58,
    marginRight: 34 + 7.2 * Math.max(0, ...series.map(({ name }) => name.length)),
    marginTop: 34,
    marginBottom: 34,
    x: { type: "utc", label: null },
    y: { label: measure, labelArrow: "none", grid: true, nice: true, ticks: 6 },
    marks: [
      Plot.ruleY(include, { stroke: include.includes(0) ? INK : "none" }),
      ...momentMarks(moments, true),
      ...lines(rowsOf(series), series),
      Plot.dot(ends(series), { x: "at", y: "value", fill: colorOf, symbol: symbolOf, r: 3 }),
      // The symbol stands beside the name too: names that were moved are still told apart.
      Plot.dot(ends(series), movedApart({ x: "at", y: "value", fill: colorOf, symbol: symbolOf, r: 4, dx: 14 })),
      Plot.text(
        ends(series),
        movedApart({ x: "at", y: "value", text: "name", textAnchor: "start", dx: 23, fill: INK, fontWeight: 600 }),
      ),
    ],
    symbol: { type: "identity" },
  });
}

const PANELS_ACROSS = 3;
const PANEL_HEIGHT = 150; // px

/** A band that reaches below zero is drawn from zero on, where panels begin. */
const floored = (value: number | undefined): number | undefined => (value === undefined ? value : Math.max(0, value));

/** Panels share the axis of time and have each its own of value, which begins at zero. */
export function panelChart(document: ChartDocument, { panels, moments = [], ...chart }: PanelChart): SVGSVGElement {
  const across = Math.min(PANELS_ACROSS, panels.length);
  const down = Math.ceil(panels.length / across);
  const cell = (i: number) => ({ column: i % across, row: Math.floor(i / across) });
  const rows = panels.flatMap(({ series }, i) => {
    const top = Math.max(
      0,
      ...series.flatMap(({ points }) => points.flatMap(({ value, high = value }) => [value, high].filter(Number.isFinite))),
    );
    const part = (value: number | undefined) => (value === undefined || top === 0 ? value : value / top);
    return rowsOf(series).map((row) => ({
      ...row,
      ...cell(i),
      value: part(row.value) ?? 0,
      low: floored(part(row.low)),
      high: part(row.high),
      top,
    }));
  });
  const heads = panels.map(({ name, series }, i) => {
    const top = rows.find((row) => row.column === cell(i).column && row.row === cell(i).row)?.top ?? 0;
    return { ...cell(i), name, top: compact(top), has: series.length > 0 };
  });
  const facet = { fx: "column", fy: "row" } as const;
  const places = keyPlaces(panels[0]?.series ?? [], WIDTH);
  const more = (places.at(-1)?.row ?? 0) * KEY_ROW;
  const svg = draw(document, chart, {
    height: down * PANEL_HEIGHT + 50 + more,
    marginLeft: 10,
    marginRight: 22,
    marginTop: 60 + more,
    marginBottom: 24,
    fx: { axis: null, padding: 0.12 },
    fy: { axis: null, padding: 0.34 },
    x: { type: "utc", label: null, ticks: 3 },
    y: { axis: null, domain: [0, 1] },
    symbol: { type: "identity" },
    marks: [
      Plot.axisX({ ticks: 3, tickSize: 3 }),
      Plot.ruleY(heads, { ...facet, y: 0, stroke: INK }),
      Plot.ruleY(heads, { ...facet, y: 1, stroke: PALE }),
      ...momentMarks(moments, false),
      ...lines(rows as unknown as Row[], panels[0]?.series ?? [], facet),
      Plot.text(heads, { ...facet, text: "name", frameAnchor: "top-left", dy: -24, fontWeight: 600 }),
      Plot.text(heads, { ...facet, text: "top", frameAnchor: "top-left", dy: -9, fill: "#505a5f" }),
    ],
  });
  svg.append(keyOf(document, places));
  return svg;
}

const compactFormat = new Intl.NumberFormat("en-GB", { maximumSignificantDigits: 3 });
const compact = (value: number): string => compactFormat.format(value);

const colorOf = ({ style }: { readonly style: number }): string => styleOf(style).color;
const symbolOf = ({ style }: { readonly style: number }): string => styleOf(style).symbol;

function rowsOf(series: readonly Series[]): Row[] {
  return series.flatMap(({ name, style, points }) => points.map((point) => ({ ...point, name, style })));
}

function lines(rows: readonly Row[], series: readonly Series[], facet: { fx?: string; fy?: string } = {}): Plot.Markish[] {
  const banded = rows.filter(({ low, high }) => Number.isFinite(low) && Number.isFinite(high));
  // A single point is no line.
  const alone = new Set(rows.map(({ at }) => at.getTime())).size === 1 ? rows.filter(({ value }) => Number.isFinite(value)) : [];
  const styles = [...new Set(series.map(({ style }) => style))];
  return [
    Plot.areaY(banded, { ...facet, x: "at", y1: "low", y2: "high", z: "name", fill: colorOf, fillOpacity: 0.14 }),
    Plot.dot(alone, { ...facet, x: "at", y: "value", fill: colorOf, symbol: symbolOf, r: 4 }),
    ...styles.map((style) =>
      Plot.lineY(
        rows.filter((row) => row.style === style),
        {
          ...facet,
          x: "at",
          y: "value",
          z: "name",
          stroke: styleOf(style).color,
          strokeWidth: 2,
          strokeDasharray: styleOf(style).dash || "none",
        },
      ),
    ),
  ];
}

function ends(series: readonly Series[]): Row[] {
  return series.flatMap(({ name, style, points }) => {
    const last = points.findLast(({ value }) => Number.isFinite(value));
    return last ? [{ ...last, name, style }] : [];
  });
}

function momentMarks(moments: readonly Moment[], isNamed: boolean): Plot.Markish[] {
  if (moments.length === 0) return [];
  const rule = Plot.ruleX(moments, { x: "at", stroke: "#505a5f", strokeDasharray: "2 2" });
  if (!isNamed) return [rule];
  return [
    rule,
    Plot.text(moments, { x: "at", text: "label", frameAnchor: "top", textAnchor: "start", dx: 4, dy: -2, lineAnchor: "bottom" }),
  ];
}
