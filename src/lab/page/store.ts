/** The state of the page, what changes it, and who is told. */
import { ecosystems, strategies as shippedTexts, version } from "corridor:shipped";
import type { Issue } from "../../core/issue.ts";
import { emptyStrategy, freeName, setHead } from "../document.ts";
import { changeTo, type History, history, redo, undo } from "../history.ts";
import { type LabState, linkOf, MOST_STRATEGIES, type Prediction } from "../link.ts";
import type { OpenedResult, OpenProblem, OpenWish, Playing, ReportWish, ResultFile } from "../opened.ts";
import type { Group } from "../outcomes.ts";
import { BASELINE, type FromEngine, type InstrumentForm, type Wish, type WorldInfo } from "../protocol.ts";
import { type Results, take } from "../results.ts";
import { type Engines, startEngines } from "./engines.ts";
import { type Language, startLanguage } from "./texts.ts";
import { viewOf } from "./view-of.ts";
import { worldIn } from "./world-in.ts";

/** Coarse enough to be quick, fine enough for most legs; the world says when it is too coarse. */
const SCALE = 50;
const PAIRS = 10;

export interface View {
  readonly active: number;
  readonly instrument: string | undefined;
  readonly group: Group;
  readonly outcome: string;
  readonly isDifference: boolean;
  readonly isSmooth: boolean;
  readonly window: number;
  readonly shownRun: number;
  readonly leg: string;
  readonly actor: string | undefined;
  readonly language: Language;
  readonly notice: string;
}

export interface Lab {
  readonly states: History<LabState>;
  readonly view: View;
  /** How many pairs are wanted now: one for a preview. */
  readonly wanted: number;
  readonly isBusy: boolean;
  readonly world: WorldInfo | undefined;
  readonly worldIssues: readonly Issue[];
  readonly strategyIssues: ReadonlyMap<number, readonly Issue[]>;
  readonly forms: readonly InstrumentForm[];
  readonly results: Results;
  readonly predictions: readonly Prediction[];
  /** A result from elsewhere that is looked at, or why it cannot be. */
  readonly opened: OpenedResult | OpenProblem | Playing | "reading" | undefined;
}

export function firstState(): LabState {
  const isWhole = (text: string) =>
    viewOf(text).instruments.length > 1 && viewOf(text).instruments.every((one) => !one.isInherited);
  // What happened in one corridor has calendar dates; what fits any counts its days from the start of policy.
  const isDated = (text: string) => /start: *\d{4}-/.test(text);
  const whole = Object.values(shippedTexts).filter(isWhole);
  const example = whole.find((text) => !isDated(text)) ?? whole[0];
  return {
    ecosystem: ecosystems[0]?.name ?? "",
    assumptions: [],
    run: { seed: "1", scale: SCALE, replicates: PAIRS },
    strategies: [{ id: 1, text: example ?? emptyStrategy("my-strategy", "My strategy") }],
  };
}

/** Told apart by its title too, which ends as its name does: "Shaping (2)". */
function renamed(text: string, name: string): string {
  const { title, name: before } = viewOf(text);
  return setHead(setHead(text, "name", name), "title", `${title || before} (${name.slice(before.length + 1)})`);
}

