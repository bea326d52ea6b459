/** What the engine has said of runs, put together. */
import { expect, it } from "vitest";
import { type Results, take } from "../../src/lab/results.ts";

const PLACE = { run: 0, replicate: 1, key: "a" };

it("knows how far a run is, warm-up included, and forgets it with the scenario", () => {
  const results: Results = new Map();
  take(results, { type: "begin", ...PLACE });
  take(results, { type: "reached", ...PLACE, share: 0.25 });
  expect(results.get(0)?.get(1)).toMatchObject({ share: 0.25, windows: [] });
  take(results, { type: "begin", ...PLACE });
  expect(results.get(0)?.get(1)?.share).toBe(0.25);
  const done = { runId: "", hash: "", seed: "1", periods: [], forkedAt: undefined };
  take(results, { type: "done", ...PLACE, ...done });
  expect(results.get(0)?.get(1)?.share).toBe(1);
  take(results, { type: "begin", ...PLACE, key: "b" });
  expect(results.get(0)?.get(1)?.share).toBe(0);
});
