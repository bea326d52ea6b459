/**
 * What the page wishes -> runs, one after the other, in slices short enough to hear the next wish in between. What has been
 * played is kept, so that an undone change is back at once.
 */
import { type Strategy, withSeed, withStrategy } from "../../core/index.ts";
import type { Issue } from "../../core/issue.ts";
import { bindStrategy } from "../../core/scenario/bind.ts";
import { replicateSeed } from "../../experiment/replicate.ts";
import { BASELINE, type FromEngine, type Wish } from "../protocol.ts";
import { byLeg } from "./by-leg.ts";
import { ecosystemReader, fitInto, readStrategy } from "./documents.ts";
import { periodValues } from "./periods.ts";
import { keep, keyOf, keyOfWorld, openPlayable, type Playable, placeOf, sourcesOf } from "./playable.ts";
import { firstDifferentWindow, likelyChanges, type Setting, startTrack, type Track } from "./track.ts";
import { worldInfo } from "./world.ts";

/** Milliseconds of play between two looks at the messages. */
const SLICE = 12;
/** Milliseconds between two messages of one run, but for the first windows. */
const BETWEEN = 60;
/** Windows between kept states of first replicates: a year. What is likely to be changed next has states of its own. */
const KEEP_EVERY = 13;
const HEX = 16;
const HASH_DIGITS = 8;

/** Which replicates an engine plays: those that leave this rest. */
export interface Share {
  readonly rest: number;
  readonly of: number;
}

interface Played {
  readonly strategy: Strategy;
  readonly key: string;
}

interface Read {
  /** Nothing where it cannot be played. */
  readonly played?: Played;
  readonly issues: readonly Issue[];
}

interface Place {
  readonly run: number;
  readonly replicate: number;
  readonly key: string;
}

export interface Session {
  wish(wish: Wish): Promise<void>;
  /** The first replicate of a run, when it is done. */
  track(run: number): Track | undefined;
  readonly world: Playable | undefined;
}

