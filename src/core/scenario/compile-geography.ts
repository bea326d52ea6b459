/** Jurisdictions, nodes, legs, vessels and communities as arrays. */
import { type Calendar, monthOf, parseDate, weekOfDay } from "../calendar.ts";
import type { Values } from "../quantity.ts";
import { DAYS_PER_WEEK, perWeek } from "../units.ts";
import type { Names } from "../world/instrument.ts";
import type { Model } from "../world/model.ts";
import { flags, numbers, weeklyRows } from "./arrays.ts";
import type { Ecosystem } from "./schema/strategy.ts";

type Part = Pick<Model, "jurisdictions" | "nodes" | "legs" | "vessels" | "communities">;

export function compileGeography(
  ecosystem: Ecosystem,
  plain: Values<Ecosystem>,
  calendar: Calendar,
  labels: Model["labels"],
  names: Names,
): Part {
  const jurisdictions = labels.jurisdiction.map((key) => plain.jurisdictions[key]);
  const nodes = labels.node.map((key) => plain.nodes[key]);
  const legs = labels.leg.map((key) => plain.legs[key]);
  const vessels = labels.vessel.map((key) => plain.vessels[key]);
  const communities = labels.community.map((key) => plain.communities[key]);
  const at = (map: ReadonlyMap<string, number>, key: string) => map.get(key) as number;
  const vesselIndex = new Map(labels.vessel.map((key, i) => [key, i]));
  const nationality = new Map(labels.nationality.map((key, i) => [key, i]));
  const nodeJurisdiction = Int32Array.from(nodes, (n) => at(names.jurisdiction, n.jurisdiction));
  const from = Int32Array.from(legs, (l) => at(names.node, l.from));
  const legJurisdiction = Int32Array.from(from, (node) => nodeJurisdiction[node]);
  const home = flags(jurisdictions, (j) => j.haven);
  for (const j of legJurisdiction) home[j] = 1;
  const series = (read: (leg: Ecosystem["legs"][string]) => Ecosystem["legs"][string]["interception"]) =>
    weeklyRows(
      labels.leg.map((key) => read(ecosystem.legs[key])),
      calendar,
    );
  const noWage = { value: 0 };
  const births = weeklyRows(
    labels.community.map((key) => ecosystem.communities[key].births),
    calendar,
  );
  for (let i = 0; i < births.length; i++) births[i] = perWeek(births[i]);
  const stock = new Float64Array(communities.length * nodes.length);
  communities.forEach((community, c) => {
    for (const [node, persons] of Object.entries(community.stock)) stock[c * nodes.length + at(names.node, node)] = persons;
  });
  return {
    jurisdictions: {
      count: jurisdictions.length,
      corruption: numbers(jurisdictions, (j) => j.corruption),
      enforcement: numbers(jurisdictions, (j) => j.enforcement),
      openness: numbers(jurisdictions, (j) => j.financialOpenness),
      reachFreeze: numbers(jurisdictions, (j) => j.reach.freeze),
      reachTravel: numbers(jurisdictions, (j) => j.reach.travel),
      prosecution: numbers(jurisdictions, (j) => j.prosecutionHazard),
      relocationCost: numbers(jurisdictions, (j) => j.relocationCost),
      home,
    },
    nodes: {
      count: nodes.length,
      jurisdiction: nodeJurisdiction,
      origin: flags(nodes, (n) => n.kind === "origin"),
      destination: flags(nodes, (n) => n.kind === "destination"),
      work: flags(nodes, (n) => n.work !== undefined),
      wage: weeklyRows(
        labels.node.map((key) => ecosystem.nodes[key].work?.wage ?? noWage),
        calendar,
      ),
      workValue: numbers(nodes, (n) => n.work?.value ?? 0),
      returnHazard: numbers(nodes, (n) => n.work?.returnHazard ?? 0),
      settleHazard: numbers(nodes, (n) => n.work?.settleHazard ?? 0),
    },
    legs: {
      count: legs.length,
      from,
      to: Int32Array.from(legs, (l) => at(names.node, l.to)),
      jurisdiction: legJurisdiction,
      weeks: Int32Array.from(legs, (l) => l.weeks),
      cost: numbers(legs, (l) => l.cost),
      price: numbers(legs, (l) => l.price),
      wreck: numbers(legs, (l) => l.wreck),
      death: numbers(legs, (l) => l.death),
      interception: series((l) => l.interception),
      rescue: series((l) => l.rescue),
      capacity: series((l) => l.capacity),
      season: seasons(
        legs.map((l) => l.season),
        calendar,
      ),
      detained: numbers(legs, (l) => l.detainedWhenIntercepted),
      territorial: flags(legs, (l) => l.territorial),
      escrow: flags(legs, (l) => l.payment === "escrow"),
      sea: flags(legs, (l) => l.mode === "sea"),
      compound: flags(labels.leg, (key) => plain.compounds?.legs.includes(key) ?? false),
      vessels: legs.map((l) => Int32Array.from([...l.vessels].sort(), (key) => vesselIndex.get(key) as number)),
      services: legs.map((l) => Int32Array.from([...l.services].sort(), (key) => at(names.service, key))),
      smugglers: Int32Array.from(legs, (l) => l.smugglers),
      smugglerCapacity: numbers(legs, (l) => l.smugglerCapacity),
      onTheWay: onTheWay(legs, communities),
      leaving: nodes.map((_, n) => Int32Array.from([...from.keys()].filter((leg) => from[leg] === n))),
    },
    vessels: {
      count: vessels.length,
      size: numbers(vessels, (v) => v.size),
      cost: numbers(vessels, (v) => v.cost),
      trips: numbers(vessels, (v) => v.trips),
      danger: numbers(vessels, (v) => v.danger),
      rescueGain: numbers(vessels, (v) => v.rescueGain),
      fatality: numbers(vessels, (v) => v.fatality),
      boats: flags(vessels, (v) => v.boats),
      from: Int32Array.from(vessels, (v) => (v.from === undefined ? 0 : weekOfDay(calendar, parseDate(v.from) as number))),
    },
    communities: {
      count: communities.length,
      origin: Int32Array.from(communities, (c) => at(names.node, c.origin)),
      destination: Int32Array.from(communities, (c) => at(names.node, c.destination)),
      nationality: Int32Array.from(communities, (c) => nationality.get(c.nationality) as number),
      births,
      cash: numbers(communities, (c) => c.cash),
      credit: numbers(communities, (c) => c.credit),
      reservation: numbers(communities, (c) => c.reservation),
      attraction: numbers(communities, (c) => c.attraction),
      dangerBias: numbers(communities, (c) => c.dangerBias),
      vulnerability: numbers(communities, (c) => c.vulnerability),
      stock,
    },
  };
}

