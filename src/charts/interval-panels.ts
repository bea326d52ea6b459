/**
 * Intervals of many, side by side: a panel for each group, and a row for each name, which is the same row in every panel. What a list of
 * groups would spread over pages is seen at one look.
 */
import * as Plot from "@observablehq/plot";
import { type ChartDocument, type ChartText, draw, WIDTH } from "./drawing.ts";
import type { IntervalRow } from "./intervals.ts";
import { INK, PALE, styleOf } from "./palette.ts";
import { roundAxis } from "./ticks.ts";
import { wrapped } from "./wrapped.ts";

export interface IntervalPanels extends ChartText {
  /** Below all panels: measure and unit. */
  readonly measure: string;
  /** What is written beside a row has no room here: it is in the table. */
  readonly rows: readonly IntervalRow[];
  /** One axis for all panels, which are then compared with one another; otherwise each has its own. */
  readonly isShared: boolean;
}

const ACROSS = 5;
const NAME = 26; // letters of a line
const LETTER = 6.7; // px
const ROW = 19; // px
const TALL_ROW = 27; // px of a row where a name takes two lines
const HEAD_LINE = 14; // px
const HEAD_LINES = 5;
const HEAD_LETTER = 7.2; // px of a bold one
const FOOT = 24; // px below it, for its axis
const BETWEEN = 16;
/** px that the number at zero needs between those at the ends */
const ROOM = 34;
const RIGHT = 16;
const GUIDE = "#edeff1";

export function intervalPanels(document: ChartDocument, { rows, measure, isShared, ...chart }: IntervalPanels): SVGSVGElement {
  const groups = [...new Set(rows.map(({ group }) => group))];
  const names = [...new Set(rows.map(({ name }) => name))];
  const lines = names.map((name) => wrapped(name, NAME));
  const row = lines.some(({ length }) => length > 1) ? TALL_ROW : ROW;
  const left = 14 + LETTER * Math.max(0, ...lines.flat().map(({ length }) => length));
  // As many in each band as in the others, so that panels are as wide as they can be.
  const down = Math.max(1, Math.ceil(groups.length / ACROSS));
  const across = Math.max(1, Math.ceil(groups.length / down));
  const wide = (WIDTH - left - RIGHT - (across - 1) * BETWEEN) / across;
  const heads = groups.map((group) => wrapped(group, Math.floor(wide / HEAD_LETTER), HEAD_LINES));
  const head = 12 + HEAD_LINE * Math.max(1, ...heads.map(({ length }) => length));
  const tall = head + names.length * row + FOOT;
  const shared = roundAxis(rows.flatMap(reach));
  const panels = groups.map((group, g) => {
    const axis = isShared ? shared : roundAxis(rows.filter((one) => one.group === group).flatMap(reach));
    const [x, y] = [left + (g % across) * (wide + BETWEEN), Math.floor(g / across) * tall];
    const at = (value: number) => x + ((value - axis.low) / (axis.high - axis.low)) * wide;
    const [top, bottom] = [y + head, y + head + names.length * row];
    return { group, head: (heads[g] ?? []).join("\n"), axis, at, x, end: x + wide, top, bottom };
  });
  const placed = panels.flatMap(({ group, at, top }) =>
    rows
      .filter((one) => one.group === group && Number.isFinite(one.value))
      .map((one) => ({
        ...{ x: at(one.value), low: at(one.low), high: at(one.high), y: top + (names.indexOf(one.name) + 0.5) * row },
        ...{ color: styleOf(one.style).color, symbol: styleOf(one.style).symbol, isClear: one.isClear },
      })),
  );
  const ticks = panels.flatMap(({ axis, at, top, bottom }) =>
    axis.ticks.map((value) => ({ x: at(value), top, bottom, isZero: value === 0 })),
  );
  // Only the ends and zero have numbers, at the inner sides of the ends: panels stand close.
  const numbers = panels.flatMap(({ axis, at, x, end, bottom: y }) => [
    { x, y, text: tickText(axis.low), anchor: "start" as const },
    { x: end, y, text: tickText(axis.high), anchor: "end" as const },
    ...(at(0) - x > ROOM && end - at(0) > ROOM ? [{ x: at(0), y, text: "0", anchor: "middle" as const }] : []),
  ]);
  const bands = Array.from({ length: down }, (_, i) => head + i * tall);
  const guides = panels.flatMap(({ x, end, top }) => names.map((_, i) => ({ x, end, y: top + (i + 0.5) * row })));
  const height = down * tall + 22;
  return draw(document, chart, {
    ...{ height, margin: 0, x: { type: "identity", axis: null }, y: { type: "identity", axis: null } },
    ...{ color: { type: "identity" }, symbol: { type: "identity" } },
    marks: [
      Plot.link(guides, { x1: "x", x2: "end", y1: "y", y2: "y", stroke: GUIDE }),
      Plot.link(
        ticks.filter(({ isZero }) => !isZero),
        { x1: "x", x2: "x", y1: "top", y2: "bottom", stroke: PALE, strokeWidth: 0.75 },
      ),
      Plot.link(
        ticks.filter(({ isZero }) => isZero),
        { x1: "x", x2: "x", y1: "top", y2: "bottom", stroke: INK, strokeWidth: 1.5 },
      ),
      ...(["start", "middle", "end"] as const).map((textAnchor) =>
        Plot.text(
          numbers.filter(({ anchor }) => anchor === textAnchor),
          { x: "x", y: "y", dy: 10, text: "text", textAnchor, fontSize: 11 },
        ),
      ),
      Plot.text(panels, {
        ...{ x: "x", y: "top", dy: -5, text: "head", textAnchor: "start", lineAnchor: "bottom", fontWeight: 700, fontSize: 12 },
      }),
      ...bands.map((top) =>
        Plot.text(lines, {
          ...{ x: 8, y: (_: unknown, i: number) => top + (i + 0.5) * row, textAnchor: "start" },
          text: (one: string[]) => one.join("\n"),
        }),
      ),
      Plot.link(
        placed.filter(({ low, high }) => Number.isFinite(low) && Number.isFinite(high)),
        { x1: "low", x2: "high", y1: "y", y2: "y", stroke: "color", strokeWidth: 2.25 },
      ),
      Plot.dot(placed, {
        ...{ x: "x", y: "y", r: 4, symbol: "symbol", stroke: "color", strokeWidth: 1.75 },
        fill: ({ isClear, color }: { isClear: boolean; color: string }) => (isClear ? color : "#ffffff"),
      }),
      Plot.text([measure], { x: left + (WIDTH - left - RIGHT) / 2, y: height - 9, text: (text: string) => text }),
    ],
  });
}

const reach = ({ value, low, high }: IntervalRow): number[] => [value, low, high];

const tickFormat = new Intl.NumberFormat("en-US", { notation: "compact", maximumSignificantDigits: 3 });
const tickText = (value: number): string => tickFormat.format(value).replace("-", "−");
