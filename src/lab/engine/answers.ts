/** Questions about the first replicate of a run: who holds the market, what somebody's life was, why it chose. */

import { weekOfDay } from "../../core/calendar.ts";
import { explainDecision, parseDate } from "../../core/index.ts";
import { numbersOf, type Table, textsOf } from "../../core/table.ts";
import { csvHeader, csvRows } from "../../formats/csv.ts";
import type { Answer, EnablerRow, LifeEvent, LifeRow, MarketRow, Question } from "../protocol.ts";
import type { Session } from "./session.ts";

/** Rows that a person reads. */
const MOST_ROWS = 200;

export function answer(question: Question, session: Session): Answer {
  const track = session.track(question.run);
  const { world } = session;
  if (!track || !world) return { type: "none", reason: "not played yet" };
  const table = (name: string): Table => {
    const found = track.tables.find(({ spec }) => spec.name === name);
    if (!found) throw new Error(`there is no table ${name}`);
    return found;
  };
  switch (question.type) {
    case "market":
      return { type: "market", date: question.date, rows: marketOf(table("market_shares"), question.leg, question.date) };
    case "life":
      return {
        type: "life",
        rows: lifeOf(table("market_shares"), question.actor),
        events: eventsOf(table("events"), question.actor),
      };
    case "listed":
      return { type: "listed", actors: listedIn(table("events")) };
    case "enablers":
      return { type: "enablers", rows: enablersOf(table("enablers"), question.date) };
    case "table": {
      const found = table(question.table);
      return { type: "table", csv: csvHeader(found.spec.columns) + [...csvRows(found)].join("") };
    }
    case "why": {
      const { calendar, warmupWeeks } = track.model;
      const week = Math.max(warmupWeeks, weekOfDay(calendar, parseDate(question.date) ?? calendar.startDay));
      return { type: "why", found: explainDecision(track.model, { who: question.who, week }) };
    }
  }
}

function marketOf(shares: Table, leg: string, date: string): MarketRow[] {
  const [dates, legs, actors] = [textsOf(shares, "date"), textsOf(shares, "leg"), textsOf(shares, "smuggler")];
  const [conduct, status] = [textsOf(shares, "conduct"), textsOf(shares, "status")];
  const [trips, share] = [numbersOf(shares, "journeys"), numbersOf(shares, "share")];
  const harms = shares.spec.columns.flatMap(({ name }) => (name.startsWith("expected_") ? [numbersOf(shares, name)] : []));
  const rows: MarketRow[] = [];
  for (let row = 0; row < shares.rows; row++) {
    if (dates[row] !== date || legs[row] !== leg) continue;
    rows.push({
      ...{ actor: actors[row] ?? "", conduct: conduct[row] ?? "", status: status[row] ?? "" },
      ...{ trips: trips[row] as number, share: share[row] as number },
      harm: harms.reduce((sum, harm) => sum + (harm[row] as number), 0),
    });
  }
  return rows.sort((a, b) => b.share - a.share);
}

function lifeOf(shares: Table, actor: string): LifeRow[] {
  const [dates, legs, actors] = [textsOf(shares, "date"), textsOf(shares, "leg"), textsOf(shares, "smuggler")];
  const [conduct, status] = [textsOf(shares, "conduct"), textsOf(shares, "status")];
  const [trips, share] = [numbersOf(shares, "journeys"), numbersOf(shares, "share")];
  const rows: LifeRow[] = [];
  for (let row = 0; row < shares.rows; row++) {
    if (actors[row] !== actor) continue;
    rows.push({
      ...{ date: dates[row] ?? "", leg: legs[row] ?? "", conduct: conduct[row] ?? "", status: status[row] ?? "" },
      ...{ trips: trips[row] as number, share: share[row] as number },
    });
  }
  return rows;
}

function eventsOf(events: Table, actor: string): LifeEvent[] {
  const [dates, names, actors] = [textsOf(events, "date"), textsOf(events, "event"), textsOf(events, "actor")];
  const [places, authorities, causes] = [textsOf(events, "place"), textsOf(events, "authority"), textsOf(events, "cause")];
  const rows: LifeEvent[] = [];
  for (let row = 0; row < events.rows && rows.length < MOST_ROWS; row++) {
    if (actors[row] !== actor) continue;
    rows.push({
      ...{ date: dates[row] ?? "", event: names[row] ?? "", place: places[row] ?? "" },
      ...{ authority: authorities[row] ?? "", cause: causes[row] ?? "" },
    });
  }
  return rows;
}

/** Those at work in a window, those who serve most first. */
function enablersOf(enablers: Table, date: string): EnablerRow[] {
  const [dates, names, services] = [textsOf(enablers, "date"), textsOf(enablers, "enabler"), textsOf(enablers, "service")];
  const [places, statuses] = [textsOf(enablers, "jurisdiction"), textsOf(enablers, "status")];
  const trade = enablers.spec.columns.flatMap(({ name }) => (name.startsWith("clients_") ? [numbersOf(enablers, name)] : []));
  const rows = names.flatMap((actor, row): EnablerRow[] => {
    const status = statuses[row] ?? "";
    if (dates[row] !== date || status === "gone") return [];
    const served = trade.reduce((sum, of) => sum + (of[row] as number), 0);
    return [{ actor, service: services[row] ?? "", jurisdiction: places[row] ?? "", status, served }];
  });
  return rows.sort((a, b) => b.served - a.served);
}

/** Smugglers that were ever put on a list, the first first. */
function listedIn(events: Table): string[] {
  const [names, roles, actors] = [textsOf(events, "event"), textsOf(events, "role"), textsOf(events, "actor")];
  return [...new Set(actors.filter((_, row) => names[row] === "listed" && roles[row] === "smuggler"))].slice(0, MOST_ROWS);
}