export function openSession(post: (message: FromEngine) => void, share: Share, version: string): Session {
  const readEcosystem = ecosystemReader();
  let latest = 0;
  let world: Playable | undefined;
  let runs = new Map<number, Played>();
  let told = "";
  /** Strategies of the last wish by their texts: a change alters one of them. */
  let read: ReadonlyMap<string, Read> = new Map();

  async function worldOf(wish: Wish): Promise<Playable | undefined> {
    const key = keyOfWorld(wish);
    if (world?.key !== key) {
      const opened = await openPlayable(wish, version, readEcosystem);
      if (!("setting" in opened)) {
        post({ type: "world", world: undefined, issues: opened });
        told = "";
        return undefined;
      }
      world = opened;
      read = new Map();
    }
    if (told !== key) post({ type: "world", world: worldInfo(world.setting, world.model, world.shipped), issues: world.issues });
    told = key;
    return world;
  }

  /** Reads the strategies and says what is wrong with them. */
  async function readAll(texts: readonly string[], { setting, baseline }: Playable): Promise<Map<number, Played>> {
    const found = new Map<number, Played>([[BASELINE, { strategy: baseline, key: keyOf(baseline) }]]);
    const now = new Map<string, Read>();
    for (const [run, text] of texts.entries()) {
      const one = read.get(text) ?? (await readOne(text, setting));
      now.set(text, one);
      if (one.played) found.set(run, one.played);
      post({ type: "strategy", run, issues: one.issues });
    }
    read = now;
    return found;
  }

  async function readOne(text: string, { ecosystem, settings }: Setting): Promise<Read> {
    const { value, loaded, issues } = await readStrategy(text);
    const fitted = value && fitInto(ecosystem, value, settings, loaded);
    const all = [...issues, ...(fitted?.issues ?? [])];
    if (!fitted?.value) return { issues: all };
    const strategy = bindStrategy(fitted.value, ecosystem);
    return { issues: all, played: { strategy, key: keyOf(strategy) } };
  }

  async function play(wish: Wish, of: Playable, isWanted: () => boolean): Promise<void> {
    for (let replicate = 1; replicate <= wish.run.replicates; replicate++) {
      if ((replicate - 1) % share.of !== share.rest) continue;
      // Others are taken up from the baseline; once it is known, what was changed comes first.
      const isKnown = of.tracks.get(placeOf(replicate, keyOf(of.baseline)))?.isDone === true;
      const order = (isKnown ? [...wish.order, BASELINE] : [BASELINE, ...wish.order]).filter((run) => runs.has(run));
      for (const run of order) {
        const { strategy, key } = runs.get(run) as Played;
        await playOne(
          of,
          strategy,
          { run, replicate, key: placeOf(replicate, key) },
          replicateSeed(wish.run.seed, replicate),
          isWanted,
        );
        if (!isWanted()) return;
      }
    }
    post({ type: "idle" });
  }

  async function playOne(of: Playable, strategy: Strategy, place: Place, seed: string, isWanted: () => boolean): Promise<void> {
    const { setting } = of;
    const strategies = [...runs.values()].map((one) => one.strategy);
    const isFirst = place.replicate === 1;
    post({ type: "begin", ...place });
    const track = of.tracks.get(place.key) ?? started(of, strategy, strategies, place.replicate, seed);
    keep(of, place.key, track);
    const fault = await slices(track, place, isWanted);
    if (fault !== undefined) {
      of.tracks.delete(place.key);
      post({ type: "failed", ...place, message: fault });
    }
    if (!track.isDone) return;
    if (!isFirst) track.slim(["timeseries"]);
    post({
      ...{ type: "done", ...place, seed, runId: of.idOf(strategy)(seed), forkedAt: track.forkedAt },
      hash: track.hash.toString(HEX).padStart(HASH_DIGITS, "0"),
      periods: periodValues(setting, strategies, track),
      ...(isFirst ? byLeg(track.tables, setting, of.model.labels) : {}),
    });
  }

  function started(of: Playable, strategy: Strategy, strategies: readonly Strategy[], replicate: number, seed: string): Track {
    const { setting, baseline } = of;
    const isFirst = replicate === 1;
    const isBase = strategy === baseline;
    const forks = strategies.flatMap((one) => firstDifferentWindow(setting, baseline, one) ?? []);
    const likely = isFirst ? (isBase ? strategies : [strategy]).flatMap((one) => likelyChanges(setting, one)) : [];
    const model = withSeed(withStrategy(of.model, setting.ecosystem, strategy), seed);
    return startTrack(setting, model, strategy, {
      keepEvery: isFirst ? KEEP_EVERY : 0,
      keepAt: [...(isBase ? [0, ...forks] : []), ...likely],
      sources: sourcesOf(of, replicate),
    });
  }

  /** Plays a run to its end unless something else is wished. @returns what it could not survive */
  async function slices(track: Track, place: Place, isWanted: () => boolean): Promise<string | undefined> {
    let sent = 0;
    let last = Number.NEGATIVE_INFINITY;
    const send = () => {
      post({ type: "reached", ...place, share: track.share });
      last = performance.now();
      const rows = track.windows.slice(sent);
      const width = rows[0]?.length ?? 0;
      if (width === 0) return;
      const values = new Float64Array(rows.length * width);
      rows.forEach((row, i) => {
        values.set(row, i * width);
      });
      post({ type: "windows", ...place, first: sent, width, values });
      sent = track.windows.length;
    };
    send();
    while (!track.isDone) {
      const end = performance.now() + SLICE;
      try {
        track.advance(() => performance.now() < end);
      } catch (error) {
        return error instanceof Error ? error.message : String(error);
      }
      const isFresh = sent < 2 && track.windows.length > sent;
      if (isFresh || performance.now() - last > BETWEEN) send();
      await turn();
      if (!isWanted()) return undefined;
    }
    send();
    return undefined;
  }

  return {
    async wish(wish) {
      const mine = ++latest;
      const isWanted = () => mine === latest;
      const of = await worldOf(wish);
      if (!of || !isWanted()) return;
      const read = await readAll(wish.strategies, of);
      if (!isWanted()) return;
      runs = read;
      await play(wish, of, isWanted);
    },
    track(run) {
      const key = runs.get(run)?.key;
      const track = key === undefined ? undefined : world?.tracks.get(placeOf(1, key));
      return track?.isDone ? track : undefined;
    },
    get world() {
      return world;
    },
  };
}

/** Lets messages in. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
