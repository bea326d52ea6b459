/** A state of the lab as a link: version and everything that decides what is played, in the part of the address that no server sees. */
import { parseDate } from "../core/calendar.ts";
import type { Assumption, RunWish } from "./protocol.ts";

/** Everything that a user decides. */
export interface LabState {
  readonly ecosystem: string;
  readonly assumptions: readonly Assumption[];
  readonly run: RunWish;
  readonly strategies: readonly { readonly id: number; readonly text: string }[];
}

export const SAYS = ["lower", "no clear difference", "higher"] as const;

/** What somebody expects, before it is played. */
export interface Prediction {
  readonly outcome: string;
  /** Of a slot, by its id. */
  readonly strategy: number;
  readonly period: string;
  readonly says: (typeof SAYS)[number];
  readonly note: string;
}

const FORMAT = 1;
/** Longer links are refused by some programs that people send them with. */
export const LONGEST_LINK = 32_000;

export interface Linked {
  readonly state: LabState;
  /** Version of the program that made the link: another may give other numbers. */
  readonly version: string;
  readonly predictions: readonly Prediction[];
}

/** The part after the hash sign. */
export async function linkOf(state: LabState, version: string, predictions: readonly Prediction[] = []): Promise<string> {
  const { ecosystem, assumptions, run, strategies } = state;
  const text = JSON.stringify({
    format: FORMAT,
    version,
    ecosystem,
    assumptions,
    run,
    strategies: strategies.map((one) => one.text),
    // Slots have other ids in another page: their order stands for them.
    predictions: predictions.flatMap((one) => {
      const slot = strategies.findIndex(({ id }) => id === one.strategy);
      return slot < 0 ? [] : [{ ...one, strategy: slot }];
    }),
  });
  const packed = await through(new TextEncoder().encode(text), new CompressionStream("deflate-raw"));
  return `lab=${base64(packed)}`;
}

/** Undefined when it is no link of ours. @throws Error when it is damaged or of another format */
export async function readLink(hash: string): Promise<Linked | undefined> {
  const found = /^#?lab=([\w-]+)$/.exec(hash);
  if (!found) return undefined;
  if (hash.length > LONGEST_LINK) throw new Error("too long");
  const bytes = await through(fromBase64(found[1] ?? ""), new DecompressionStream("deflate-raw"));
  const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
  if (!isRecord(value) || value.format !== FORMAT) throw new Error("another format");
  const { version, ecosystem, assumptions, run, strategies } = value;
  if (!Array.isArray(strategies) || !strategies.every((one) => typeof one === "string")) throw new Error("no strategies");
  if (!isRecord(run) || typeof ecosystem !== "string" || !Array.isArray(assumptions)) throw new Error("no scenario");
  const kept = assumptions.filter(
    (one): one is Assumption =>
      isRecord(one) && typeof one.path === "string" && (typeof one.value === "number" || typeof one.value === "boolean"),
  );
  return {
    version: String(version),
    predictions: predictionsIn(value.predictions, Math.min(strategies.length, MOST_STRATEGIES)),
    state: {
      ecosystem,
      assumptions: kept.map(({ path, value }) => ({ path, value })),
      run: {
        ...{ seed: String(run.seed), scale: within(run.scale, MOST_SCALE), replicates: within(run.replicates, MOST_PAIRS) },
        ...(typeof run.end === "string" && parseDate(run.end) !== undefined ? { end: run.end } : {}),
      },
      strategies: strategies.slice(0, MOST_STRATEGIES).map((text, id) => ({ id, text })),
    },
  };
}

/** Those that are whole; links of before had none. */
function predictionsIn(value: unknown, slots: number): Prediction[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, MOST_PREDICTIONS).flatMap((one: unknown): Prediction[] => {
    if (!isRecord(one)) return [];
    const { outcome, strategy, period, note } = one;
    const says = SAYS.find((word) => word === one.says);
    if (typeof outcome !== "string" || typeof period !== "string" || says === undefined) return [];
    if (typeof strategy !== "number" || !(strategy >= 0 && strategy < slots)) return [];
    return [{ outcome, strategy, period, says, note: String(note ?? "").slice(0, LONGEST_NOTE) }];
  });
}

const MOST_PREDICTIONS = 50;
const LONGEST_NOTE = 200;

export const MOST_STRATEGIES = 4;
const MOST_SCALE = 100_000;
/** A link from somebody else is no reason to play for days. */
const MOST_PAIRS = 200;

function within(value: unknown, most: number): number {
  const number = Math.round(Number(value));
  return number >= 1 ? Math.min(most, number) : 1;
}
/** Unpacked, so that a small link cannot fill the memory. */
const MOST_BYTES = 1 << 20;

async function through(bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream): Promise<Uint8Array> {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > MOST_BYTES) throw new Error("too long");
    parts.push(value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function base64(bytes: Uint8Array): string {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
