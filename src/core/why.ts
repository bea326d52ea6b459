/**
 * Why somebody decided as it did: the options it had, each term of the sum, the draws, what was chosen, and the smallest
 * change that would have flipped it. A run is played with a witness, whom the code that decides tells while it decides.
 */
import { dateOfWeek } from "./calendar.ts";
import { stream, uniform } from "./random/stream.ts";
import { step } from "./run.ts";
import { createWorld } from "./world/create.ts";
import { actorName, migrantName, whoIs } from "./world/identity.ts";
import type { Model } from "./world/model.ts";
import type { Decider, Decision, Witness } from "./world/witness.ts";
import { keyFor, type World } from "./world/world.ts";

/** Who is meant: an actor by name, or some migrant who decides at a place. */
export type Asked = { readonly actor: string } | { readonly node: string; readonly community?: string };

export interface Question {
  readonly who: Asked;
  /** Name of a decision; "any"; the usual one for the role when absent: conduct, clients, any. */
  readonly decision?: string;
  /** Step within the model's calendar (the warm-up included): the first decision in or after it. */
  readonly week: number;
}

export interface Explanation {
  readonly actor: string;
  readonly role: Decider;
  /** First day of the week of the decision: the first at or after the week asked for. */
  readonly date: string;
  /** Those asked for, in the order in which they were made. */
  readonly decisions: readonly Decision[];
  /** Names of its other decisions of that week. */
  readonly also: readonly string[];
}

export type WhyProblem =
  | { readonly problem: "unknown actor"; readonly known: readonly string[] }
  | { readonly problem: "gone"; readonly lastWeek: string; readonly how: string }
  | { readonly problem: "no decision"; readonly until: string };

const SAMPLE = stream("who is asked at a place");
const USUAL: Readonly<Record<Decider, string>> = { smuggler: "conduct", enabler: "clients", migrant: "any" };
export const ANY = "any";

export function explainDecision(model: Model, { who, decision, week }: Question): Explanation | WhyProblem {
  const world = createWorld(model);
  const watch = "actor" in who ? watchOne(who.actor) : watchPlace(model, who);
  if (watch === undefined) return { problem: "unknown actor", known: namesOf(world) };
  world.witness = watch;
  let lastSeen = -1;
  for (let t = 0; t < model.calendar.weeks; t++) {
    if ("actor" in who && isThere(world, who.actor)) lastSeen = t;
    else if (t >= week && lastSeen >= 0) break;
    watch.open = t >= week;
    step(world, t);
    const found = explain(world, watch.heard, decision);
    if (found) return { ...found, date: dateOfWeek(model.calendar, t) };
    watch.heard.length = 0;
    if (watch.lost) return { problem: "gone", lastWeek: dateOfWeek(model.calendar, t), how: watch.lost };
  }
  const end = model.calendar.weeks - 1;
  if (lastSeen >= model.warmupWeeks && lastSeen < end)
    return { problem: "gone", lastWeek: dateOfWeek(model.calendar, lastSeen), how: "in business" };
  // smugglers and enablers are looked for every week; a migrant is known by having been asked about, though too early
  const isKnown = "node" in who || (lastSeen < 0 ? watch.seen : lastSeen === end);
  if (isKnown) return { problem: "no decision", until: dateOfWeek(model.calendar, end) };
  return { problem: "unknown actor", known: namesOf(world) };
}

/** A witness that listens from some week on. */
interface Watch extends Witness {
  open: boolean;
  seen: boolean;
  /** How the way of the one watched ended. */
  lost: string;
  readonly heard: Decision[];
}

function watchOne(name: string): Watch | undefined {
  const meant = whoIs(name);
  if (meant === undefined) return undefined;
  return listen((role, uid) => uid === meant.uid && role === meant.role, meant.role === "migrant" ? meant.uid : undefined);
}

function watchPlace({ labels }: Model, { node, community }: { readonly node: string; readonly community?: string }): Watch {
  const here = labels.node.indexOf(node);
  const of = community === undefined ? -1 : labels.community.indexOf(community);
  return listen((role, _, at, k) => role === "migrant" && at === here && (of < 0 || k === of));
}

/** @param follow uid of the migrant whose end is worth knowing */
function listen(wants: Witness["sees"], follow?: number): Watch {
  const watch: Watch = {
    open: false,
    seen: false,
    lost: "",
    heard: [],
    sees(role, uid, node, community) {
      if (!wants(role, uid, node, community)) return false;
      watch.seen = true;
      return watch.open;
    },
    hear: (decision) => void watch.heard.push(decision),
    lose(uid, how) {
      if (uid === follow) watch.lost = how.replaceAll("_", " ");
    },
  };
  return watch;
}

/** What one actor decided this week, when the decision asked for is among it; of several, the one whom the lot picks. */
function explain(world: World, heard: readonly Decision[], asked: string | undefined): Omit<Explanation, "date"> | undefined {
  const wanted = ({ role, decision }: Decision) => {
    const name = asked ?? USUAL[role];
    return name === ANY || decision === name;
  };
  const key = keyFor(world, SAMPLE);
  let picked: Decision | undefined;
  let first = Number.POSITIVE_INFINITY;
  for (const one of heard) {
    const lot = wanted(one) ? uniform(key, one.uid, 0, world.week, 0) : Number.POSITIVE_INFINITY;
    if (lot < first) {
      first = lot;
      picked = one;
    }
  }
  if (picked === undefined) return undefined;
  const { role, uid } = picked;
  const own = heard.filter((one) => one.uid === uid);
  const decisions = own.filter(wanted);
  return {
    actor: role === "migrant" ? migrantName(uid) : actorName(uid),
    role,
    decisions,
    also: [...new Set(own.filter((one) => !decisions.includes(one)).map(({ decision }) => decision))],
  };
}

function isThere(world: World, name: string): boolean {
  const meant = whoIs(name);
  if (meant?.role === "smuggler") return world.rowOf.has(meant.uid);
  if (meant?.role !== "enabler") return false;
  const { uid, alive } = world.enablers.columns;
  for (let row = 0; row < world.enablers.used; row++) if (uid[row] === meant.uid && alive[row] === 1) return true;
  return false;
}

function namesOf(world: World): string[] {
  const { smugglers, enablers } = world;
  return [
    ...[...world.active].map((row) => actorName(smugglers.columns.uid[row])),
    ...Array.from(enablers.columns.uid.subarray(0, enablers.used), actorName),
  ];
}
