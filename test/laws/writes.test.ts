/** What each phase says it writes is what it writes: no more, and over a rich run no less. */
import { describe, expect, it } from "vitest";
import { type Frame, valuesOf } from "../../src/core/frame.ts";
import { PHASES } from "../../src/core/phases/index.ts";
import { framesOf } from "../../src/core/run.ts";
import { createWorld } from "../../src/core/world/create.ts";
import { resetLedger } from "../../src/core/world/ledger.ts";
import type { World } from "../../src/core/world/world.ts";
import { BUSY, BUSY_STRATEGY } from "./busy-world.ts";
import { frozenEcosystem, modelOf } from "./world.ts";

type Column = Frame["columns"][string];

/** Copies of all columns; arrays are replaced when a frame grows. */
function snapshot(world: World): Map<string, Column> {
  const copies = framesOf(world).flatMap((frame) =>
    Object.keys(frame.specs).map((key) => [`${frame.name}.${key}`, valuesOf(frame, key).slice()] as const),
  );
  return new Map(copies);
}

/** Names of columns with another value than before; rows that were not there before were zero. */
function written(world: World, before: ReadonlyMap<string, Column>): string[] {
  return framesOf(world).flatMap((frame) =>
    Object.keys(frame.specs)
      .filter((key) => {
        const old = before.get(`${frame.name}.${key}`);
        return valuesOf(frame, key).some((value, i) => !Object.is(value, old?.[i] ?? 0));
      })
      .map((key) => `${frame.name}.${key}`),
  );
}

/** What each phase wrote over a run in which everything happens. */
function writesOfRun(): Map<string, Set<string>> {
  const world = createWorld(modelOf({ ecosystem: frozenEcosystem(BUSY), instruments: BUSY_STRATEGY, settings: { scale: 20 } }));
  const found = new Map(PHASES.map(({ name }) => [name, new Set<string>()]));
  for (let week = 0; week < world.model.calendar.weeks; week++) {
    world.week = week;
    if (week > 0) resetLedger(world.ledger);
    for (const phase of PHASES) {
      const before = snapshot(world);
      phase.run(world);
      for (const name of written(world, before)) found.get(phase.name)?.add(name);
    }
  }
  return found;
}

const found = writesOfRun();
const columns = framesOf(createWorld(modelOf())).flatMap(({ name, specs }) => Object.keys(specs).map((key) => `${name}.${key}`));
/** `smugglers.*` stands for every column of a frame: the phase adds or removes rows. */
const covers = (declared: string, column: string) =>
  declared === column || (declared.endsWith(".*") && column.startsWith(declared.slice(0, -1)));

describe.each(PHASES.map((phase) => [phase.name, phase] as const))("%s", (name, { writes }) => {
  const wrote = [...(found.get(name) ?? [])];

  it("writes nothing that it does not declare", () => {
    expect(wrote.filter((column) => !writes.some((declared) => covers(declared, column)))).toEqual([]);
  });

  it("writes what it declares", () => {
    expect(writes.filter((declared) => !wrote.some((column) => covers(declared, column)))).toEqual([]);
  });
});

/** What an enabler is, from the first step on. */
const PERMANENT = ["service", "jurisdiction", "slot", "exposure", "fee"].map((name) => `enablers.${name}`);

it("leaves no column that no phase writes", () => {
  const all = new Set([...found.values()].flatMap((wrote) => [...wrote]));
  expect(columns.filter((column) => !all.has(column))).toEqual(PERMANENT);
});
