/**
 * One way to draw: Observable Plot in, an SVG element that a screen reader reads as one picture out. No style sheet, no script,
 * no attribute `style` and no reference to anything outside, so that a page that forbids all of them shows it.
 */
import * as Plot from "@observablehq/plot";
import { INK } from "./palette.ts";

/** Of a browser, or of a library that behaves like one. */
export type ChartDocument = Document;
export type Drawing = SVGSVGElement;

export interface ChartText {
  /** Unique in the page; letters, digits and hyphens. */
  readonly id: string;
  /** What the chart shows, as a finding. */
  readonly title: string;
  /** What is drawn: measure, unit, place, span, kind of band. */
  readonly description: string;
}

/** CSS px of the drawing; pages scale it. */
export const WIDTH = 680;
/** Rules that every page with charts needs. */
export const CHART_CSS = `.chart{display:block;max-width:100%;height:auto}.chart text{white-space:pre}`;

export function draw(document: ChartDocument, text: ChartText, options: Plot.PlotOptions): SVGSVGElement {
  const svg = Plot.plot({
    document,
    width: WIDTH,
    className: "chart",
    ...options,
  }) as unknown as SVGSVGElement;
  for (const sheet of svg.querySelectorAll("style")) sheet.remove();
  for (const element of svg.querySelectorAll("*")) {
    // Groups may not be named, and the picture is read as one.
    for (const name of ["aria-label", "aria-description", "aria-hidden"]) element.removeAttribute(name);
    for (const name of LENGTHS) {
      const value = element.getAttribute(name);
      if (value !== null) element.setAttribute(name, value.replaceAll(LONG_FRACTION, rounded));
    }
  }
  svg.setAttribute("role", "img");
  svg.setAttribute("fill", INK);
  svg.setAttribute("font-size", "13");
  svg.setAttribute("font-family", "inherit");
  svg.setAttribute("aria-labelledby", `${text.id}-title ${text.id}-desc`);
  const named = (tag: "title" | "desc", content: string) => {
    const element = document.createElementNS(SVG, tag);
    element.setAttribute("id", `${text.id}-${tag}`);
    element.textContent = content;
    return element;
  };
  svg.prepend(named("title", text.title), named("desc", text.description));
  return svg;
}

/** The drawing as text, for a file. */
export function markup(svg: SVGSVGElement): string {
  return svg.outerHTML;
}

const SVG = "http://www.w3.org/2000/svg";
const LENGTHS = ["d", "x", "y", "x1", "x2", "y1", "y2", "width", "height", "transform"];
const LONG_FRACTION = /-?\d+\.\d{2,}(e-?\d+)?/g;
const rounded = (number: string): string => String(Math.round(Number(number) * 10) / 10);
