/** Law: a run that is forked before its strategy begins has the bits of the run that was played under it from the start. */
import { expect, it } from "vitest";
import { begin, simulate, withStrategy } from "../../src/core/index.ts";
import { RICH } from "./rich-strategy.ts";
import { modelOf, smallEcosystem, strategyOf } from "./world.ts";

const ecosystem = smallEcosystem();
const idle = modelOf({ ecosystem });
const rich = withStrategy(idle, ecosystem, strategyOf(RICH));
const WINDOWS_BEFORE = 1; // no instrument begins within four weeks

const played = (weeks: number) => {
  const run = begin(idle, { hash: true });
  for (let i = 0; i < weeks; i++) run.advance();
  return run;
};
const atFork = idle.warmupWeeks + WINDOWS_BEFORE * idle.recordWeeks;

it("plays the fork to the same state, week by week, and to the same tables", () => {
  const whole = simulate(rich, { hash: true });
  const fork = played(atFork).fork(rich);
  while (!fork.isOver) fork.advance();
  const { finalHash, weeklyHashes, tables } = fork.finish();
  expect(finalHash).toBe(whole.finalHash);
  expect([...(weeklyHashes ?? [])]).toEqual([...(whole.weeklyHashes ?? [])].slice(WINDOWS_BEFORE * idle.recordWeeks));
  for (const [i, table] of tables.entries()) {
    const skipped = (whole.tables[i]?.rows ?? 0) - table.rows;
    expect(table.rows, table.spec.name).toBeGreaterThan(0);
    for (const [c, column] of table.data.entries()) {
      expect([...column], table.spec.name).toEqual([...(whole.tables[i]?.data[c] ?? [])].slice(skipped));
    }
  }
});

it("leaves the run that was forked as it was", () => {
  const run = played(atFork);
  const fork = run.fork(rich);
  while (!fork.isOver) fork.advance();
  while (!run.isOver) run.advance();
  expect(run.finish().finalHash).toBe(simulate(idle).finalHash);
  expect(fork.finish().finalHash).not.toBe(run.finish().finalHash);
});

it("refuses to fork within the warm-up and within a recording window", () => {
  expect(() => played(idle.warmupWeeks - 1).fork(rich)).toThrow(RangeError);
  expect(() => played(atFork + 1).fork(rich)).toThrow(RangeError);
});
