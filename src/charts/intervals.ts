/** Differences with their intervals around a line of no difference, in groups: what can be told from nothing and what cannot. */
import * as Plot from "@observablehq/plot";
import { type ChartDocument, type ChartText, draw, WIDTH } from "./drawing.ts";
import { INK, PALE, styleOf } from "./palette.ts";

export interface IntervalRow {
  /** Rows of one group stand together under its name. */
  readonly group: string;
  readonly name: string;
  readonly style: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** As written beside it, such as "-3 % (-9 to +4 %)". */
  readonly text: string;
  /** Whether a difference is shown; drawn full, otherwise hollow. */
  readonly isClear: boolean;
}

export interface IntervalChart extends ChartText {
  /** On the axis: measure and unit. */
  readonly measure: string;
  readonly rows: readonly IntervalRow[];
}

const ROW = 24; // px
const HEAD = 24;
const LEAST_LEFT = 150;
const MOST_LEFT = 300;
/** px of a letter of the text beside a row */
const LETTER = 7;

export function intervalChart(document: ChartDocument, { rows, measure, ...chart }: IntervalChart): SVGSVGElement {
  const groups = [...new Set(rows.map(({ group }) => group))];
  // One band for the head of each group and one for each of its rows: heights stay the same whatever groups hold.
  const bands = groups.flatMap((group, g) => [
    { key: `${g}`, head: group, row: undefined },
    ...rows.filter((row) => row.group === group).map((row, i) => ({ key: `${g}-${i}`, head: undefined, row })),
  ]);
  const placed = bands.flatMap(({ key, row }) => (row && Number.isFinite(row.value) ? [{ ...row, key }] : []));
  const named = bands.flatMap(({ key, row }) => (row ? [{ ...row, key }] : []));
  const heads = bands.flatMap(({ key, head }) => (head === undefined ? [] : [{ key, head }]));
  const left = Math.min(MOST_LEFT, Math.max(LEAST_LEFT, 24 + LETTER * Math.max(0, ...rows.map(({ name }) => name.length))));
  const right = 24 + LETTER * Math.max(0, ...rows.map(({ text }) => text.length));
  const reach = placed.flatMap(({ value, low, high }) => [value, low, high]).filter(Number.isFinite);
  const domain = [Math.min(0, ...reach), Math.max(0, ...reach)];
  return draw(document, chart, {
    height: bands.length * Math.max(ROW, HEAD) + 52,
    marginLeft: left,
    marginRight: right,
    marginTop: 8,
    marginBottom: 44,
    x: {
      domain: domain[0] === domain[1] ? [-1, 1] : domain,
      nice: true,
      label: measure,
      labelAnchor: "center",
      labelArrow: "none",
      grid: true,
      ticks: 5,
    },
    y: { type: "band", domain: bands.map(({ key }) => key), axis: null },
    symbol: { type: "identity" },
    marks: [
      Plot.ruleX([0], { stroke: INK, strokeWidth: 1.5 }),
      Plot.ruleY(heads.slice(1), { y: "key", dy: -ROW / 2 + 1, insetLeft: -left + 8, insetRight: -right + 8, stroke: PALE }),
      Plot.text(heads, { y: "key", text: "head", frameAnchor: "left", textAnchor: "start", dx: -left + 8, fontWeight: 700 }),
      Plot.text(named, { y: "key", text: "name", frameAnchor: "left", textAnchor: "start", dx: -left + 18 }),
      Plot.link(
        placed.filter(({ low, high }) => Number.isFinite(low) && Number.isFinite(high)),
        { x1: "low", x2: "high", y1: "key", y2: "key", stroke: colorOf, strokeWidth: 2.5 },
      ),
      Plot.dot(placed, {
        x: "value",
        y: "key",
        r: 5,
        symbol: ({ style }: IntervalRow) => styleOf(style).symbol,
        stroke: colorOf,
        strokeWidth: 2,
        fill: (row: IntervalRow) => (row.isClear ? colorOf(row) : "#ffffff"),
      }),
      Plot.text(named, {
        y: "key",
        text: "text",
        frameAnchor: "right",
        textAnchor: "start",
        dx: 12,
        fontWeight: 400,
      }),
    ],
    width: WIDTH,
  });
}

const colorOf = ({ style }: { readonly style: number }): string => styleOf(style).color;
