/** What the page has to know of an ecosystem: names, places, outcomes, numbers that can be changed. */
import {
  dateOfWeek,
  type Ecosystem,
  MECHANISMS,
  type Model,
  parametersOf,
  type RunSettings,
  recordingOf,
} from "../../core/index.ts";
import { groupsOf } from "../../core/scenario/references.ts";
import { DEFINED_IN, type ReferenceScope, SCOPES } from "../../core/scenario/schema/reference.ts";
import { drawnColumns } from "../outcomes.ts";
import type { AssumptionInfo, Named, WorldInfo } from "../protocol.ts";
import type { Setting } from "./track.ts";

export function settingOf(ecosystem: Ecosystem, settings: RunSettings, model: Model): Setting {
  const recording = recordingOf(model);
  const weeks = model.calendar.weeks - model.warmupWeeks;
  const dates = Array.from({ length: weeks }, (_, week) => dateOfWeek(model.calendar, week + model.warmupWeeks));
  const drawn = drawnColumns(recording.columns, model.labels.level, model.labels.harm);
  return { ecosystem, settings, recording, drawn, dates };
}

/** @param shipped the ecosystem before anything was changed */
export function worldInfo({ ecosystem, settings, drawn, dates }: Setting, model: Model, shipped: Ecosystem): WorldInfo {
  const titled = (map: Readonly<Record<string, unknown>>) =>
    Object.entries(map).map(([name, one]) => ({ name, title: titleOf(one) ?? name }));
  return {
    ecosystem: { name: ecosystem.name, title: ecosystem.title, about: ecosystem.about },
    start: dates[0] ?? ecosystem.start,
    end: settings.end ?? ecosystem.end,
    longest: ecosystem.end,
    policyStart: ecosystem.policyStart ?? ecosystem.start,
    windows: dates.filter((_, week) => week % settings.recordWeeks === 0),
    windowWeeks: settings.recordWeeks,
    columns: drawn,
    places: Object.entries(ecosystem.nodes).map(([name, { title, latitude, longitude, kind }]) => {
      return { name, title, latitude: latitude.value, longitude: longitude.value, kind };
    }),
    legs: Object.entries(ecosystem.legs).map(([name, { title, from, to, mode }]) => ({ name, title, from, to, mode })),
    levels: model.labels.level,
    harms: model.labels.harm,
    names: Object.fromEntries(
      SCOPES.map((scope) => {
        const defined = ecosystem[DEFINED_IN[scope] as keyof Ecosystem] as Readonly<Record<string, unknown>>;
        return [scope, [...titled(defined), ...groupNames(ecosystem, scope)]];
      }),
    ),
    assumptions: assumptionsOf(shipped),
  };
}

/** Groups stand for their members, in strategies that fit every corridor. */
function groupNames(ecosystem: Ecosystem, scope: ReferenceScope): Named[] {
  return Object.entries(groupsOf(ecosystem, scope)).map(([name, members]) => {
    return { name, title: name, members: members as readonly string[] };
  });
}

function titleOf(one: unknown): string | undefined {
  return typeof one === "object" && one !== null && "title" in one && typeof one.title === "string" ? one.title : undefined;
}

function assumptionsOf(ecosystem: Ecosystem): AssumptionInfo[] {
  const numbers = parametersOf(ecosystem).map(({ name, about, unit, quantity, min, max }): AssumptionInfo => {
    const { value, low, high, grade } = quantity;
    return {
      ...{ path: name, about, unit, value, min, max, grade: grade ?? "" },
      ...(low === undefined ? {} : { low }),
      ...(high === undefined ? {} : { high }),
    };
  });
  const switches = Object.entries(ecosystem.mechanisms).map(([name, value]): AssumptionInfo => {
    const about = MECHANISMS[name as keyof typeof MECHANISMS];
    return { path: `mechanisms.${name}`, about: String(about), unit: "", value, min: 0, max: 1, grade: "" };
  });
  return [...switches, ...numbers];
}
