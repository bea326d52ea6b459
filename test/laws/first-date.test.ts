/** Two strategies are bit-identical before their first different date; from then on every instrument, alone, changes something. */
import { describe, expect, it } from "vitest";
import { parseDate } from "../../src/core/calendar.ts";
import { DAYS_PER_WEEK } from "../../src/core/units.ts";
import { LEVER_NAMES, LEVERS, type LeverName } from "../../src/core/world/levers.ts";
import type { Tree } from "../scenarios/documents.ts";
import { RICH } from "./rich-strategy.ts";
import { type Bits, bitsOf } from "./same-bits.ts";
import { GEOGRAPHY } from "./small-corridor.ts";
import { frozenEcosystem } from "./world.ts";

const DATE = "2015-09-07";
const WEEK = ((parseDate(DATE) as number) - (parseDate(GEOGRAPHY.start) as number)) / DAYS_PER_WEEK;
const ecosystem = frozenEcosystem({ end: "2016-04-03" });

const pick = (...names: string[]) => Object.fromEntries(names.map((name) => [name, RICH[name]]));
/** What an instrument needs around it to have anything to do. */
const studies = pick("assess-league", "assess-union");
const lists = pick("list-smugglers", "list-enablers");
const around = (name: string): Readonly<Record<string, Tree>> => {
  if (name in studies) return lists;
  return name in lists ? studies : { ...studies, ...lists };
};

const played = new Map<string, Bits>();
function playedOnce(instruments: Readonly<Record<string, Tree>>): Bits {
  const key = Object.keys(instruments).join();
  const found = played.get(key) ?? bitsOf({ ecosystem, instruments });
  played.set(key, found);
  return found;
}

/** What a metric shows, beside what the instrument cost. */
const shown = ({ outcome }: Bits) => ({ ...outcome, spend: 0 });

function expectEffectFrom(instruments: Readonly<Record<string, Tree>>, tried: Tree): void {
  const without = playedOnce(instruments);
  const { until: _, ...rest } = tried;
  const with_ = bitsOf({ ecosystem, instruments: { ...instruments, tried: { ...rest, start: DATE } } });
  expect(with_.weekly.slice(0, WEEK)).toEqual(without.weekly.slice(0, WEEK));
  expect(with_.tables.timeseries.slice(0, WEEK)).toEqual(without.tables.timeseries.slice(0, WEEK));
  expect(with_.finalHash).not.toBe(without.finalHash);
  expect(shown(with_)).not.toEqual(shown(without));
}

describe("nothing before the date, something after it", () => {
  it.each(Object.keys(RICH))("%s", (name) => {
    const { [name]: _, ...rest } = around(name);
    expectEffectFrom(rest, RICH[name]);
  });
});

/** Strong values of levers that double or halve otherwise. */
const STRONG: Partial<Record<LeverName, number>> = {
  stay: 10,
  "legal-places": 5000,
  "containment-pay": 1e7,
  supply: 0.3,
  "leg-capacity": 0.3,
  recruits: 20,
  detention: 5,
  "return-home": 10,
};

describe("a shock of each lever", () => {
  it.each(LEVER_NAMES)("%s", (lever) => {
    const value = STRONG[lever] ?? (LEVERS[lever].neutral === 1 ? 3 : 0.9);
    expectEffectFrom({ ...studies, ...lists }, { kind: "shock", lever, value, rampWeeks: 0 });
  });
});

it("the same instrument on two dates is the same world before the first", () => {
  const on = (start: string) => bitsOf({ ecosystem, instruments: { patrols: { ...RICH.patrols, start } } });
  const [early, late] = [on(DATE), on("2015-12-07")];
  expect(early.weekly.slice(0, WEEK)).toEqual(late.weekly.slice(0, WEEK));
  expect(early.weekly[WEEK + 8]).not.toBe(late.weekly[WEEK + 8]);
});
