/**
 * Arms: strategies that hold in any ecosystem. They name no place and no date but say `$lead`, `$exits` and `week 26`, and
 * become strategies once an ecosystem and a first day are known.
 */
import { z } from "zod";
import { type Ecosystem, formatDate, isMap, parseDate, type Strategy, strategySchema, text } from "../../core/index.ts";
import type { Issue } from "../../core/issue.ts";

export const armSchema = z.strictObject({
  about: text.meta({ description: "in words: what is done" }),
  extends: z.string().optional().meta({ description: "the arm from which this one differs; null removes an instrument" }),
  instruments: z
    .record(z.string(), z.union([z.record(z.string(), z.unknown()), z.null()]))
    .default({})
    .meta({
      description:
        'instruments as in a strategy; dates are written "week 26", counted from the first day of policy; $lead, $authorities, $exits, $legs, $communities, $jurisdictions, $services stand for those of the ecosystem',
    }),
});
export type Arm = z.output<typeof armSchema>;

const WEEK = /^week (\d{1,4})$/;
const DAYS_PER_WEEK = 7;

/** What the words that begin with a dollar stand for. */
export function castOf(ecosystem: Ecosystem): Readonly<Record<string, string | readonly string[]>> {
  const { authorities, legs, nodes, communities, jurisdictions, services } = ecosystem;
  const able = Object.entries(authorities).sort(
    ([a, one], [b, other]) => other.listingsPerYear.value - one.listingsPerYear.value || (a < b ? -1 : 1),
  );
  const names = (map: object) => Object.keys(map).sort();
  return {
    $lead: ecosystem.groups?.authorities?.lead?.[0] ?? able[0]?.[0] ?? "",
    $authorities: names(authorities),
    $legs: names(legs),
    $exits: names(legs).filter((leg) => nodes[legs[leg]?.to ?? ""]?.kind === "destination"),
    $communities: names(communities),
    $jurisdictions: names(jurisdictions).filter((name) => jurisdictions[name]?.haven === false),
    $services: names(services),
  };
}

/** An arm as a strategy; issues have paths into the arms. @param start first day of policy */
export function strategyOf(
  name: string,
  arms: Readonly<Record<string, Arm>>,
  ecosystem: Ecosystem,
  start: string,
): { readonly strategy?: Strategy; readonly issues: readonly Issue[] } {
  const chain = chainOf(name, arms);
  const complain = (message: string, path: (string | number)[] = []): { issues: Issue[] } => ({
    issues: [{ path: ["arms", name, ...path], message, severity: "error" }],
  });
  if (typeof chain === "string") return complain(chain);
  const merged: Record<string, unknown> = {};
  for (const arm of chain) {
    for (const [key, own] of Object.entries(arm.instruments)) {
      if (own === null) delete merged[key];
      else merged[key] = isMap(merged[key]) ? { ...merged[key], ...own } : own;
    }
  }
  const cast = castOf(ecosystem);
  const document = {
    format: "corridor/strategy@1",
    name,
    title: name,
    about: arms[name]?.about ?? name,
    instruments: filled(merged, cast, start),
  };
  const parsed = strategySchema.safeParse(document);
  if (parsed.success) return { strategy: parsed.data, issues: [] };
  const [issue] = parsed.error.issues;
  return complain(issue?.message ?? "is no strategy", (issue?.path ?? []).map(String));
}

/** From the first arm that is extended to the one itself; or why there is none. */
function chainOf(name: string, arms: Readonly<Record<string, Arm>>): Arm[] | string {
  const chain: Arm[] = [];
  const seen = new Set<string>();
  for (let at: string | undefined = name; at !== undefined; at = arms[at]?.extends) {
    const arm: Arm | undefined = arms[at];
    if (!arm) return `there is no arm ${at}`;
    if (seen.has(at)) return `extends itself by way of ${at}`;
    seen.add(at);
    chain.unshift(arm);
  }
  return chain;
}

function filled(node: unknown, cast: ReturnType<typeof castOf>, start: string): unknown {
  if (typeof node === "string") {
    const week = WEEK.exec(node)?.[1];
    if (week !== undefined) return dateAfter(start, Number(week));
    return Object.hasOwn(cast, node) ? cast[node] : node;
  }
  if (Array.isArray(node)) return node.map((item) => filled(item, cast, start));
  if (!isMap(node)) return node;
  return Object.fromEntries(Object.entries(node).map(([key, child]) => [key, filled(child, cast, start)]));
}

/** @throws RangeError for a date that is none */
export function dateAfter(start: string, weeks: number): string {
  const day = parseDate(start);
  if (day === undefined) throw new RangeError(`not a date: ${start}`);
  return formatDate(day + weeks * DAYS_PER_WEEK);
}
