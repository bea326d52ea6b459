/** What authorities did in a run, year by year: how many were listed, followed up, prosecuted, by whom. */
import { type Table, textsOf } from "../core/table.ts";

export interface Deed {
  readonly year: number;
  /** As in events.csv: "listed", "prosecuted" ... */
  readonly event: string;
  /** smuggler or enabler */
  readonly role: string;
  /** Empty where no authority acts, as in a prosecution at home. */
  readonly authority: string;
  readonly count: number;
}

/** Events that policy brings about; the others are the market's own. */
const POLICY = ["listed", "followed up", "delisted", "prosecuted", "stops departures"];

/** Counts of the events of one run by year, event, role and authority, in the order in which they first happened. */
export function deedsOf(events: Table): Deed[] {
  const column = (name: string) => textsOf(events, name);
  const [dates, names, roles, authorities] = [column("date"), column("event"), column("role"), column("authority")];
  const counts = new Map<string, Deed>();
  for (let row = 0; row < events.rows; row++) {
    const event = names[row] ?? "";
    if (!POLICY.includes(event)) continue;
    const year = Number(dates[row]?.slice(0, "YYYY".length));
    const [role = "", authority = ""] = [roles[row], authorities[row]];
    const key = [year, event, role, authority].join("|");
    counts.set(key, { year, event, role, authority, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()];
}
