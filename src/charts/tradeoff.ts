/** Two goals against each other, such as spend and harm: a cross for each strategy, as long as its two intervals. */
import * as Plot from "@observablehq/plot";
import { type ChartDocument, type ChartText, draw } from "./drawing.ts";
import { apart, movedApart } from "./labels.ts";
import { INK, styleOf } from "./palette.ts";
import { wrapped } from "./wrapped.ts";

export interface TradeoffPoint {
  readonly name: string;
  readonly style: number;
  readonly x: Spread;
  readonly y: Spread;
}

export interface Spread {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface TradeoffChart extends ChartText {
  readonly xMeasure: string;
  readonly yMeasure: string;
  readonly points: readonly TradeoffPoint[];
}

/** As many points as have room for a name beside each. */
const BESIDE = 5;
/** px of a name at the edge */
const LINE = 27;
const NAME = 28; // letters of a line of it
const LEADER = 26; // px from the frame to the names

export function tradeoffChart(document: ChartDocument, { points, xMeasure, yMeasure, ...chart }: TradeoffChart): SVGSVGElement {
  const isBeside = points.length <= BESIDE;
  const lengths = points.flatMap(({ name }) => (isBeside ? [name] : wrapped(name, NAME)).map(({ length }) => length));
  const rows = points.map(({ name, style, x, y }) => ({
    ...{ name, x: x.value, xLow: x.low, xHigh: x.high, y: y.value, yLow: y.low, yHigh: y.high },
    ...{ color: styleOf(style).color, symbol: styleOf(style).symbol },
  }));
  return draw(document, chart, {
    height: isBeside ? 340 : Math.max(400, 90 + LINE * points.length),
    marginLeft: 92,
    marginRight: 34 + 7.4 * Math.max(0, ...lengths),
    marginTop: 34,
    marginBottom: 46,
    x: { label: xMeasure, labelAnchor: "center", labelArrow: "none", grid: true, nice: true, zero: true, ticks: 6 },
    y: { label: yMeasure, labelArrow: "none", grid: true, nice: true, zero: true, ticks: 6 },
    color: { type: "identity" },
    symbol: { type: "identity" },
    marks: [
      Plot.link(
        rows.filter(({ xLow, xHigh }) => Number.isFinite(xLow) && Number.isFinite(xHigh)),
        { x1: "xLow", x2: "xHigh", y1: "y", y2: "y", stroke: "color", strokeWidth: 2 },
      ),
      Plot.link(
        rows.filter(({ yLow, yHigh }) => Number.isFinite(yLow) && Number.isFinite(yHigh)),
        { x1: "x", x2: "x", y1: "yLow", y2: "yHigh", stroke: "color", strokeWidth: 2 },
      ),
      Plot.dot(rows, { x: "x", y: "y", fill: "color", symbol: "symbol", r: 6 }),
      ...(isBeside ? [namesBeside(rows)] : namesAtTheEdge(rows)),
    ],
  });
}

interface Row {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

const namesBeside = (rows: readonly Row[]): Plot.Markish =>
  Plot.text(rows, movedApart({ x: "x", y: "y", text: "name", textAnchor: "start", dx: 12, dy: -9, fill: INK, fontWeight: 600 }));

/** In a column at the right, far enough apart to be read, each led to its point by a thin line. */
function namesAtTheEdge(rows: readonly Row[]): Plot.Markish[] {
  const known = rows.filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y));
  return [
    Plot.link(
      known,
      Plot.initializer(
        { x1: "x", x2: "x", y1: "y", y2: "y", stroke: "#8a9297", strokeWidth: 0.75 },
        (data, facets, channels, scales, { width, height, marginRight, marginBottom }) => {
          const from = Array.from(channels.y1?.value as Iterable<number>, (value) => Number(scales.y?.(value)));
          const edge = from.map(() => width - marginRight + LEADER - 4);
          const channelsOf = { x2: { value: edge }, y2: { value: within(spread(from), height - marginBottom) } };
          return { data, facets, channels: channelsOf } as ReturnType<Plot.InitializerFunction>;
        },
      ),
    ),
    Plot.text(
      known,
      Plot.initializer(
        {
          y: "y",
          text: ({ name }: Row) => wrapped(name, NAME).join("\n"),
          frameAnchor: "right",
          textAnchor: "start",
          dx: LEADER,
          fill: INK,
        },
        (data, facets, channels, scales, { height, marginBottom }) => {
          const from = Array.from(channels.y?.value as Iterable<number>, (value) => Number(scales.y?.(value)));
          return {
            data,
            facets,
            channels: { y: { value: within(spread(from), height - marginBottom) } },
          } as ReturnType<Plot.InitializerFunction>;
        },
      ),
    ),
  ];
}

/** Moved together so that none is above the drawing or below its frame. */
function within(ys: readonly number[], bottom: number): number[] {
  const down = Math.max(0, LINE / 2 - Math.min(...ys));
  const up = Math.max(0, Math.max(...ys) + down - bottom);
  return ys.map((y) => y + down - up);
}

const spread = (wanted: readonly number[]): number[] => apart(wanted, LINE);
