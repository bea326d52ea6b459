/** The mini market as one writes it first: objects, closures, one sequential generator. */
import seedrandom from "seedrandom";
import * as rule from "./rules.ts";

interface Migrant {
  readonly risk: number;
  belief: number;
  next: number;
  readonly neighbours: Migrant[];
}

export function objects({ agents, weeks }: rule.MarketRun): number {
  const random = seedrandom.alea("mini market");
  const gumbel = () => -Math.log(-Math.log(random.double()));
  const migrants: Migrant[] = Array.from({ length: agents }, (_, i) => ({
    ...{ risk: rule.riskOf(i), belief: rule.FIRST_BELIEF, next: 0, neighbours: [] },
  }));
  migrants.forEach((migrant, i) => {
    for (let d = 1; d <= rule.REACH; d++) {
      for (const at of [i - d, i + d]) migrant.neighbours.push(migrants[(at + agents) % agents] as Migrant);
    }
  });
  const smugglers = Array.from({ length: rule.SMUGGLERS }, () => ({ price: rule.FIRST_PRICE, danger: 0, applied: 0 }));
  const levels = Array.from({ length: rule.LEVELS }, (_, level) => level);
  let harms = 0;
  for (let week = 0; week < weeks; week++) {
    for (const smuggler of smugglers) {
      const scored = levels.map((level) => ({ level, utility: rule.gainOf(level) + gumbel() }));
      smuggler.danger = rule.dangerOf(scored.reduce((a, b) => (b.utility > a.utility ? b : a)).level);
      const moved = smuggler.price * (smuggler.applied * rule.SMUGGLERS > agents ? rule.DEAR : rule.CHEAP);
      if (week > 0) smuggler.price = Math.min(rule.MOST_PRICE, Math.max(rule.LEAST_PRICE, moved));
      smuggler.applied = 0;
    }
    for (const migrant of migrants) {
      const scored = smugglers.map((offer) => ({
        offer,
        utility: rule.NOISE * gumbel() - offer.price - migrant.risk * migrant.belief * offer.danger,
      }));
      const { offer } = scored.reduce((a, b) => (b.utility > a.utility ? b : a));
      offer.applied++;
      const harmed = rule.HAZARDS.filter((hazard) => random.double() < hazard * offer.danger).length;
      harms += harmed;
      const heard = migrant.neighbours.reduce((sum, { belief }) => sum + belief, 0) / migrant.neighbours.length;
      migrant.next = rule.KEEP * migrant.belief + rule.HEAR * heard + rule.FEEL * harmed;
    }
    for (const migrant of migrants) migrant.belief = migrant.next;
  }
  return harms;
}
