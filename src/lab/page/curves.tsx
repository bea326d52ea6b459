/** Outcomes over time: the baseline and every strategy, with bands that grow as pairs are played. */
import { useMemo, useRef, useState } from "preact/hooks";
import { draw, type Line } from "../charts/line-chart.ts";
import { shortLabels } from "../charts/short-labels.ts";
import { GROUPS, outcomesOf } from "../outcomes.ts";
import { BASELINE, type WorldInfo } from "../protocol.ts";
import { bandOf, columnOf, type RunResultView, shownRuns, smooth } from "../results.ts";
import { scaleOf, yearsOf } from "../timeline-scale.ts";
import { pngOf, save, svgText } from "./download.ts";
import { NoWorld } from "./no-world.tsx";
import type { Shared } from "./part.ts";
import { numberIn, shortIn, unitIn } from "./texts.ts";
import { useWidth } from "./use-width.ts";
import { titleIn } from "./view-of.ts";

const HEIGHT = 320;
const NARROW = 520;
const LABEL_WIDTH = 150;
const WEEKS_PER_YEAR = 52;
/** Letters of a label that fit beside a line. */
const LETTERS = 18;

export function Curves({ store, say, label }: Shared) {
  const { world, view } = store.lab;
  const svg = useRef<SVGSVGElement>(null);
  const { element, width } = useWidth<HTMLDivElement>(700);
  const [isOpen, open] = useState(false);
  if (!world) return <NoWorld {...{ store, say }} />;
  const outcomes = outcomesOf(view.group, world.columns, world.levels, world.harms);
  const outcome = outcomes.includes(view.outcome) ? view.outcome : (outcomes[0] ?? "");
  const index = world.columns.findIndex(({ name }) => name === outcome);
  const column = world.columns[index];
  const lines = linesOf({ store, say, label }, world, index);
  const title = label("outcome", outcome);
  const per = column?.is === "flow" ? say("curves.per-window", { weeks: world.windowWeeks }) : "";
  const unit = `${unitIn(view.language, column?.unit ?? "")} ${per}`.trim();
  const runs = Math.max(0, ...lines.map(({ runs: n }) => n));
  const name = `${outcome}${view.isDifference ? "-difference" : ""}`;
  return (
    <div class="curves">
      <div class="tabs" role="group" aria-label={say("curves.groups")}>
        {GROUPS.map((group) => (
          <button key={group} type="button" aria-pressed={group === view.group} onClick={() => store.look({ group })}>
            {say(`group.${group}`)}
          </button>
        ))}
      </div>
      <div class="bar">
        <label class="grow">
          {say("curves.outcome")}
          <select value={outcome} onChange={({ currentTarget }) => store.look({ outcome: currentTarget.value })}>
            {outcomes.map((one) => (
              <option key={one} value={one}>
                {label("outcome", one)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <input
            type="checkbox"
            checked={view.isDifference}
            onChange={({ currentTarget }) => store.look({ isDifference: currentTarget.checked })}
          />{" "}
          {say("curves.difference")}
        </label>
        <label>
          <input
            type="checkbox"
            checked={view.isSmooth}
            onChange={({ currentTarget }) => store.look({ isSmooth: currentTarget.checked })}
          />{" "}
          {say("curves.smooth")}
        </label>
      </div>
      <figure>
        <figcaption>
          <strong>{view.isDifference ? say("curves.title-difference", { outcome: title }) : title}</strong>
          <span class="quiet">
            {" "}
            {unit}
            {view.isSmooth ? `, ${say("curves.smoothed")}` : ""}. {runs > 1 ? say("curves.band", { runs }) : say("curves.single")}
          </span>
        </figcaption>
        <div ref={element}>
          <Chart {...{ world, lines, width, svg, title }} language={view.language} />
        </div>
        <details onToggle={({ currentTarget }) => open(currentTarget.open)}>
          <summary>{say("table.show")}</summary>
          {isOpen && <YearTable {...{ world, lines, say }} language={view.language} caption={title} />}
        </details>
        <div class="bar">
          <button type="button" onClick={() => save(`${name}.csv`, csvOf(world, lines), "text/csv")}>
            {say("save.csv")}
          </button>
          <button type="button" onClick={() => svg.current && save(`${name}.svg`, svgText(svg.current), "image/svg+xml")}>
            {say("save.svg")}
          </button>
          <button
            type="button"
            onClick={async () => {
              const png = svg.current && (await pngOf(svg.current));
              if (png) save(`${name}.png`, png, "image/png");
            }}
          >
            {say("save.png")}
          </button>
        </div>
      </figure>
    </div>
  );
}

type CountedLine = Line & {
  /** Runs that it is the mean of; none before the first has begun. */
  readonly runs: number;
  /** First day of the last window that the first of the runs has played; tests and the bench wait for it. */
  readonly until: string;
};

function linesOf({ store, say }: Shared, world: WorldInfo, column: number): CountedLine[] {
  const { results, view, states } = store.lab;
  if (column < 0) return [];
  const windows = world.windows.length;
  const span = view.isSmooth ? Math.round(WEEKS_PER_YEAR / world.windowWeeks) : 1;
  const base = results.get(BASELINE);
  const seriesOf = (run: number): Float64Array[] => {
    const shown = shownRuns(results.get(run));
    if (!view.isDifference) return shown.map((one) => smooth(columnOf(one, column), span));
    return shown.flatMap((one) => {
      const replicate = replicateOf(results.get(run), one);
      const other = base?.get(replicate);
      if (!other) return [];
      const before = columnOf(other, column);
      const own = columnOf(one, column);
      return [
        smooth(
          own.subarray(0, before.length).map((value, i) => value - (before[i] as number)),
          span,
        ),
      ];
    });
  };
  const slots = states.present.strategies.map(({ text }, slot) => {
    return { run: slot, label: titleIn(view.language, text), look: `series-${slot + 1}` };
  });
  const all = view.isDifference ? slots : [{ run: BASELINE, label: say("baseline"), look: "series-0" }, ...slots];
  return all.map(({ run, label, look }): CountedLine => {
    const series = seriesOf(run);
    const { mean, low, high, runs } = bandOf(series, windows);
    const until = world.windows[(series[0]?.length ?? 0) - 1] ?? "";
    return { key: String(run), label, look, values: mean, runs, until, ...(runs > 1 ? { low, high } : {}) };
  });
}

function replicateOf(runs: ReadonlyMap<number, RunResultView> | undefined, one: RunResultView): number {
  return [...(runs ?? [])].find(([, of]) => of === one)?.[0] ?? 1;
}

interface ChartProps {
  readonly world: WorldInfo;
  readonly lines: readonly CountedLine[];
  readonly width: number;
  readonly svg: { current: SVGSVGElement | null };
  readonly title: string;
  readonly language: Parameters<typeof numberIn>[0];
}

function Chart({ world, lines, width, svg, title, language }: ChartProps) {
  const isNarrow = width < NARROW;
  const frame = { width, height: HEIGHT, left: 56, right: isNarrow ? 8 : LABEL_WIDTH, top: 12, bottom: 26 };
  const windows = world.windows.length;
  // The legend has those too of which nothing is known yet, so that it does not grow when they come.
  const known = lines.filter(({ runs }) => runs > 0);
  const { lines: drawn, ticks } = draw(known, windows, frame);
  const untilOf = ({ key }: Line) => lines.find((line) => line.key === key)?.until;
  const scale = useMemo(() => scaleOf(world.windows[0] ?? world.start, world.windows.at(-1) ?? world.end), [world]);
  const short = shortLabels(
    lines.map(({ label }) => label),
    LETTERS,
  );
  const inner = width - frame.left - frame.right;
  return (
    <>
      <svg ref={svg} width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={title} class="chart">
        {ticks.map(({ value, y: at }) => (
          <g key={value}>
            <line class={value === 0 ? "axis" : "grid"} x1={frame.left} x2={width - frame.right} y1={at} y2={at} />
            <text class="tick" x={frame.left - 6} y={at + 4} text-anchor="end">
              {shortIn(language, value)}
            </text>
          </g>
        ))}
        {yearsOf(scale, isNarrow ? 5 : 13).map(({ year, share }) => (
          <text key={year} class="tick" x={frame.left + share * inner} y={HEIGHT - 8} text-anchor="middle">
            {year}
          </text>
        ))}
        {drawn.map(({ line, band }) => band && <path key={line.key} class={`band ${line.look}`} d={band} />)}
        {drawn.map(({ line, path }) => (
          <path key={line.key} class={`line ${line.look}`} d={path} data-until={untilOf(line)} />
        ))}
        {!isNarrow &&
          drawn.map(({ line, labelY }) => (
            <text key={line.key} class={`name ${line.look}`} x={width - frame.right + 6} y={labelY + 4}>
              {short[lines.findIndex(({ key }) => key === line.key)]}
            </text>
          ))}
      </svg>
      <ul class="legend">
        {lines.map(({ key, label, look }) => (
          <li key={key}>
            <svg class="key" width="28" height="8" aria-hidden="true">
              <path class={`line ${look}`} d="M0,4H28" />
            </svg>
            {label}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The same numbers as the drawing, for those who read: a row for each year. */
function YearTable({
  world,
  lines,
  say,
  language,
  caption,
}: Pick<ChartProps, "world" | "lines" | "language"> & Pick<Shared, "say"> & { readonly caption: string }) {
  const years = [...new Set(world.windows.map((date) => date.slice(0, 4)))];
  const last = (year: string) => world.windows.findLastIndex((date) => date.startsWith(year));
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={caption}>
      <table>
        <caption>{say("table.caption", { outcome: caption })}</caption>
        <thead>
          <tr>
            <th scope="col">{say("table.year")}</th>
            {lines.map(({ key, label }) => (
              <th key={key} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {years.map((year) => (
            <tr key={year}>
              <th scope="row">{year}</th>
              {lines.map(({ key, values, low, high }) => {
                const at = last(year);
                const range =
                  low && high ? ` (${numberIn(language, low[at] as number)} – ${numberIn(language, high[at] as number)})` : "";
                return <td key={key}>{numberIn(language, values[at] ?? Number.NaN) + range}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** @returns a row for each window: mean and band of every line */
function csvOf({ windows }: WorldInfo, lines: readonly CountedLine[]): string {
  const quoted = (text: string) => `"${text.replaceAll('"', '""').replace(/^([=+\-@\t])/, "'$1")}"`;
  const cell = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? "" : String(value));
  const head = ["date", ...lines.flatMap(({ label }) => [label, `${label} low`, `${label} high`].map(quoted))];
  const rows = windows.map((date, i) => [
    date,
    ...lines.flatMap(({ values, low, high }) => [values[i], low?.[i], high?.[i]].map(cell)),
  ]);
  return `${[head, ...rows].map((row) => row.join(",")).join("\n")}\n`;
}
