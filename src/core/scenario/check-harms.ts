/** Conduct, harms, services, costs and published figures. */
import { INSTRUMENT_BY_KIND } from "../instruments/index.ts";
import type { Issue } from "../issue.ts";
import { listed } from "./allowed.ts";
import { wrong } from "./complaint.ts";
import { nearest } from "./nearest.ts";
import { HARM_EFFECTS, type HarmEffect } from "./schema/conduct.ts";
import type { Ecosystem } from "./schema/strategy.ts";
import { check } from "./sound-parts.ts";

/** They follow from wrecks and interceptions, whatever the conduct, so there must be a place to count them. */
const NEEDED: readonly HarmEffect[] = ["death", "detention"];

export const HARM_CHECKS = [
  check({ whole: ["harms"] }, checkEffects),
  check({ whole: ["harms"], some: ["conduct"] }, checkLevels),
  check({ some: ["costs"] }, checkCosts),
  check({ some: ["targets"] }, checkTargets),
  check({ whole: ["services"], some: ["legs"] }, checkLegServices),
];

/** An effect belongs to one harm; death and detention must have theirs. */
function checkEffects({ harms }: Pick<Ecosystem, "harms">): Issue[] {
  return (Object.keys(HARM_EFFECTS) as HarmEffect[])
    .filter((effect) => effect !== "none")
    .flatMap((effect) => {
      const having = Object.keys(harms).filter((name) => harms[name]?.effect === effect);
      if (having.length === 0 && NEEDED.includes(effect)) {
        return [wrong(["harms"], `no harm has the effect ${effect}`, "exactly one")];
      }
      const [first, ...others] = having;
      return others.map((name) =>
        wrong(["harms", name, "effect"], `${first} has the effect ${effect} already`, "one harm for each effect but none"),
      );
    });
}

function checkLevels({ conduct, harms }: Pick<Ecosystem, "conduct" | "harms">): Issue[] {
  const levels = Object.entries(conduct);
  return levels.flatMap(([name, level], index) => {
    const twin = levels.slice(0, index).find(([, other]) => other.severity.value === level.severity.value);
    const byEvent = Object.keys(level.harms).filter((harm) => NEEDED.includes(harms[harm]?.effect as HarmEffect));
    return [
      ...(twin
        ? [
            wrong(
              ["conduct", name, "severity"],
              `${twin[0]} has the severity ${level.severity.value} already`,
              "a severity of its own: it orders the levels",
            ),
          ]
        : []),
      ...byEvent
        .filter((harm) => (level.harms[harm]?.value ?? 0) > 0)
        .map((harm) =>
          wrong(
            ["conduct", name, "harms", harm],
            `${harm} follows from wrecks and interceptions, not from conduct`,
            "harms without the effects death and detention",
          ),
        ),
    ];
  });
}

function checkCosts({ costs }: Pick<Ecosystem, "costs">): Issue[] {
  const kinds = [...INSTRUMENT_BY_KIND.keys()];
  return Object.keys(costs)
    .filter((kind) => !kinds.includes(kind))
    .map((kind) => wrong(["costs", kind], `there is no instrument called ${kind}`, listed(kinds), nearest(kind, kinds)));
}

/** One published figure for each outcome and year: the summary has one place for it. */
function checkTargets({ targets }: Pick<Ecosystem, "targets">): Issue[] {
  const entries = Object.entries(targets);
  return entries.flatMap(([name, { metric, year }], index) => {
    const twin = entries.slice(0, index).find(([, other]) => other.metric === metric && other.year === year);
    return twin
      ? [wrong(["targets", name], `${twin[0]} is about ${metric} in ${year} already`, "one figure for each outcome and year")]
      : [];
  });
}

/** A leg paid by escrow needs somebody to hold the money, a territorial one somebody to pay for protection. */
function checkLegServices({ legs, services }: Pick<Ecosystem, "legs" | "services">): Issue[] {
  return Object.entries(legs).flatMap(([name, leg]) => {
    const has = (what: "escrow" | "protects") => leg.services.some((key) => services[key]?.[what]);
    const fitting = (what: "escrow" | "protects") =>
      Object.keys(services)
        .filter((key) => services[key]?.[what])
        .join(", ") || `a service with ${what}: true`;
    return [
      ...(leg.payment === "escrow" && !has("escrow")
        ? [
            wrong(
              ["legs", name, "services"],
              "the leg is paid by escrow, but none of its services holds fares",
              fitting("escrow"),
            ),
          ]
        : []),
      ...(leg.territorial && !has("protects")
        ? [wrong(["legs", name, "services"], "the leg is territorial, but none of its services protects", fitting("protects"))]
        : []),
    ];
  });
}
