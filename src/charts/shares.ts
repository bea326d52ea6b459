/** Parts of a whole over time, one stack for each strategy, light to dark in the order of the parts. */
import * as Plot from "@observablehq/plot";
import { type ChartDocument, type ChartText, draw } from "./drawing.ts";
import { movedApart } from "./labels.ts";
import { INK, ramp } from "./palette.ts";
import { wrapped } from "./wrapped.ts";

export interface ShareStack {
  /** Such as a strategy. */
  readonly name: string;
  readonly rows: readonly {
    readonly at: Date;
    /** One for each part, in order, from 0 to 1; NaN counts as nothing. */
    readonly shares: readonly number[];
  }[];
}

export interface ShareChart extends ChartText {
  /** From the lightest to the darkest, such as the mildest conduct to the worst. */
  readonly parts: readonly string[];
  readonly stacks: readonly ShareStack[];
  readonly height?: number;
}

const WHOLE = 100; // %
/** Stacks beside each other; more go below. */
const IN_A_ROW = 3;
/** Letters of a line above a stack, and above one of two. */
const NAME = 21;
const LONG_NAME = 36;
const LINE = 15; // px
const LINES = 3;
/** px of a row of stacks where there are several, and where there are many */
const SMALL = 170;
const SMALLEST = 125;
const MANY = 3; // rows
const BETWEEN = 1.5; // px of white between parts, so that grey fills stay apart

export function shareChart(document: ChartDocument, { parts, stacks, height = 270, ...chart }: ShareChart): SVGSVGElement {
  const fills = ramp(parts.length);
  const across = Math.min(IN_A_ROW, stacks.length);
  const down = Math.ceil(stacks.length / across);
  const small = down > MANY ? SMALLEST : SMALL;
  const cell = (s: number) => ({ column: s % across, row: Math.floor(s / across) });
  const lines = stacks.map(({ name }) => wrapped(name, across < IN_A_ROW ? LONG_NAME : NAME, LINES));
  const heads = lines.map((name, s) => ({ ...cell(s), name: name.join("\n") }));
  const more = LINE * (Math.max(1, ...lines.map(({ length }) => length)) - 1);
  const facet = { fx: "column", fy: "row" } as const;
  const rows = stacks.flatMap(({ name, rows: times }, s) =>
    times.flatMap(({ at, shares }) => {
      const values = parts.map((_, part) => (Number.isFinite(shares[part]) ? (shares[part] ?? 0) : 0));
      return values.map((share, part) => {
        const low = values.slice(0, part).reduce((sum, value) => sum + value, 0);
        return { ...cell(s), stack: name, at, part, low, high: low + share };
      });
    }),
  );
  const last = stacks.at(-1);
  const end = last?.rows.at(-1)?.at;
  const names = rows
    .filter(({ stack, at }) => stack === last?.name && at === end)
    .map((row) => ({ ...row, middle: (row.low + row.high) / 2, text: parts[row.part] ?? "" }));
  return draw(document, chart, {
    height: more + (down > 1 ? down * (small + more) + 64 : height),
    marginLeft: 52,
    marginRight: 16 + 7.2 * Math.max(0, ...parts.map((part) => part.length)),
    marginTop: 34 + more,
    marginBottom: 30,
    fx: { axis: null, padding: 0.08 },
    fy: { axis: null, padding: more > 0 ? 0.4 : 0.3 },
    x: { type: "utc", label: null, ticks: across > 2 ? 2 : 5 },
    y: { domain: [0, WHOLE], percent: true, label: null },
    color: { type: "identity" },
    marks: [
      Plot.axisY({ ticks: down > 1 ? 2 : 5, tickFormat: (value: number) => `${value} %` }),
      Plot.text(heads, { ...facet, text: "name", frameAnchor: "top", dy: -8, lineAnchor: "bottom", fontWeight: 600 }),
      Plot.areaY(rows, {
        ...facet,
        x: "at",
        y1: "low",
        y2: "high",
        z: "part",
        fill: ({ part }: { part: number }) => fills[part] ?? INK,
        stroke: "#ffffff",
        strokeWidth: BETWEEN,
      }),
      Plot.ruleY([0], { stroke: INK }),
      Plot.text(
        names,
        movedApart({
          ...facet,
          x: "at",
          y: "middle",
          text: "text",
          textAnchor: "start",
          dx: 8,
          fill: INK,
          fontWeight: 600,
        }),
      ),
    ],
  });
}
