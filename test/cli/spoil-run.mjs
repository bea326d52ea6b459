/**
 * Loaded before the program (node --import): in its threads some runs of a sweep go wrong in their first week.
 * SPOIL="<trial>:<strategy>:<how>", several with spaces between; how is throw, loop, exit or memory.
 */
import { isMainThread } from "node:worker_threads";
import { WATCH } from "../../dist/node/sweep/trial-worker-contract.js";

const WAYS = new Map([
  [
    "throw",
    () => {
      throw new Error("planned failure");
    },
  ],
  [
    "loop",
    () => {
      for (;;);
    },
  ],
  ["exit", () => process.exit(9)],
  [
    "memory",
    () => {
      const kept = [];
      for (;;) kept.push(new Array(1e6).fill(kept.length));
    },
  ],
]);

if (!isMainThread) {
  const spoilt = (process.env.SPOIL ?? "").split(" ").map((one) => one.split(":"));
  const store = Atomics.store.bind(Atomics);
  /**
   * A run tells after each week how far it is.
   * @param {Int32Array} watch
   * @param {number} place
   * @param {number} value
   */
  const spoiling = (watch, place, value) => {
    if (place === WATCH.week && value === 1) {
      for (const [trial, strategy, how] of spoilt) {
        if (Number(trial) === watch[WATCH.trial] && Number(strategy) === watch[WATCH.strategy]) WAYS.get(how)?.();
      }
    }
    return store(watch, place, value);
  };
  Object.assign(Atomics, { store: spoiling });
}
