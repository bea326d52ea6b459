/** Engines in threads of their own: the first answers questions and plays first replicates, the others share the rest. */
import { program } from "corridor:worker";
import type { FromReader, OpenWish, Playing, ReportWish } from "../opened.ts";
import type { Answer, FromEngine, Question, Wish } from "../protocol.ts";

export type Asked = Question extends infer Q ? (Q extends Question ? Omit<Q, "id"> : never) : never;

export interface Engines {
  wish(wish: Wish): void;
  ask(question: Asked): Promise<Answer>;
  /**
   * Reads a result, or plays one, in a thread of its own, which ends with it; a later call ends an earlier one, which is then never answered.
   * @param hear told how far it is
   */
  open(wish: OpenWish | ReportWish, hear: (playing: Playing) => void): Promise<Exclude<FromReader, Playing>>;
  /** Ends what is being read or played. */
  closeReader(): void;
}

const MOST_THREADS = 4;

/** @param hear told of everything the engines say */
export async function startEngines(hear: (message: FromEngine) => void): Promise<Engines> {
  const letters = atob(program);
  const packed = new Uint8Array(letters.length);
  for (let i = 0; i < packed.length; i++) packed[i] = letters.charCodeAt(i);
  const text = await new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
  const address = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  const threads = Math.max(1, Math.min(MOST_THREADS, (navigator.hardwareConcurrency || 2) - 1));
  const waiting = new Map<number, (answer: Answer) => void>();
  const idle = new Set<number>();
  let reader: Worker | undefined;
  let asked = 0;
  let wished = 0;
  const start = (rest: number): Worker => {
    const worker = new Worker(address, { name: `engine ${rest + 1}` });
    worker.onmessage = ({ data }: MessageEvent<FromEngine>) => {
      if (data.type === "answer") {
        waiting.get(data.id)?.(data.answer);
        waiting.delete(data.id);
      } else if (data.type === "idle") {
        idle.add(rest);
        if (idle.size === workers.length) hear(data);
      } else if (rest === 0 || (data.type !== "world" && data.type !== "strategy")) hear(data);
    };
    worker.onerror = (event) => hear({ type: "failed", run: -1, replicate: 0, key: "", message: event.message });
    worker.postMessage({ type: "start", rest, of: threads });
    return worker;
  };
  // The others begin when more than one pair is wanted: until then the first has the processor for itself.
  const workers = [start(0)];
  return {
    wish(wish) {
      wished++;
      idle.clear();
      const mine = wished;
      if (wish.run.replicates > 1) while (workers.length < threads) workers.push(start(workers.length));
      workers[0]?.postMessage(wish);
      for (const worker of workers.slice(1)) if (mine === wished) worker.postMessage(wish);
    },
    closeReader: () => reader?.terminate(),
    open(wish, hearReader) {
      reader?.terminate();
      const worker = new Worker(address, { name: "reader" });
      reader = worker;
      return new Promise((resolve) => {
        worker.onmessage = ({ data }: MessageEvent<FromReader>) => {
          if (data.type === "playing") return hearReader(data);
          worker.terminate();
          resolve(data);
        };
        worker.onerror = ({ message }) => resolve({ type: "refused", problem: { key: "opened.damaged", detail: message } });
        worker.postMessage(wish);
      });
    },
    ask(question) {
      const id = ++asked;
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        workers[0]?.postMessage({ ...question, id });
      });
    },
  };
}
