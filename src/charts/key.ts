/** Names of lines in rows above panels: each beside a piece of its line. */
import type { ChartDocument } from "./drawing.ts";
import { INK, styleOf } from "./palette.ts";

const SVG = "http://www.w3.org/2000/svg";
const LEFT = 10; // px
const BASELINE = 16;
const PIECE = 30;
const GAP = 22;
/** px from one row to the next */
export const KEY_ROW = 20;
const LETTER = 7.4; // px, generous for a bold letter of 13 px

export interface KeyPlace {
  readonly name: string;
  readonly style: number;
  readonly x: number;
  readonly row: number;
}

/** Where each name goes, as many in a row as have room. @param width px */
export function keyPlaces(series: readonly { readonly name: string; readonly style: number }[], width: number): KeyPlace[] {
  let x = LEFT;
  let row = 0;
  return series.map(({ name, style }) => {
    const needed = PIECE + 6 + name.length * LETTER;
    if (x > LEFT && x + needed > width) {
      x = LEFT;
      row++;
    }
    const place = { name, style, x, row };
    x += needed + GAP;
    return place;
  });
}

export function keyOf(document: ChartDocument, places: readonly KeyPlace[]): SVGGElement {
  const group = document.createElementNS(SVG, "g");
  for (const { name, style, x, row } of places) {
    const { color, dash } = styleOf(style);
    const y = BASELINE + row * KEY_ROW;
    const line = element(document, "line", { x1: x, x2: x + PIECE, y1: y - 4, y2: y - 4, stroke: color });
    line.setAttribute("stroke-width", "2.5");
    if (dash) line.setAttribute("stroke-dasharray", dash);
    const text = element(document, "text", {
      x: x + PIECE + 6,
      y,
      fill: INK,
      "font-weight": 600,
      "text-anchor": "start",
    });
    text.textContent = name;
    group.append(line, text);
  }
  return group;
}

function element(document: ChartDocument, name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = document.createElementNS(SVG, name) as SVGElement;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}
