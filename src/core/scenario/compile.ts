/**
 * ecosystem + strategy + settings + seed --compile--> Model
 *
 * Maps become indices in the order of their names (conduct: of severity), so that the order of a file means nothing.
 */
import { type Calendar, parseDate } from "../calendar.ts";
import { type Values, values } from "../quantity.ts";
import { seedOf } from "../random/stream.ts";
import { DAYS_PER_WEEK } from "../units.ts";
import type { Names } from "../world/instrument.ts";
import type { Model } from "../world/model.ts";
import { flags, numbers, sortedKeys } from "./arrays.ts";
import { bindStrategy } from "./bind.ts";
import { compileGeography } from "./compile-geography.ts";
import { compileInstruments } from "./compile-instruments.ts";
import type { RunSettings } from "./schema/scenario.ts";
import type { Ecosystem, Strategy } from "./schema/strategy.ts";

function day(date: string): number {
  const found = parseDate(date);
  if (found === undefined) throw new Error(`not a date: ${date}`);
  return found;
}

/** Steps of a run, the warm-up before its start included. */
export function calendarOf(ecosystem: Ecosystem, settings: RunSettings): Calendar {
  const startDay = day(settings.start ?? ecosystem.start);
  const weeks = Math.floor((day(settings.end ?? ecosystem.end) - startDay + 1) / DAYS_PER_WEEK);
  if (weeks < 1) throw new Error("a run must last a week or more");
  return { startDay: startDay - settings.warmupWeeks * DAYS_PER_WEEK, weeks: weeks + settings.warmupWeeks };
}

const indexed = (keys: readonly string[]): ReadonlyMap<string, number> => new Map(keys.map((key, i) => [key, i]));

/** The instruments of another strategy, as a model of this ecosystem holds them. */
export function instrumentsOf(
  ecosystem: Ecosystem,
  strategy: Strategy,
  { calendar, names }: Pick<Model, "calendar" | "names">,
): Model["instruments"] {
  return compileInstruments(ecosystem, bindStrategy(strategy, ecosystem), calendar, names);
}

/**
 * Documents as the numbers that a run reads; the same ones give the same bits.
 * @param seed any text, or a whole number
 * @throws Error on a document that the schema and the checks of references have not accepted
 */
export function compile(ecosystem: Ecosystem, strategy: Strategy, settings: RunSettings, seed: string | number): Model {
  const calendar = calendarOf(ecosystem, settings);
  const plain = values(ecosystem) as Values<Ecosystem>;
  const levelKeys = Object.keys(plain.conduct).sort(
    (a, b) => plain.conduct[a].severity - plain.conduct[b].severity || (a < b ? -1 : 1),
  );
  const harmKeys = sortedKeys(plain.harms);
  const serviceKeys = sortedKeys(plain.services);
  const authorityKeys = sortedKeys(plain.authorities);
  const labels = {
    jurisdiction: sortedKeys(plain.jurisdictions),
    node: sortedKeys(plain.nodes),
    leg: sortedKeys(plain.legs),
    vessel: sortedKeys(plain.vessels),
    community: sortedKeys(plain.communities),
    nationality: [...new Set(Object.values(plain.communities).map((c) => c.nationality))].sort(),
    level: levelKeys,
    harm: harmKeys,
    service: serviceKeys,
    authority: authorityKeys,
  };
  const names: Names = {
    leg: indexed(labels.leg),
    community: indexed(labels.community),
    jurisdiction: indexed(labels.jurisdiction),
    node: indexed(labels.node),
    service: indexed(labels.service),
    authority: indexed(labels.authority),
  };
  const services = serviceKeys.map((key) => plain.services[key]);
  const authorities = authorityKeys.map((key) => plain.authorities[key]);
  const mirrorDelay = new Float64Array(authorities.length * authorities.length);
  const mirrorShare = new Float64Array(authorities.length * authorities.length);
  authorities.forEach((authority, copier) => {
    for (const [source, mirror] of Object.entries(authority.mirrors)) {
      const at = copier * authorities.length + (names.authority.get(source) as number);
      mirrorDelay[at] = mirror.delayWeeks;
      mirrorShare[at] = mirror.share;
    }
  });
  return {
    ecosystem: ecosystem.name,
    strategy: strategy.name,
    calendar,
    seed: seedOf(seed),
    rounds: settings.rounds,
    scale: settings.scale,
    recordWeeks: settings.recordWeeks,
    warmupWeeks: settings.warmupWeeks,
    mechanism: plain.mechanisms,
    names,
    labels,
    migrants: plain.migrants,
    beliefs: plain.beliefs,
    smugglers: plain.smugglers,
    enablers: plain.enablers,
    public: plain.public,
    observation: plain.observation,
    compounds: plain.compounds,
    ...compileGeography(ecosystem, plain, calendar, labels, names),
    ...compileConduct(plain, levelKeys, harmKeys),
    services: {
      count: services.length,
      sector: services.map((s) => s.sector),
      fee: numbers(services, (s) => s.fee),
      perJurisdiction: Int32Array.from(services, (s) => s.perJurisdiction),
      capacity: numbers(services, (s) => s.capacity),
      capital: numbers(services, (s) => s.capital),
      legitimate: numbers(services, (s) => s.legitimate),
      exposure: numbers(services, (s) => s.exposure),
      replacementWeeks: numbers(services, (s) => s.replacementWeeks),
      withoutCapacity: numbers(services, (s) => s.without.capacity),
      withoutCollection: numbers(services, (s) => s.without.collection),
      withoutVisibility: numbers(services, (s) => s.without.visibility),
      withoutInterception: numbers(services, (s) => s.without.interception),
      withoutProsecution: numbers(services, (s) => s.without.prosecution),
      withoutBoatCost: numbers(services, (s) => s.without.boatCost),
      protects: flags(services, (s) => s.protects),
      escrow: flags(services, (s) => s.escrow),
      lends: flags(services, (s) => s.lends),
    },
    authorities: {
      count: authorities.length,
      strength: numbers(authorities, (a) => a.strength),
      legitimacy: numbers(authorities, (a) => a.legitimacy),
      coverage: numbers(authorities, (a) => a.coverage),
      noise: numbers(authorities, (a) => a.noise),
      ageWeeks: Int32Array.from(authorities, (a) => a.ageWeeks),
      listingsPerYear: numbers(authorities, (a) => a.listingsPerYear),
      mirrorDelay,
      mirrorShare,
    },
    instruments: instrumentsOf(ecosystem, strategy, { calendar, names }),
  };
}

