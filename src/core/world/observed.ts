/** Indicators as an authority sees them: from published history, its own lists and assessments. */
import { PER_THOUSAND, WEEKS_PER_QUARTER } from "../units.ts";
import type { Indicator } from "./indicators.ts";
import type { World } from "./world.ts";

const YEAR = 52;
const ABUSIVE = 0.5;

/** Sum of a published series over the last weeks before this one. */
function recent(world: World, series: Float64Array, weeks: number): number {
  let sum = 0;
  for (let w = Math.max(0, world.week - weeks); w < world.week; w++) sum += series[w];
  return sum;
}

const ratio = (a: number, b: number) => (b > 0 ? a / b : 0);

const READ: Readonly<Record<Indicator, (world: World) => number>> = {
  "arrivals-year": (w) => recent(w, w.history.columns.arrivals, YEAR),
  "arrivals-quarter": (w) => recent(w, w.history.columns.arrivals, WEEKS_PER_QUARTER),
  "deaths-year": (w) => recent(w, w.history.columns.deaths, YEAR),
  "deaths-per-1000": (w) => {
    const deaths = recent(w, w.history.columns.deaths, YEAR);
    const attempts = recent(w, w.history.columns.arrivals, YEAR) + recent(w, w.history.columns.stops, YEAR) + deaths;
    return PER_THOUSAND * ratio(deaths, attempts);
  },
  "abuse-per-1000": (w) =>
    PER_THOUSAND * ratio(recent(w, w.history.columns.abuse, YEAR), recent(w, w.history.columns.trips, YEAR)),
  "assessed-abusive-share": (w) => {
    const { assessedWeek, assessedSeverity } = w.smugglers.columns;
    const authorities = w.model.authorities.count;
    let seen = 0;
    let abusive = 0;
    for (const row of w.active) {
      for (let a = 0; a < authorities; a++) {
        if (assessedWeek[row * authorities + a] === 0) continue;
        seen++;
        if (assessedSeverity[row * authorities + a] > ABUSIVE) abusive++;
        break;
      }
    }
    return ratio(abusive, seen);
  },
  "price-index": (w) => {
    const { price } = w.history.columns;
    const first = Math.min(w.week, w.model.warmupWeeks + YEAR) - 1;
    return w.week > 0 && price[first] > 0 ? price[w.week - 1] / price[first] : 1;
  },
  "listed-actors": (w) => {
    let listed = 0;
    for (const row of w.active) if (w.smugglers.columns.listedBy[row] !== 0) listed++;
    for (let e = 0; e < w.enablers.used; e++) if (w.enablers.columns.listedBy[e] !== 0) listed++;
    return listed;
  },
  "weeks-since-listing": (w) => {
    const last = w.public.columns.lastListing[0];
    return last === 0 ? 0 : w.week + 1 - last;
  },
  support: (w) => w.public.columns.support[0],
  "spend-year": (w) => recent(w, w.history.columns.spend, YEAR),
};

/** What an authority reads off for an indicator at the start of this week. */
export function observed(world: World, indicator: Indicator): number {
  return READ[indicator](world);
}
