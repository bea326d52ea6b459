/** Legs of a corridor on a map: which gain, which lose, and which cannot be told from unchanged. */
import * as Plot from "@observablehq/plot";
import { sidesOf } from "./around.ts";
import { type ChartDocument, type ChartText, draw, WIDTH } from "./drawing.ts";
import { INK } from "./palette.ts";

export interface MapPlace {
  readonly name: string;
  readonly longitude: number;
  readonly latitude: number;
}

export interface MapLeg {
  readonly from: MapPlace;
  readonly to: MapPlace;
  readonly value: number;
  /** Whether it can be told from nothing. */
  readonly isClear: boolean;
}

/** GeoJSON of land, such as Natural Earth's. */
export type Land = { readonly type: string } & object;

export interface MapChart extends ChartText {
  readonly land: Land | undefined;
  readonly places: readonly MapPlace[];
  readonly legs: readonly MapLeg[];
  /** What more and less mean, such as "more trips" and "fewer trips". */
  readonly more: string;
  readonly less: string;
}

const MORE = "#b6480c";
const LESS = "#12436d";
const SAME = "#6f777b";
const WIDEST = 7; // px
const MARGIN = 0.06; // of the span of the places
const HEIGHT = 460;
const TOP = 34;
const EDGE = 8;
const INSET = 26;

export function mapChart(document: ChartDocument, { land, places, legs, more, less, ...chart }: MapChart): SVGSVGElement {
  const widest = Math.max(0, ...legs.filter(({ isClear }) => isClear).map(({ value }) => Math.abs(value)));
  const drawn = legs.map(({ from, to, value, isClear }) => ({
    x1: from.longitude,
    y1: from.latitude,
    x2: to.longitude,
    y2: to.latitude,
    color: isClear ? (value > 0 ? MORE : LESS) : SAME,
    dash: isClear ? (value > 0 ? "none" : "8 4") : "2 4",
    width: isClear && widest > 0 ? 2 + (WIDEST - 2) * (Math.abs(value) / widest) : 1.25,
  }));
  const box = around(places);
  const sides = sidesOf(placed(places, box), WIDTH - 2 * EDGE);
  const named = places.map((place, i) => ({ place, side: sides[i] ?? { anchor: "start", dx: 7, dy: 0 } }) as const);
  const kinds = [
    { name: more, color: MORE, dash: "none", width: 4 },
    { name: less, color: LESS, dash: "8 4", width: 4 },
    { name: "no clear difference", color: SAME, dash: "2 4", width: 1.25 },
  ];
  const svg = draw(document, chart, {
    height: HEIGHT,
    marginTop: TOP,
    marginBottom: EDGE,
    marginLeft: EDGE,
    marginRight: EDGE,
    projection: { type: "mercator", domain: cornersOf(box), inset: INSET },
    marks: [
      ...(land ? [Plot.geo(land as never, { fill: "#ececec", stroke: "#c4c8cc", strokeWidth: 0.6 })] : []),
      Plot.frame({ stroke: "#c4c8cc" }),
      ...kinds.map(({ color, dash }) =>
        Plot.arrow(
          drawn.filter((leg) => leg.color === color),
          {
            x1: "x1",
            y1: "y1",
            x2: "x2",
            y2: "y2",
            bend: 14,
            insetStart: 4,
            insetEnd: 6,
            headLength: 7,
            stroke: color,
            strokeDasharray: dash,
            strokeWidth: "width",
          },
        ),
      ),
      Plot.dot(places, { x: "longitude", y: "latitude", r: 3.5, fill: INK, stroke: "#ffffff" }),
      ...named.map(({ place, side }) =>
        Plot.text([place], {
          ...{ x: "longitude", y: "latitude", text: "name", textAnchor: side.anchor, dx: side.dx, dy: side.dy },
          ...{ fill: INK, stroke: "#ffffff", strokeWidth: 4, fontWeight: 600 },
        }),
      ),
    ],
  });
  svg.append(legend(document, kinds));
  return svg;
}

type Corners = readonly [west: number, south: number, east: number, north: number];

/** A box around all places. */
function around(places: readonly MapPlace[]): Corners {
  const [west, east] = ends(places.map(({ longitude }) => longitude));
  const [south, north] = ends(places.map(({ latitude }) => latitude));
  return [west, south, east, north];
}

const cornersOf = ([west, south, east, north]: Corners) =>
  ({
    type: "MultiPoint",
    coordinates: [
      [west, south],
      [east, north],
    ],
  }) as never;

/** About where the projection puts them, for names to keep clear of one another. */
function placed(places: readonly MapPlace[], [west, south, east, north]: Corners) {
  const stretched = (latitude: number) => Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360));
  const [low, high] = [stretched(south), stretched(north)];
  const [across, down] = [WIDTH - 2 * EDGE - 2 * INSET, HEIGHT - TOP - EDGE - 2 * INSET];
  const scale = Math.min(across / (((east - west) * Math.PI) / 180), down / (high - low));
  return places.map(({ name, longitude, latitude }) => ({
    name,
    x: INSET + across / 2 + (((longitude - (west + east) / 2) * Math.PI) / 180) * scale,
    y: INSET + down / 2 - (stretched(latitude) - (low + high) / 2) * scale,
  }));
}

function ends(values: readonly number[]): [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = Math.max(1, (high - low) * MARGIN);
  return [low - room, high + room];
}

function legend(
  document: ChartDocument,
  kinds: readonly { name: string; color: string; dash: string; width: number }[],
): SVGGElement {
  const group = document.createElementNS(SVG, "g");
  group.setAttribute("text-anchor", "start");
  let x = 8;
  for (const { name, color, dash, width } of kinds) {
    const line = document.createElementNS(SVG, "path");
    for (const [key, value] of Object.entries({
      d: `M${x},16h34`,
      stroke: color,
      "stroke-width": String(width),
      "stroke-dasharray": dash,
    })) {
      line.setAttribute(key, value);
    }
    const text = document.createElementNS(SVG, "text");
    text.setAttribute("x", String(x + 41));
    text.setAttribute("y", "20");
    text.textContent = name;
    group.append(line, text);
    x += 41 + name.length * 7 + 24;
  }
  return group;
}

const SVG = "http://www.w3.org/2000/svg";
