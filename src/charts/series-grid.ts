/**
 * Several things over time for many: a row for each name, a column for each thing, and in every cell one line with its band beside the line
 * of the baseline. Many lines in one picture would hide one another.
 */
import * as Plot from "@observablehq/plot";
import { type ChartDocument, type ChartText, draw, WIDTH } from "./drawing.ts";
import { keyOf, keyPlaces } from "./key.ts";
import { INK, PALE, styleOf } from "./palette.ts";
import type { Moment, Series, SeriesPoint } from "./series.ts";
import { wrapped } from "./wrapped.ts";

export interface GridColumn {
  readonly name: string;
  /** In every cell of the column. */
  readonly base: Series;
  /** A cell each, in the order of the rows. */
  readonly series: readonly (Series & { readonly isMarked: boolean })[];
}

export interface SeriesGrid extends ChartText {
  /** All with the same rows. */
  readonly columns: readonly GridColumn[];
  readonly moments?: readonly Moment[];
  /** Says what the lines of the cells are, beside the name of the baseline. */
  readonly each: string;
}

const ACROSS = 5;
const NAME = 26; // letters of a line
const LETTER = 6.7; // px
const HEAD_LETTER = 7.2; // px of a bold one
const CELL = 27; // px
const ROW = 32;
const HEAD = 52; // px above a column, for its name in two lines and what its height is
const FOOT = 28;
const BETWEEN = 12;
const RIGHT = 14;
const KEY = 26;

export function seriesGrid(document: ChartDocument, { columns, moments = [], each, ...chart }: SeriesGrid): SVGSVGElement {
  const names = columns[0]?.series.map(({ name }) => name) ?? [];
  const lines = names.map((name) => wrapped(name, NAME));
  const left = 14 + LETTER * Math.max(0, ...lines.flat().map(({ length }) => length));
  // As many in each band as in the others, so that columns are as wide as they can be.
  const down = Math.max(1, Math.ceil(columns.length / ACROSS));
  const across = Math.max(1, Math.ceil(columns.length / down));
  const wide = (WIDTH - left - RIGHT - (across - 1) * BETWEEN) / across;
  const tall = HEAD + names.length * ROW + FOOT;
  const times = columns.flatMap(({ base }) => base.points.map(({ at }) => at.getTime()));
  const [from, to] = [Math.min(...times), Math.max(...times)];
  const heads = columns.map(({ name, base, series }, c) => {
    const high = Math.max(0, ...[base, ...series].flatMap(({ points }) => points.flatMap(heightOf)));
    const [x, y] = [left + (c % across) * (wide + BETWEEN), KEY + Math.floor(c / across) * tall];
    return { name, high, x, end: x + wide, top: y + HEAD, bottom: y + HEAD + names.length * ROW - (ROW - CELL) };
  });
  const cells = columns.flatMap(({ base, series }, c) =>
    series.map((one, i) => {
      const { x, end, top, high } = heads[c] as (typeof heads)[number];
      const foot = top + i * ROW + CELL;
      const at = ({ at: time }: SeriesPoint) =>
        to === from ? (x + end) / 2 : x + ((time.getTime() - from) / (to - from)) * wide;
      const up = (value: number | undefined) =>
        value === undefined || high === 0 ? foot : foot - (Math.max(0, value) / high) * CELL;
      const rows = (points: readonly SeriesPoint[]) =>
        points.map((point) => ({
          ...{ cell: `${c}-${i}`, x: at(point), y: Number.isFinite(point.value) ? up(point.value) : Number.NaN },
          ...{ low: up(point.low ?? point.value), high: up(point.high ?? point.value) },
        }));
      return { x, end, foot, base: rows(base.points), own: rows(one.points), isMarked: one.isMarked };
    }),
  );
  const banded = cells.flatMap(({ own }) => own.filter(({ low, high }) => Number.isFinite(low) && Number.isFinite(high)));
  const marked = cells.flatMap(({ own, isMarked }) => (isMarked ? own.filter(({ y }) => Number.isFinite(y)).slice(-1) : []));
  const years = heads.flatMap(({ x, end, bottom }): YearText[] =>
    to > from
      ? [
          { x, y: bottom, text: yearOf(from), anchor: "start" },
          { x: end, y: bottom, text: yearOf(to), anchor: "end" },
        ]
      : [{ x: (x + end) / 2, y: bottom, text: yearOf(from), anchor: "middle" }],
  );
  const rules = moments.flatMap(({ at }) =>
    heads.flatMap(({ x, top, bottom }) =>
      at.getTime() >= from && at.getTime() <= to ? [{ x: x + ((at.getTime() - from) / (to - from)) * wide, top, bottom }] : [],
    ),
  );
  const bands = [...new Set(heads.map(({ top }) => top))];
  const own = styleOf(1);
  const base = styleOf(0);
  const svg = draw(document, chart, {
    ...{ height: KEY + down * tall, margin: 0, x: { type: "identity", axis: null }, y: { type: "identity", axis: null } },
    marks: [
      Plot.link(cells, { x1: "x", x2: "end", y1: "foot", y2: "foot", stroke: PALE }),
      Plot.link(rules, { x1: "x", x2: "x", y1: "top", y2: "bottom", stroke: "#505a5f", strokeDasharray: "2 2" }),
      Plot.areaY(banded, { x: "x", y1: "low", y2: "high", z: "cell", fill: own.color, fillOpacity: 0.2 }),
      Plot.lineY(
        cells.flatMap((cell) => cell.base),
        { x: "x", y: "y", z: "cell", stroke: base.color, strokeWidth: 1.25, strokeDasharray: "4 2" },
      ),
      Plot.lineY(
        cells.flatMap((cell) => cell.own),
        { x: "x", y: "y", z: "cell", stroke: own.color, strokeWidth: 1.75 },
      ),
      Plot.dot(marked, { x: "x", y: "y", r: 3.5, fill: own.color }),
      Plot.text(heads, {
        ...{ x: "x", y: "top", dy: -19, textAnchor: "start", lineAnchor: "bottom", fontWeight: 700, fontSize: 12 },
        text: ({ name }: { name: string }) => wrapped(name, Math.floor(wide / HEAD_LETTER)).join("\n"),
      }),
      Plot.text(heads, {
        ...{ x: "x", y: "top", dy: -10, textAnchor: "start", fontSize: 11, fill: "#505a5f" },
        text: ({ high }: { high: number }) => `0 to ${compact.format(high)}`,
      }),
      ...years.map(({ x, y, text, anchor }) => Plot.text([text], { x, y, dy: 11, textAnchor: anchor, fontSize: 11, fill: INK })),
      ...bands.map((top) =>
        Plot.text(lines, {
          ...{ x: 8, y: (_: unknown, i: number) => top + i * ROW + CELL / 2, textAnchor: "start" },
          text: (one: string[]) => one.join("\n"),
        }),
      ),
    ],
  });
  const shown = [
    { name: columns[0]?.base.name ?? "", style: 0 },
    { name: each, style: 1 },
  ];
  svg.append(keyOf(document, keyPlaces(shown, WIDTH)));
  return svg;
}

interface YearText {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly anchor: "start" | "middle" | "end";
}

const compact = new Intl.NumberFormat("en-GB", { maximumSignificantDigits: 3 });
const yearOf = (time: number): string => String(new Date(time).getUTCFullYear());

/** How high a panel must be for a point. */
const heightOf = ({ value, high = value }: SeriesPoint): number[] => [value, high].filter(Number.isFinite);
