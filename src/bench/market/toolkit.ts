/** The mini market in flocc, as its documentation writes models: agents with `get` and `set`, a tick for each. */
import type { Agent } from "flocc";
import seedrandom from "seedrandom";
import * as rule from "./rules.ts";

/** Undefined when the toolkit is not installed. */
export async function loadToolkit(): Promise<rule.Play | undefined> {
  try {
    const flocc = await import("flocc");
    return (run) => play(flocc, run);
  } catch {
    return undefined;
  }
}

function play({ Agent, Environment }: typeof import("flocc"), { agents, weeks }: rule.MarketRun): number {
  const random = seedrandom.alea("mini market");
  const gumbel = () => -Math.log(-Math.log(random.double()));
  const environment = new Environment();
  const smugglers: Agent[] = [];
  const migrants: Agent[] = [];
  const harms = { count: 0 };
  for (let j = 0; j < rule.SMUGGLERS; j++) {
    const smuggler = new Agent({ price: rule.FIRST_PRICE, danger: 0, applied: 0 });
    smuggler.set("tick", (self: Agent) => {
      let chosen = 0;
      let top = Number.NEGATIVE_INFINITY;
      for (let level = 0; level < rule.LEVELS; level++) {
        const utility = rule.gainOf(level) + gumbel();
        if (utility > top) [top, chosen] = [utility, level];
      }
      self.set("danger", rule.dangerOf(chosen));
      const moved = self.get("price") * (self.get("applied") * rule.SMUGGLERS > agents ? rule.DEAR : rule.CHEAP);
      if (environment.time > 0) self.set("price", Math.min(rule.MOST_PRICE, Math.max(rule.LEAST_PRICE, moved)));
      self.set("applied", 0);
    });
    smugglers.push(smuggler);
    environment.addAgent(smuggler);
  }
  for (let i = 0; i < agents; i++) {
    const migrant = new Agent({ risk: rule.riskOf(i), belief: rule.FIRST_BELIEF, harmed: 0 });
    migrant.set("tick", (self: Agent) => {
      let best = smugglers[0] as Agent;
      let top = Number.NEGATIVE_INFINITY;
      for (const offer of smugglers) {
        const burden = offer.get("price") + self.get("risk") * self.get("belief") * offer.get("danger");
        const utility = rule.NOISE * gumbel() - burden;
        if (utility > top) [top, best] = [utility, offer];
      }
      best.set("applied", best.get("applied") + 1);
      let harmed = 0;
      for (const hazard of rule.HAZARDS) if (random.double() < hazard * best.get("danger")) harmed++;
      harms.count += harmed;
      let heard = 0;
      for (let d = 1; d <= rule.REACH; d++) {
        for (const at of [i - d, i + d]) heard += (migrants[(at + agents) % agents] as Agent).get("belief");
      }
      const mean = heard / (2 * rule.REACH);
      // what a tick returns is set when all have ticked
      return { belief: rule.KEEP * self.get("belief") + rule.HEAR * mean + rule.FEEL * harmed };
    });
    migrants.push(migrant);
    environment.addAgent(migrant);
  }
  for (let week = 0; week < weeks; week++) environment.tick({ randomizeOrder: false });
  return harms.count;
}