/** Which legs lie between where people of a community start and where they want to go. */
function onTheWay(
  legs: readonly { from: string; to: string }[],
  communities: readonly { origin: string; destination: string; stock: object }[],
): Uint8Array {
  const way = new Uint8Array(legs.length * communities.length);
  communities.forEach(({ origin, destination, stock }, k) => {
    const ahead = spread([origin, ...Object.keys(stock)], (node) => legs.filter((l) => l.from === node).map((l) => l.to));
    const back = spread([destination], (node) => legs.filter((l) => l.to === node).map((l) => l.from));
    legs.forEach((leg, l) => {
      way[l * communities.length + k] = ahead.has(leg.from) && back.has(leg.to) ? 1 : 0;
    });
  });
  return way;
}

/** Everything that can be reached. */
function spread(from: readonly string[], next: (node: string) => readonly string[]): Set<string> {
  const seen = new Set(from);
  for (const node of seen) for (const other of next(node)) seen.add(other);
  return seen;
}

/** Monthly factors as weekly ones, leg x week, by the month of the middle of the week. */
function seasons(months: readonly (readonly number[])[], calendar: Calendar): Float64Array {
  const all = new Float64Array(months.length * calendar.weeks);
  months.forEach((factors, leg) => {
    for (let w = 0; w < calendar.weeks; w++) {
      const middle = calendar.startDay + w * DAYS_PER_WEEK + (DAYS_PER_WEEK >> 1);
      all[leg * calendar.weeks + w] = factors[monthOf(middle)];
    }
  });
  return all;
}
