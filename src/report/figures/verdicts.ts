import { intervalChart } from "../../charts/intervals.ts";
import { type Table, type TableSpec, tableBuilder } from "../../core/table.ts";
import { UNKNOWN } from "../../experiment/stats/interval.ts";
import { rowsIn } from "../evidence.ts";
import type { Figure, FigureKind } from "../figure.ts";
import { picked, type Row } from "../rows.ts";
import { changePercent, listOf } from "../words.ts";

const PER_CENT = 100;
const DEFAULT = "default";
/** A wider interval of a relative change is written beside the chart and not drawn: it would leave no room for the others. */
const WIDEST = 4;
/** Worst first. */
const VERDICTS = ["reversed", "fails", "not told", "holds", "by construction"] as const;
const AMONG = { rule: "decision rules", mechanism: "mechanisms off", alternative: "structures", box: "points of the box" };

const text = (name: string, about: string) => ({ name, type: "string" as const, unit: "", about });
const count = (name: string) => ({ name, type: "integer" as const, unit: "points", about: `where the verdict is: ${name}` });
const SPEC: TableSpec = {
  name: "verdicts_elsewhere",
  about: "one row per pattern and kind of change: how often each verdict came out",
  primaryKey: ["pattern", "of"],
  columns: [
    text("pattern", "what it says"),
    text("of", "what was changed"),
    ...VERDICTS.map((name) => count(name.replaceAll(" ", "_"))),
  ],
};

const worstFirst = (a: Row, b: Row) => rank(a) - rank(b);
const rank = (row: Row) => VERDICTS.indexOf(row.text("verdict") as (typeof VERDICTS)[number]);

export const verdicts: FigureKind = {
  kind: "verdicts",
  about: "verdicts on patterns, failures first, and where each holds and fails",
  needs: "patterns.csv and pattern_verdicts.csv: corridor patterns",
  isAcross: true,
  make(evidence) {
    const claims = evidence.tables.get("patterns");
    const all = rowsIn(evidence, "pattern_verdicts");
    if (!claims || all.length === 0) return [];
    const here = all.filter((row) => row.text("of") === DEFAULT).sort(worstFirst);
    const elsewhere = all.filter((row) => row.text("of") !== DEFAULT);
    return [
      ...(here.length > 0 ? [atDefaults(claims, here, rowsIn(evidence, "patterns"))] : []),
      ...(elsewhere.length > 0 ? [whereElse(elsewhere, here)] : []),
    ];
  },
};

function counts(rows: readonly Row[]): string {
  const found = VERDICTS.map((name) => [rows.filter((row) => row.text("verdict") === name).length, name] as const);
  return listOf(found.flatMap(([n, name]) => (n > 0 ? [`${n} ${name}`] : [])));
}

function atDefaults(table: Table, verdicts: readonly Row[], claims: readonly Row[]): Figure {
  const rows = verdicts.flatMap((verdict) =>
    claims
      .filter((row) => row.text("pattern") === verdict.text("pattern") && row.text("of") === DEFAULT)
      .map((row) => ({ row, group: `${verdict.text("verdict")}: ${verdict.text("title")}` })),
  );
  return {
    title: `Patterns at the defaults: ${counts(verdicts)}`,
    description:
      "Every claim of every pattern, failures first: change of its outcome in per cent of the other arm's mean, over pairs of worlds with the same luck. Lines: 95 % intervals (Student t). Full symbols: the interval is within what was expected, or excludes it; hollow: not told. Intervals wider than 400 % are written, not drawn. What was expected, and whether a placebo does the same, stands in the table.",
    draw: (document, of) =>
      intervalChart(document, {
        ...of,
        measure: "change, %",
        rows: rows.map(({ row, group }) => {
          const [value, low, high] = ["relative", "relative_low", "relative_high"].map((name) => row.number(name)) as [
            number,
            number,
            number,
          ];
          return {
            group,
            name: row.text("claim"),
            style: row.text("verdict") === "holds" ? 1 : 2,
            ...(high - low > WIDEST ? UNKNOWN : { value: value * PER_CENT, low: low * PER_CENT, high: high * PER_CENT }),
            text: `${changePercent(value, low, high)} ${row.text("verdict")}`,
            isClear: row.text("verdict") !== "not told",
          };
        }),
      }),
    table: picked(table, (row) => row.text("of") === DEFAULT),
    from: { file: "patterns.csv", key: `of = ${DEFAULT}` },
  };
}

/** The same patterns under other rules, with mechanisms off, under other structures and over the box. */
function whereElse(rows: readonly Row[], here: readonly Row[]): Figure {
  const kinds = Object.keys(AMONG).filter((kind) => rows.some((row) => row.text("of") === kind)) as (keyof typeof AMONG)[];
  const order = here.length > 0 ? here : rows;
  const patterns = [...new Set([...order, ...rows].map((row) => row.text("pattern")))];
  const builder = tableBuilder(SPEC, patterns.length * kinds.length);
  let moved = 0;
  for (const pattern of patterns) {
    const own = rows.filter((row) => row.text("pattern") === pattern);
    const usual = here.find((row) => row.text("pattern") === pattern)?.text("verdict");
    if (usual !== undefined && own.some((row) => row.text("verdict") !== usual)) moved++;
    for (const kind of kinds) {
      const of = own.filter((row) => row.text("of") === kind);
      const title = own[0]?.text("title") ?? pattern;
      builder.add([title, AMONG[kind], ...VERDICTS.map((name) => of.filter((row) => row.text("verdict") === name).length)]);
    }
  }
  const tried = kinds.map((kind) => {
    const settings = new Set(
      rows.filter((row) => row.text("of") === kind).map((row) => `${row.text("setting")} ${row.text("point")}`),
    );
    return `${settings.size} ${AMONG[kind]}`;
  });
  return {
    title: `Under ${listOf(tried)} the verdict on ${moved} of ${patterns.length} patterns differs somewhere from that at the defaults`,
    description: `How often each verdict came out: ${counts(rows)} in all. With few pairs a verdict that differs is often luck; "not told" is no success.`,
    table: builder.finish(),
    from: { file: "pattern_verdicts.csv", key: `of is not ${DEFAULT}` },
  };
}