function compileConduct(plain: Values<Ecosystem>, levelKeys: string[], harmKeys: string[]): Pick<Model, "levels" | "harms"> {
  const levels = levelKeys.map((key) => plain.conduct[key]);
  const harms = harmKeys.map((key) => plain.harms[key]);
  const withEffect = (effect: string) => harms.findIndex((h) => h.effect === effect);
  const byEvent = new Set(["death", "detention", "bondage", "forced-work"]);
  const perTrip = Int32Array.from(harms.flatMap((h, i) => (byEvent.has(h.effect) ? [] : [i])));
  const harm = new Float64Array(levels.length * harms.length);
  levels.forEach((level, l) => {
    harmKeys.forEach((key, h) => {
      harm[l * harms.length + h] = level.harms[key] ?? 0;
    });
  });
  const forced = withEffect("forced-work");
  const kept = (l: number) => (forced >= 0 && levels[l].compound?.confines ? harms[forced].weight : 0);
  const burden = levels.map((_, l) => perTrip.reduce((sum, h) => sum + harms[h].weight * harm[l * harms.length + h], kept(l)));
  const worst = Math.max(...burden, 0);
  return {
    levels: {
      count: levels.length,
      severity: numbers(levels, (l) => l.severity),
      cost: numbers(levels, (l) => l.cost),
      guards: numbers(levels, (l) => l.guards),
      death: numbers(levels, (l) => l.death),
      ransom: numbers(levels, (l) => l.ransom),
      captivity: numbers(levels, (l) => l.captivity),
      resale: numbers(levels, (l) => l.resale),
      lends: flags(levels, (l) => l.lends),
      holds: flags(levels, (l) => l.holds),
      confines: flags(levels, (l) => l.compound?.confines ?? false),
      drive: numbers(levels, (l) => l.compound?.drive ?? 0),
      upkeep: numbers(levels, (l) => l.compound?.cost ?? 0),
      pays: numbers(levels, (l) => l.compound?.pays ?? 0),
      guarded: numbers(levels, (l) => l.compound?.guarded ?? 0),
      harm,
      abuse: numbers(burden, (b) => (worst > 0 ? b / worst : 0)),
    },
    harms: {
      count: harms.length,
      weight: numbers(harms, (h) => h.weight),
      reported: numbers(harms, (h) => h.reported),
      death: withEffect("death"),
      ransom: withEffect("ransom"),
      captivity: withEffect("captivity"),
      trafficking: withEffect("trafficking"),
      bondage: withEffect("bondage"),
      detention: withEffect("detention"),
      forced,
      perTrip,
      worst,
    },
  };
}
