/** The table of a run that was taken up from another: the rows of that one before the date, then its own. */
import { type Table, textsOf } from "../../core/table.ts";

/** @param own has no rows before the date */
export function joined(before: Table, own: Table, date: string): Table {
  const dates = textsOf(before, "date");
  let rows = 0;
  while (rows < dates.length && (dates[rows] as string) < date) rows++;
  const data = own.data.map((column, i) => {
    const earlier = before.data[i];
    if (!(column instanceof Float64Array)) return [...(earlier as readonly string[]).slice(0, rows), ...column];
    const both = new Float64Array(rows + column.length);
    both.set((earlier as Float64Array).subarray(0, rows));
    both.set(column, rows);
    return both;
  });
  return { spec: own.spec, rows: rows + own.rows, data };
}
