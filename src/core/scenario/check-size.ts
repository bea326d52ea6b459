/** Sizes that the arrays of a run can hold. */
import { parseDate } from "../calendar.ts";
import type { Issue } from "../issue.ts";
import { type SeriesInput, valueOn } from "../quantity.ts";
import { perWeek } from "../units.ts";
import { MOST_BIRTHS_PER_WEEK, MOST_COMMUNITIES, MOST_SERVICES, STOCK_WEEKS } from "../world/identity.ts";
import { wrong } from "./complaint.ts";
import { isMap } from "./path.ts";
import type { Defining } from "./references.ts";
import type { RunSettings } from "./schema/scenario.ts";
import type { Ecosystem } from "./schema/strategy.ts";

/** Most entries of each map: of numbers in a byte, of bits in a word, of the parts of an identity. */
const MOST = {
  legs: 255,
  nodes: 255,
  jurisdictions: 255,
  vessels: 255,
  conduct: 255,
  authorities: 32,
  harms: 16,
  communities: MOST_COMMUNITIES,
  services: MOST_SERVICES,
} as const;
/** What nothing can happen without. */
const NEEDED = ["jurisdictions", "nodes", "legs", "vessels", "communities", "conduct", "harms"] as const;
/** A Poisson number of this mean exceeds twice the mean once in e^(0.39 mean) weeks; half the room is enough. */
const ROOM = 0.5;

/** @param document may have parts that the schema does not accept */
export function checkCounts(document: Defining): Issue[] {
  const counts = new Map(Object.entries(document).flatMap(([key, map]) => (isMap(map) ? [[key, Object.keys(map).length]] : [])));
  const many = (Object.keys(MOST) as (keyof typeof MOST)[]).flatMap((key) => {
    const count = counts.get(key) ?? 0;
    return count > MOST[key] ? [wrong([key], `${count} ${key}`, `at most ${MOST[key]}`)] : [];
  });
  const none = NEEDED.filter((key) => counts.get(key) === 0).map((key) =>
    wrong([key], `the ecosystem has no ${key}`, "at least one"),
  );
  return [...many, ...none];
}

/** Births and stocks, in simulated persons, within what an identity can number. */
export function checkPersons({ communities }: Pick<Ecosystem, "communities">, { scale }: Pick<RunSettings, "scale">): Issue[] {
  const mostBirths = MOST_BIRTHS_PER_WEEK * ROOM;
  const mostStock = MOST_BIRTHS_PER_WEEK * STOCK_WEEKS;
  return Object.entries(communities).flatMap(([name, { births, stock }]) => {
    const persons = Object.values(stock).reduce((sum, { value }) => sum + value, 0);
    const most = Math.max(...daysOf(births).map((day) => perWeek(valueOn(births, day)))) / scale;
    return [
      ...(most > mostBirths
        ? [
            wrong(
              ["communities", name, "births"],
              `${Math.ceil(most)} births a week at scale ${scale}`,
              scaleFor(most * scale, mostBirths),
            ),
          ]
        : []),
      ...(persons / scale > mostStock
        ? [wrong(["communities", name, "stock"], `${persons} persons at hubs at scale ${scale}`, scaleFor(persons, mostStock))]
        : []),
    ];
  });
}

function scaleFor(persons: number, most: number): string {
  return `at most ${most} simulated persons: a scale of ${Math.ceil(persons / most)} or more`;
}

function daysOf(births: SeriesInput): number[] {
  return "series" in births ? Object.keys(births.series).map((date) => parseDate(date) ?? 0) : [0];
}
