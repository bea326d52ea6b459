/** A world that can be played, and the runs in it that are known. */
import { strategies } from "corridor:documents";
import { type Ecosystem, type Model, runSchema, type Strategy } from "../../core/index.ts";
import type { Issue } from "../../core/issue.ts";
import { checkScenario } from "../../core/scenario/check.ts";
import { compile } from "../../core/scenario/compile.ts";
import { canonicalText } from "../../experiment/canonical.ts";
import { runIds } from "../../experiment/run-identity.ts";
import type { Wish } from "../protocol.ts";
import { type EcosystemReader, readStrategy } from "./documents.ts";
import type { Setting, Track } from "./track.ts";
import { settingOf } from "./world.ts";

export interface Playable {
  /** Equal for equal worlds. */
  readonly key: string;
  readonly setting: Setting;
  readonly model: Model;
  /** The ecosystem before anything was changed. */
  readonly shipped: Ecosystem;
  readonly baseline: Strategy;
  readonly issues: readonly Issue[];
  readonly idOf: (strategy: Strategy) => (seed: string) => string;
  /** Runs by replicate and strategy; those that were wanted last come last. */
  readonly tracks: Map<string, Track>;
}

/** Of runs that are played no more, a state is kept every so many windows. */
const KEEP_OLD_EVERY = 26;
/** Runs under strategies whose states are all kept: the one that is changed, and the one that is being played in its place. */
const MOST_DENSE = 2;
/** First replicates that are kept: what is wanted, and what was before an undone change. */
const MOST_FIRST = 8;
const MOST_OTHERS = 400;

export const keyOfWorld = ({ ecosystem, assumptions, run: { seed, scale, end = "" } }: Wish): string =>
  canonicalText({ ecosystem, assumptions, seed, scale, end });

export const keyOf = (strategy: Strategy): string => canonicalText(strategy);

/** Where a run is kept. */
export const placeOf = (replicate: number, key: string): string => `${replicate}/${key}`;

/** @returns the world, or what is wrong with what was wished */
export async function openPlayable(
  wish: Wish,
  version: string,
  readEcosystem: EcosystemReader,
): Promise<Playable | readonly Issue[]> {
  const [checked, shipped, none] = await Promise.all([
    readEcosystem(wish.ecosystem, wish.assumptions),
    readEcosystem(wish.ecosystem, []),
    readStrategy(idleText()),
  ]);
  const { seed, scale, end } = wish.run;
  const parsed = runSchema.safeParse({ seed, scale, ...(end === undefined ? {} : { end }) });
  if (!checked.value || !shipped.value) return checked.issues;
  if (!none.value || !parsed.success) throw new Error("no baseline, or settings that no form lets through");
  const { value: ecosystem } = checked;
  const settings = parsed.data;
  const { ecosystem: ofWorld, run } = checkScenario(ecosystem, none.value, settings);
  const issues = [...checked.issues, ...ofWorld, ...run];
  if (issues.some(({ severity }) => severity === "error")) return issues;
  const model = compile(ecosystem, none.value, settings, settings.seed);
  return {
    key: keyOfWorld(wish),
    setting: settingOf(ecosystem, settings, model),
    model,
    shipped: shipped.value,
    baseline: none.value,
    issues,
    idOf: identify(ecosystem, settings, version),
    tracks: new Map(),
  };
}

/** The shipped strategy without instruments, which every other is compared with. */
function idleText(): string {
  const found = Object.values(strategies).find((text) => /^instruments: \{\}/m.test(text));
  if (found === undefined) throw new Error("no shipped strategy is empty");
  return found;
}

function identify(ecosystem: Ecosystem, settings: Setting["settings"], version: string) {
  const known = new Map<string, (seed: string) => string>();
  return (strategy: Strategy) => {
    const key = keyOf(strategy);
    const ids = known.get(key) ?? runIds({ ecosystem, strategy, settings, version });
    known.set(key, ids);
    return ids;
  };
}

/** Runs of a replicate that are done, from which others can be taken up. */
export function sourcesOf({ tracks }: Playable, replicate: number): Track[] {
  return [...tracks].flatMap(([place, track]) => (track.isDone && place.startsWith(`${replicate}/`) ? [track] : []));
}

/** Puts a run last among those to be given up, and gives up those of which there are too many. */
export function keep({ tracks, baseline }: Playable, place: string, track: Track): void {
  tracks.delete(place);
  tracks.set(place, track);
  const isBase = (of: Track | undefined) => of?.strategy === baseline;
  const others = [...tracks.keys()].filter((one) => !isBase(tracks.get(one)));
  const firsts = others.filter((one) => one.startsWith("1/"));
  const rest = others.filter((one) => !one.startsWith("1/"));
  for (const one of firsts.slice(0, Math.max(0, firsts.length - MOST_FIRST))) tracks.delete(one);
  // A drag leaves runs that were never finished; what it began from is among those that are done.
  const dense = firsts.filter((one) => one === place || tracks.get(one)?.isDone).slice(-MOST_DENSE);
  for (const one of firsts) if (!dense.includes(one)) tracks.get(one)?.thin(KEEP_OLD_EVERY);
  for (const one of rest.slice(0, Math.max(0, rest.length - MOST_OTHERS))) tracks.delete(one);
}
