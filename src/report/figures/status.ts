import { shareChart } from "../../charts/shares.ts";
import { type TableSpec, tableBuilder } from "../../core/table.ts";
import { addTo, estimate, running } from "../../experiment/stats/running.ts";
import { rowsIn } from "../evidence.ts";
import type { FigureKind } from "../figure.ts";
import { nameIn, quotedIn } from "../names.ts";
import { level } from "../words.ts";

/** From the lightest to the darkest. */
const STATUSES = ["incumbent", "entrant", "designated"] as const;
const NAMES: Readonly<Record<string, string>> = {
  incumbent: "there before",
  entrant: "newcomers",
  designated: "listed",
};
const MONTHS = 3;
const PER_CENT = 100;

const text = (name: string, about: string) => ({ name, type: "string" as const, unit: "", about });
const share = (name: string, about: string) => ({ name, type: "number" as const, unit: "share", about });
const SPEC: TableSpec = {
  name: "shares_by_status",
  about: "one row per strategy, quarter and status: share of trips, mean over runs",
  primaryKey: ["strategy", "quarter", "status"],
  columns: [
    text("strategy", "strategy"),
    { name: "quarter", type: "date", unit: "date", about: "first day of the quarter in which the recording window begins" },
    text("status", "status of the smuggler in the window"),
    share("share", "of all trips begun in the quarter, mean over runs"),
    share("low", "lower end of its 95 % interval (Student t), cut at 0; empty for fewer than two runs"),
    share("high", "upper end, cut at 1"),
  ],
};

const quarterOf = (date: string): string => {
  const month = Math.floor((Number(date.slice(5, 7)) - 1) / MONTHS) * MONTHS + 1;
  return `${date.slice(0, 5)}${String(month).padStart(2, "0")}-01`;
};

export const status: FigureKind = {
  kind: "status",
  about: "market shares by quarter of those who were there before, of newcomers and of the listed",
  needs: "market_shares.csv: corridor run",
  make(evidence) {
    const rows = rowsIn(evidence, "market_shares");
    const [strategy = ""] = evidence.strategies;
    if (rows.length === 0) return [];
    const trips = new Map<string, Map<string, Map<string, number>>>();
    for (const row of rows) {
      const quarter = quarterOf(row.text("date"));
      const runs = trips.get(quarter) ?? new Map<string, Map<string, number>>();
      const run = runs.get(row.text("run_id")) ?? new Map<string, number>();
      run.set(row.text("status"), (run.get(row.text("status")) ?? 0) + row.number("journeys"));
      trips.set(quarter, runs.set(row.text("run_id"), run));
    }
    const quarters = [...trips.keys()].sort();
    const sharesOf = (quarter: string) =>
      STATUSES.map((name) => {
        const sum = running();
        for (const run of trips.get(quarter)?.values() ?? []) {
          const total = [...run.values()].reduce((all, one) => all + one, 0);
          if (total > 0) addTo(sum, (run.get(name) ?? 0) / total);
        }
        const { mean, low, high } = estimate(sum);
        return { mean, low: Math.max(0, low), high: Math.min(1, high) };
      });
    const shares = new Map(quarters.map((quarter) => [quarter, sharesOf(quarter)]));
    const builder = tableBuilder(SPEC, quarters.length * STATUSES.length);
    for (const [quarter, found] of shares)
      found.forEach(({ mean, low, high }, i) => void builder.add([strategy, quarter, STATUSES[i] ?? "", mean, low, high]));
    const last = quarters.at(-1) ?? "";
    const said = (shares.get(last) ?? []).map(({ mean, low, high }, i) => {
      return `${NAMES[STATUSES[i] ?? ""]} ${level(mean * PER_CENT, low * PER_CENT, high * PER_CENT)} %`;
    });
    return [
      {
        title: `Who carries the trips in the quarter from ${last} under ${quotedIn(evidence, strategy)}: ${said.join(", ")}`,
        description:
          "Share of trips by the status of the smuggler at that time, mean over runs, quarter by quarter; from light to dark: there before the record, newcomers, listed. No bands are drawn: 95 % intervals over runs are in the table.",
        draw: (document, of) =>
          shareChart(document, {
            ...of,
            parts: STATUSES.map((name) => NAMES[name] ?? name),
            stacks: [
              {
                name: nameIn(evidence, strategy),
                rows: quarters.map((quarter) => ({
                  at: new Date(quarter),
                  shares: (shares.get(quarter) ?? []).map(({ mean }) => mean),
                })),
              },
            ],
          }),
        table: builder.finish(),
        from: { file: "market_shares.csv", key: "journeys, added up by quarter and status" },
      },
    ];
  },
};