export function createStore() {
  let lab: Lab = {
    states: history(firstState()),
    view: {
      ...{ active: 0, instrument: undefined, group: "main", outcome: "harm_index_expected", isDifference: false, isSmooth: true },
      ...{ window: -1, shownRun: BASELINE, leg: "", actor: undefined, language: startLanguage(), notice: "" },
    },
    wanted: 1,
    isBusy: true,
    world: undefined,
    worldIssues: [],
    strategyIssues: new Map(),
    forms: [],
    results: new Map(),
    predictions: [],
    opened: undefined,
  };
  const listeners = new Set<() => void>();
  let isDue = false;
  let engines: Engines | undefined;
  /** The world as its documents call things. */
  let read: WorldInfo | undefined;

  const tell = () => {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(() => {
      isDue = false;
      for (const listener of listeners) listener();
    });
  };
  const set = (part: Partial<Lab>) => {
    lab = { ...lab, ...part };
    tell();
  };
  const wishOf = (replicates: number): Wish => {
    const { ecosystem, assumptions, run, strategies } = lab.states.present;
    const slots = strategies.map((_, slot) => slot);
    const { active } = lab.view;
    return {
      ...{ type: "wish", ecosystem, assumptions, run: { ...run, replicates } },
      strategies: strategies.map(({ text }) => text),
      order: [...slots.filter((slot) => slot === active), ...slots.filter((slot) => slot !== active)],
    };
  };
  const wish = () => {
    set({ isBusy: true });
    engines?.wish(wishOf(lab.wanted));
  };
  const readResult = async (wanted: OpenWish | ReportWish) => {
    set({ opened: wanted.type === "report" ? { type: "playing", done: 0, of: wanted.wish.run.replicates } : "reading" });
    const said = await engines?.open(wanted, (opened) => set({ opened }));
    if (said) set({ opened: said.type === "opened" ? said.result : said.problem });
  };
  /** Forgets results of slots that are no longer there. */
  const trim = (state: LabState) => {
    for (const run of lab.results.keys()) if (run >= state.strategies.length) lab.results.delete(run);
  };
  const replay = (states: History<LabState>, wanted = 1) => {
    if (states === lab.states && wanted === lab.wanted) return;
    const world = (of: LabState) => JSON.stringify([of.ecosystem, of.assumptions, of.run.seed, of.run.scale, of.run.end]);
    if (world(states.present) !== world(lab.states.present)) lab.results.clear();
    trim(states.present);
    // A preview after a full run shows one pair again: pairs of another scenario would be mixed with it.
    for (const ofRun of lab.results.values())
      for (const replicate of [...ofRun.keys()]) if (replicate > wanted) ofRun.delete(replicate);
    const active = Math.min(lab.view.active, Math.max(0, states.present.strategies.length - 1));
    set({ states, wanted, view: { ...lab.view, active } });
    wish();
  };
  const hear = (message: FromEngine) => {
    if (message.type === "forms") set({ forms: message.forms });
    else if (message.type === "world") {
      const { world, issues } = message;
      const leg = (world ?? lab.world)?.legs.some(({ name }) => name === lab.view.leg) ? lab.view.leg : "";
      // A change that makes a world impossible is mended where it was made: what is known of the world stays.
      if (world) read = world;
      set({
        world: read && worldIn(lab.view.language, read),
        worldIssues: issues,
        view: { ...lab.view, leg },
        ...(world ? {} : { isBusy: false }),
      });
    } else if (message.type === "strategy") {
      set({ strategyIssues: new Map(lab.strategyIssues).set(message.run, message.issues) });
      if (message.issues.some(({ severity }) => severity === "error")) lab.results.delete(message.run);
    } else if (message.type === "idle") set({ isBusy: false });
    else {
      take(lab.results, message);
      tell();
    }
  };

  return {
    get lab() {
      return lab;
    },
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async start(state: LabState | undefined, notice: string, predictions: readonly Prediction[] = []) {
      engines = await startEngines(hear);
      set({ states: history(state ?? lab.states.present), view: { ...lab.view, notice }, predictions });
      wish();
    },
    ask: (question: Parameters<Engines["ask"]>[0]) => engines?.ask(question) ?? Promise.reject(new Error("not started")),
    look(part: Partial<View>) {
      const { language } = part;
      set({ view: { ...lab.view, ...part }, ...(language && read ? { world: worldIn(language, read) } : {}) });
    },
    /** @param kind changes of one kind in a row are one step of undo */
    change(part: Partial<LabState>, kind?: string) {
      replay(changeTo(lab.states, { ...lab.states.present, ...part }, kind));
    },
    edit(slot: number, text: string, kind?: string) {
      const { strategies } = lab.states.present;
      if (strategies[slot]?.text === text) return;
      const next = strategies.map((one, i) => (i === slot ? { ...one, text } : one));
      replay(changeTo(lab.states, { ...lab.states.present, strategies: next }, kind));
    },
    addStrategy(text: string) {
      const { strategies } = lab.states.present;
      if (strategies.length >= MOST_STRATEGIES) return;
      const taken = strategies.map((one) => viewOf(one.text).name);
      const { name } = viewOf(text);
      const own = taken.includes(name) ? renamed(text, freeName(name, taken)) : text;
      const id = Math.max(0, ...strategies.map((one) => one.id)) + 1;
      lab = { ...lab, view: { ...lab.view, active: strategies.length, instrument: undefined } };
      replay(changeTo(lab.states, { ...lab.states.present, strategies: [...strategies, { id, text: own }] }));
    },
    removeStrategy(slot: number) {
      const strategies = lab.states.present.strategies.filter((_, i) => i !== slot);
      lab.results.clear();
      replay(changeTo(lab.states, { ...lab.states.present, strategies }));
    },
    undo: () => replay(undo(lab.states)),
    redo: () => replay(redo(lab.states)),
    /** Plays all pairs. */
    run: () => replay(lab.states, Math.max(2, lab.states.present.run.replicates)),
    stop() {
      set({ wanted: 1 });
      wish();
    },
    predict(prediction: Prediction) {
      const others = lab.predictions.filter(
        (one) => one.outcome !== prediction.outcome || one.strategy !== prediction.strategy || one.period !== prediction.period,
      );
      set({ predictions: [...others, prediction] });
    },
    openResult: (folder: string, files: readonly ResultFile[]) => readResult({ type: "open", folder, files }),
    /** Plays all pairs once more, with everything that a report says. */
    makeReport: () => readResult({ type: "report", wish: wishOf(Math.max(2, lab.states.present.run.replicates)) }),
    closeResult() {
      engines?.closeReader();
      set({ opened: undefined });
    },
    link: () => linkOf(lab.states.present, version, lab.predictions),
    open(state: LabState, notice: string) {
      lab.results.clear();
      set({ view: { ...lab.view, active: 0, instrument: undefined, notice } });
      replay(changeTo(lab.states, state));
    },
  };
}

export type Store = ReturnType<typeof createStore>;
