/** Instruments say which levers they move and which orders they give. */
import { expect, it } from "vitest";
import { INSTRUMENTS } from "../../src/core/instruments/index.ts";
import { values } from "../../src/core/quantity.ts";
import type { Names } from "../../src/core/world/instrument.ts";
import { createLevers, LEVER_NAMES, LEVERS } from "../../src/core/world/levers.ts";
import { RICH } from "../laws/rich-strategy.ts";

/** Whatever is named is the first of its kind. */
const FIRST = { get: () => 0, values: () => [0].values() } as unknown as ReadonlyMap<string, number>;
const NAMES = new Proxy({} as Names, { get: () => FIRST });
const ONE = { leg: 1, community: 1, jurisdiction: 1, node: 1, service: 1, authority: 1 };

it.each(INSTRUMENTS.map((entry) => [entry.kind, entry] as const))("%s", (kind, entry) => {
  const moved = new Set<string>();
  const given = new Set<string>();
  for (const example of Object.values(RICH).filter((one) => one.kind === kind)) {
    const { effect, orders } = entry.compile(values(entry.params.parse(example)) as never, NAMES);
    const levers = createLevers(ONE);
    effect?.(levers, 0.5);
    for (const name of LEVER_NAMES) if (levers[name][0] !== LEVERS[name].neutral) moved.add(name);
    for (const { order } of orders?.(1) ?? []) given.add(order);
  }
  expect(given).toEqual(new Set(entry.gives));
  // a shock moves any one
  if (kind === "shock") for (const name of moved) expect(entry.moves).toContain(name);
  else expect(moved).toEqual(new Set(entry.moves));
});
