/** How parts add up to a difference: each bar begins where the one before ended. */
import * as Plot from "@observablehq/plot";
import { type ChartDocument, type ChartText, draw } from "./drawing.ts";
import { INK } from "./palette.ts";

export interface WaterfallPart {
  readonly name: string;
  readonly value: number;
  /** Ends of the interval of this part alone. */
  readonly low: number;
  readonly high: number;
  /** As written beside it. */
  readonly text: string;
  /** Whether it can be told from nothing; drawn full, otherwise as an outline. */
  readonly isClear: boolean;
}

export interface WaterfallChart extends ChartText {
  /** On the axis: measure and unit. */
  readonly measure: string;
  readonly parts: readonly WaterfallPart[];
  /** The sum of the parts. */
  readonly total: WaterfallPart;
}

const ROW = 30; // px
const LEFT = 276;
const RIGHT = 170;
const AT_LEFT = { frameAnchor: "left", textAnchor: "start", dx: -LEFT + 8 } as const;
const UP = "#b6480c";
const DOWN = "#12436d";
const TOTAL = "#3d3d3d";

export function waterfallChart(document: ChartDocument, { parts, total, measure, ...chart }: WaterfallChart): SVGSVGElement {
  let sum = 0;
  const steps = parts.map((part) => {
    const from = sum;
    sum += Number.isFinite(part.value) ? part.value : 0;
    return { ...part, from, to: sum, at: from, color: part.value > 0 ? UP : DOWN };
  });
  const bars = [...steps, { ...total, from: 0, to: total.value, at: 0, color: TOTAL }].map((bar, i) => ({ ...bar, key: `${i}` }));
  const links = bars.slice(0, -1).map((bar, i) => ({ at: bar.to, y1: bar.key, y2: bars[i + 1]?.key ?? bar.key }));
  const whiskers = bars
    .filter(({ low, high }) => Number.isFinite(low) && Number.isFinite(high))
    .map((bar) => ({ key: bar.key, low: bar.at + bar.low, high: bar.at + bar.high }));
  return draw(document, chart, {
    height: bars.length * ROW + 56,
    marginLeft: LEFT,
    marginRight: RIGHT,
    marginTop: 8,
    marginBottom: 46,
    x: { label: measure, labelAnchor: "center", labelArrow: "none", grid: true, nice: true, ticks: 5, zero: true },
    y: { type: "band", domain: bars.map(({ key }) => key), axis: null, padding: 0.3 },
    color: { type: "identity" },
    marks: [
      Plot.ruleX([0], { stroke: INK, strokeWidth: 1.5 }),
      Plot.link(links, { x1: "at", x2: "at", y1: "y1", y2: "y2", stroke: "#505a5f", strokeDasharray: "2 2" }),
      Plot.barX(bars, {
        x1: "from",
        x2: "to",
        y: "key",
        fill: "color",
        fillOpacity: ({ isClear }: WaterfallPart) => (isClear ? 1 : 0.12),
        stroke: "color",
        strokeWidth: 1.5,
      }),
      Plot.link(whiskers, { x1: "low", x2: "high", y1: "key", y2: "key", stroke: INK, strokeWidth: 1.25 }),
      Plot.tickX(whiskers, { x: "low", y: "key", stroke: INK, insetTop: 5, insetBottom: 5 }),
      Plot.tickX(whiskers, { x: "high", y: "key", stroke: INK, insetTop: 5, insetBottom: 5 }),
      Plot.text(bars.slice(0, -1), { y: "key", text: "name", ...AT_LEFT }),
      Plot.text(bars.slice(-1), { y: "key", text: "name", ...AT_LEFT, fontWeight: 700 }),
      Plot.text(bars, { y: "key", text: "text", frameAnchor: "right", textAnchor: "start", dx: 12 }),
    ],
  });
}
