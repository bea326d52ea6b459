/** Evidence for tests: that of a small comparison, widened to many strategies and years, or with hostile texts in every field. */
import { isText, type Table } from "../../src/core/table.ts";
import type { Evidence } from "../../src/report/evidence.ts";

export const HOSTILE = `<img src=x onerror=alert(1)>"'&<b>\u202e=1+1`;

type Cell = string | number;

/** A table with its rows, and each of them again for every variation. */
function varied(table: Table, variations: readonly ((column: string, cell: Cell) => Cell)[]): Table {
  return {
    ...table,
    rows: table.rows * variations.length,
    data: table.spec.columns.map(({ name, type }, i) => {
      const cells = variations.flatMap((vary) => Array.from(table.data[i]!, (cell: Cell) => vary(name, cell)));
      return isText(type) ? cells.map(String) : Float64Array.from(cells, Number);
    }),
  };
}

const mapTables = (evidence: Evidence, change: (table: Table) => Table) =>
  new Map([...evidence.tables].map(([name, table]) => [name, change(table)]));

/** The one strategy several times under other names, and its years again and again. */
export function widened(evidence: Evidence, strategies: number, years: number): Evidence {
  const [baseline = "", strategy = ""] = evidence.strategies;
  const names = [strategy, ...Array.from({ length: strategies - 1 }, (_, i) => `another-strategy-${i + 2}`)];
  const wider = mapTables(evidence, (table) =>
    varied(
      table,
      names.map((name) => (column, cell) => (column === "strategy" && cell === strategy ? name : cell)),
    ),
  );
  const course = wider.get("course");
  if (course) {
    const shifts = Array.from({ length: years }, (_, i) => i);
    wider.set(
      "course",
      varied(
        course,
        shifts.map((shift) => (column, cell) => (column === "year" ? Number(cell) + shift : cell)),
      ),
    );
  }
  const titles = new Map([
    ...evidence.titles,
    ...names.slice(1).map((name) => [name, `Title of ${name} - and what it means`] as const),
  ]);
  return { ...evidence, tables: wider, strategies: [baseline, ...names], titles };
}

const KEPT = new Set(["outcome", "period", "part", "is", "measure", "by", "question", "at", "verdict", "from"]);

/** Something hostile behind every text that a scenario or its author can choose. */
export function hostile(evidence: Evidence): Evidence {
  const bad = (text: string) => (text === "" ? "" : `${text}${HOSTILE}`);
  return {
    ...evidence,
    title: bad(evidence.title),
    command: bad(evidence.command),
    folder: bad(evidence.folder),
    version: bad(evidence.version),
    strategies: evidence.strategies.map(bad),
    titles: new Map([...evidence.titles].map(([name, title]) => [bad(name), bad(title)])),
    ecosystems: evidence.ecosystems.map((ecosystem) => ({ ...ecosystem, name: bad(ecosystem.name) })),
    meanings: new Map([...evidence.meanings].map(([name, about]) => [name, bad(about)])),
    tables: mapTables(evidence, (table) =>
      varied(table, [(column, cell) => (typeof cell === "string" && !KEPT.has(column) ? bad(cell) : cell)]),
    ),
  };
}
