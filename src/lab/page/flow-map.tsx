/** Trips by leg on a map, at one time of one run. */
import { rings } from "corridor:land";
import { useMemo, useRef } from "preact/hooks";
import type { WorldInfo } from "../protocol.ts";
import type { Shared } from "./part.ts";
import { numberIn } from "./texts.ts";
import { useWidth } from "./use-width.ts";

const PER_DEGREE = 100;
const MARGIN = 3; // degrees
const MOST_HEIGHT = 460;
/** Pixels of the widest line, and of the narrowest that is still seen. */
const WIDEST = 12;
const NARROWEST = 0.8;
/** How far a line bends aside, so that two that go to and fro are told apart. */
const BEND = 0.12;
const RADIANS = Math.PI / 180;

interface MapProps extends Shared {
  readonly world: WorldInfo;
  readonly window: number;
  readonly run: number;
}

export function FlowMap({ store, say, world, window, run }: MapProps) {
  const { element, width } = useWidth<HTMLDivElement>(500);
  const { language } = store.lab.view;
  const played = store.lab.results.get(run)?.get(1)?.done?.trips;
  // While a world is played anew, what was known of it stays, paler.
  const last = useRef<{ readonly world: string; readonly run: number; readonly trips: Float64Array } | undefined>(undefined);
  if (played) last.current = { world: world.ecosystem.name, run, trips: played };
  const isSame = last.current?.run === run && last.current.world === world.ecosystem.name;
  const trips = played ?? (isSame ? last.current?.trips : undefined);
  const { project, height } = useMemo(() => projectionOf(world, width), [world, width]);
  const count = world.legs.length;
  const most = Math.max(1, ...(trips ?? []));
  const places = new Map(world.places.map((place) => [place.name, place]));
  const flows = world.legs.map((leg, i) => ({ ...leg, trips: trips?.[window * count + i] ?? 0 }));
  const land = useMemo(() => landIn(project), [project]);
  const names = useMemo(() => namesOf(world, project, width), [world, project, width]);
  return (
    <figure class={played ? "" : "stale"}>
      <figcaption>
        <strong>{say("map.title")}</strong> <span class="quiet">{say("map.unit", { weeks: world.windowWeeks })}</span>
      </figcaption>
      <div ref={element}>
        <svg
          class="map"
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label={say("map.title")}
        >
          <rect class="sea" width={width} height={height} />
          <path class="land" d={land} />
          {flows.map(({ name, from, to, trips: persons }) => {
            const [a, b] = [places.get(from), places.get(to)];
            if (!a || !b || persons === 0) return null;
            const [x1, y1] = project(a.longitude, a.latitude);
            const [x2, y2] = project(b.longitude, b.latitude);
            const [cx, cy] = [(x1 + x2) / 2 - BEND * (y2 - y1), (y1 + y2) / 2 + BEND * (x2 - x1)];
            const size = NARROWEST + WIDEST * Math.sqrt(persons / most);
            return <path key={name} class="flow" d={`M${x1},${y1}Q${cx},${cy} ${x2},${y2}`} stroke-width={size} />;
          })}
          {world.places.map(({ name, longitude, latitude }) => {
            const [x, y] = project(longitude, latitude);
            return <circle key={name} class="place" cx={x} cy={y} r={3.5} />;
          })}
          {names.map(({ title, x, y, isLeft }) => (
            <text key={title} class="place-name" x={x} y={y} text-anchor={isLeft ? "end" : "start"}>
              {title}
            </text>
          ))}
        </svg>
      </div>
      <p class="quiet">{say("map.note")}</p>
      <details>
        <summary>{say("table.show")}</summary>
        <div class="scroll" tabIndex={0} role="region" aria-label={say("map.title")}>
          <table>
            <thead>
              <tr>
                <th scope="col">{say("map.leg")}</th>
                <th scope="col">{say("map.trips")}</th>
              </tr>
            </thead>
            <tbody>
              {flows.map(({ name, title, trips: persons }) => (
                <tr key={name}>
                  <th scope="row">{title}</th>
                  <td>{numberIn(language, persons, 0)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}

/** Pixels: of a letter about, of a line, from the middle of a place to its name. */
const LETTER = 6.1;
const LINE = 13;
const ASIDE = 6;

/** Names beside their places, to the right or else to the left; where neither is free, the table has them. */
function namesOf({ places }: WorldInfo, project: Project, width: number) {
  const taken: { readonly from: number; readonly to: number; readonly y: number }[] = [];
  return places.flatMap(({ title: whole, longitude, latitude }) => {
    // What is said in brackets is in the table.
    const title = whole.replace(/ \(.*\)$/, "");
    const [x, y] = project(longitude, latitude);
    const long = title.length * LETTER;
    for (const isLeft of [false, true]) {
      const from = isLeft ? x - ASIDE - long : x + ASIDE;
      const to = from + long;
      const isFree = taken.every((other) => Math.abs(other.y - y) >= LINE || to < other.from || from > other.to);
      if (from < 0 || to > width || !isFree) continue;
      taken.push({ from, to, y });
      return [{ title, x: isLeft ? x - ASIDE : x + ASIDE, y: y + LINE / 3, isLeft }];
    }
    return [];
  });
}

type Project = ReturnType<typeof projectionOf>["project"];

function landIn(project: Project): string {
  const outlines = rings.map((ring) => {
    const points = [];
    for (let i = 0; i < ring.length; i += 2) {
      const [x, y] = project((ring[i] ?? 0) / PER_DEGREE, (ring[i + 1] ?? 0) / PER_DEGREE);
      points.push(`${x.toFixed(1)},${y.toFixed(1)}`);
    }
    return `M${points.join("L")}Z`;
  });
  return outlines.join("");
}

/** Equirectangular, true to scale at the middle latitude, so that all places are in it. */
function projectionOf({ places }: WorldInfo, width: number) {
  const [longitudes, latitudes] = [places.map(({ longitude }) => longitude), places.map(({ latitude }) => latitude)];
  const [west, east] = [Math.min(...longitudes) - MARGIN, Math.max(...longitudes) + MARGIN];
  const [south, north] = [Math.min(...latitudes) - MARGIN, Math.max(...latitudes) + MARGIN];
  const stretch = 1 / Math.cos(((south + north) / 2) * RADIANS);
  const scale = Math.min(width / (east - west), MOST_HEIGHT / ((north - south) * stretch));
  const left = (width - (east - west) * scale) / 2;
  const project = (longitude: number, latitude: number): [number, number] => {
    return [left + (longitude - west) * scale, (north - latitude) * scale * stretch];
  };
  return { project, height: Math.round((north - south) * scale * stretch) };
}
