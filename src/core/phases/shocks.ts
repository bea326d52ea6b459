/** 1: what is in force this week. Folds shocks and instruments into levers, and collects the orders of this week. */

import { perWeek } from "../units.ts";
import { resetLevers } from "../world/levers.ts";
import type { ModelInstrument } from "../world/model.ts";
import { observed } from "../world/observed.ts";
import type { Phase } from "../world/phase.ts";
import { report, type World } from "../world/world.ts";

export const shocks: Phase = {
  name: "shocks",
  about: "shocks and instruments in force move levers; dated, repeated or conditional uses become orders",
  equations: [
    "lever = combine over instruments i in force of (neutral + (set value − neutral) · strength_i), strength_i = ramp_i · budget; combine is +, ·, or a + b − ab, by lever @world/levers.ts [own]",
    "ramp = min(1, (weeks since the start + 1) / rampWeeks); 1 where an instrument has no ramp [own]",
    "budget = clamp((support − `public.floor`) / (`public.full` − `public.floor`), 0, 1); 1 for shocks and when the mechanism support is off [assumed]",
    "an instrument with conditions is in force in a week in which above < indicator < below for each of them; indicators are read from published history, lists and assessments of earlier weeks @world/observed.ts [own]",
  ],
  writes: [],
  streams: [],
  run(world) {
    resetLevers(world.levers);
    world.orders = [];
    world.signals = [];
    world.model.instruments.forEach((instrument, i) => {
      if (world.week < instrument.first || world.week > instrument.last) return;
      if (!conditionsHold(world, instrument)) return;
      const budget = instrument.exogenous ? 1 : budgetShare(world);
      const age = world.week - instrument.first;
      const ramp = instrument.rampWeeks > 0 ? Math.min(1, (age + 1) / instrument.rampWeeks) : 1;
      instrument.effect?.(world.levers, ramp * budget);
      if (instrument.effect !== undefined || instrument.uses.length > 0) {
        world.ledger.spend[i] += perWeek(instrument.cost.perYear) * budget;
      }
      if (!instrument.uses.includes(world.week)) return;
      world.ledger.spend[i] += instrument.cost.perUse * budget;
      for (const order of instrument.orders?.(budget) ?? []) world.orders.push({ order, instrument: i });
      if (age === 0 || !instrument.exogenous) {
        report(world, {
          event: "instrument used",
          role: "instrument",
          actor: instrument.id,
          place: "",
          authority: "",
          cause: instrument.kind,
          value: budget,
        });
      }
    });
  },
};

function conditionsHold(world: World, instrument: ModelInstrument): boolean {
  for (const { indicator, above, below } of instrument.when) {
    const value = observed(world, indicator);
    if (!(value > above && value < below)) return false;
  }
  return true;
}

/** Share of a budget that public support pays for. */
function budgetShare(world: World): number {
  const { model } = world;
  if (!model.mechanism.support) return 1;
  const { floor, full } = model.public;
  const support = world.public.columns.support[0];
  return full > floor ? Math.min(1, Math.max(0, (support - floor) / (full - floor))) : support >= full ? 1 : 0;
}
