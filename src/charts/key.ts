/** Names of lines in a row above panels: each beside a piece of its line. */
import type { ChartDocument } from "./drawing.ts";
import { INK, styleOf } from "./palette.ts";

const SVG = "http://www.w3.org/2000/svg";
const LEFT = 10; // px
const BASELINE = 16;
const PIECE = 30;
const GAP = 22;
const LETTER = 7.4; // px, generous for a bold letter of 13 px

export function keyOf(
  document: ChartDocument,
  series: readonly { readonly name: string; readonly style: number }[],
): SVGGElement {
  const group = document.createElementNS(SVG, "g");
  let x = LEFT;
  for (const { name, style } of series) {
    const { color, dash } = styleOf(style);
    const line = element(document, "line", { x1: x, x2: x + PIECE, y1: BASELINE - 4, y2: BASELINE - 4, stroke: color });
    line.setAttribute("stroke-width", "2.5");
    if (dash) line.setAttribute("stroke-dasharray", dash);
    const text = element(document, "text", {
      x: x + PIECE + 6,
      y: BASELINE,
      fill: INK,
      "font-weight": 600,
      "text-anchor": "start",
    });
    text.textContent = name;
    group.append(line, text);
    x += PIECE + 6 + name.length * LETTER + GAP;
  }
  return group;
}

function element(document: ChartDocument, name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = document.createElementNS(SVG, name) as SVGElement;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}
