/**
 * A strategy in the words of one ecosystem: names of groups become their members, days counted from the start of policy
 * become dates. What is neither stays, so that binding twice is binding once.
 */
import { entryOf } from "../catalogue.ts";
import { INSTRUMENT_BY_KIND } from "../instruments/index.ts";
import { LEVERS, type LeverName } from "../world/levers.ts";
import { dateFrom } from "./period.ts";
import { groupsOf } from "./references.ts";
import type { ReferenceScope } from "./schema/reference.ts";
import type { Ecosystem, InstrumentDocument, Strategy } from "./schema/strategy.ts";
import { definition, metaOf, unwrap } from "./schema-walk.ts";

export function bindStrategy(strategy: Strategy, ecosystem: Ecosystem): Strategy {
  const instruments = Object.entries(strategy.instruments).map(([name, instrument]) => [name, bound(instrument, ecosystem)]);
  return { ...strategy, instruments: Object.fromEntries(instruments) };
}

function bound(instrument: Readonly<Record<string, unknown>>, ecosystem: Ecosystem): Record<string, unknown> {
  const { shape } = entryOf(INSTRUMENT_BY_KIND, (instrument as unknown as InstrumentDocument).kind).params;
  const entries = Object.entries(instrument).map(([key, value]) => {
    const meta = metaOf(shape[key]);
    if (meta.policyDay === true) return [key, dateFrom(value as string, ecosystem.policyStart ?? ecosystem.start)];
    const scope = meta.referencesLever === true ? LEVERS[instrument.lever as LeverName].by : scopeOf(shape[key], value);
    return [key, scope === undefined ? value : inMembers(value, scope, ecosystem)];
  });
  return Object.fromEntries(entries);
}

/** Of the names that a field holds; undefined when it holds none. */
function scopeOf(field: Parameters<typeof metaOf>[0], value: unknown): ReferenceScope | undefined {
  const def = definition(unwrap(field));
  return metaOf(Array.isArray(value) && def.type === "array" ? def.element : field).references as ReferenceScope | undefined;
}

function inMembers(value: unknown, scope: ReferenceScope, ecosystem: Ecosystem): unknown {
  const groups = groupsOf(ecosystem, scope) as Readonly<Record<string, readonly string[]>>;
  const members = (name: string) => (Object.hasOwn(groups, name) ? groups[name] : [name]);
  return Array.isArray(value) ? [...new Set(value.flatMap(members))] : members(value as string)[0];
}
