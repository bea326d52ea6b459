/** Who is due in which week: a list of rows for each, so that those to whom nothing happens cost nothing. */
export interface Agenda {
  /** By week; the first count[week] are valid, in the order in which they were put down. */
  readonly rows: Int32Array[];
  readonly count: Int32Array;
  /** Arrays of past weeks, to be filled again. */
  readonly spare: Int32Array[];
}

const NOBODY = new Int32Array(0);
const FIRST_ROOM = 64;

export function createAgenda(weeks: number): Agenda {
  return { rows: new Array<Int32Array>(weeks).fill(NOBODY), count: new Int32Array(weeks), spare: [] };
}

/** Puts a row down for a week of the run. Returns the row that was put down before it, -1 when it is the first. */
export function putDown(agenda: Agenda, week: number, row: number): number {
  const at = agenda.count[week]++;
  if (at === agenda.rows[week].length) makeRoom(agenda, week, at);
  const rows = agenda.rows[week];
  rows[at] = row;
  return at > 0 ? rows[at - 1] : -1;
}

function makeRoom(agenda: Agenda, week: number, count: number): void {
  const spare = agenda.spare.pop();
  const larger = spare !== undefined && spare.length > count ? spare : new Int32Array(Math.max(FIRST_ROOM, count * 2));
  larger.set(agenda.rows[week]);
  agenda.rows[week] = larger;
}

/** Takes the list of a week off the agenda; whoever is put down for that week from now on begins a new one. Hand it back when read. */
export function takeList(agenda: Agenda, week: number): { readonly rows: Int32Array; readonly count: number } {
  const list = { rows: agenda.rows[week], count: agenda.count[week] };
  agenda.rows[week] = NOBODY;
  agenda.count[week] = 0;
  return list;
}

export function handBack(agenda: Agenda, rows: Int32Array): void {
  if (rows.length > 0) agenda.spare.push(rows);
}
