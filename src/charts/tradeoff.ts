/** Two goals against each other, such as spend and harm: a cross for each strategy, as long as its two intervals. */
import * as Plot from "@observablehq/plot";
import { type ChartDocument, type ChartText, draw } from "./drawing.ts";
import { movedApart } from "./labels.ts";
import { INK, styleOf } from "./palette.ts";

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

export function tradeoffChart(document: ChartDocument, { points, xMeasure, yMeasure, ...chart }: TradeoffChart): SVGSVGElement {
  const rows = points.map(({ name, style, x, y }) => ({
    ...{ name, x: x.value, xLow: x.low, xHigh: x.high, y: y.value, yLow: y.low, yHigh: y.high },
    ...{ color: styleOf(style).color, symbol: styleOf(style).symbol },
  }));
  return draw(document, chart, {
    height: 340,
    marginLeft: 92,
    marginRight: 34 + 7.4 * Math.max(0, ...points.map(({ name }) => name.length)),
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
      Plot.text(
        rows,
        movedApart({ x: "x", y: "y", text: "name", textAnchor: "start", dx: 12, dy: -9, fill: INK, fontWeight: 600 }),
      ),
    ],
  });
}
