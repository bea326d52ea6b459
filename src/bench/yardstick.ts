/**
 * A yardstick for ratios: one rule (choose among eight offers by logit, then a trip with four hazards) written twice in the
 * same run: plainly, with objects and a sequential generator, and as the engine writes it, with arrays and addressed draws.
 */
import seedrandom from "seedrandom";
import { log } from "../core/math.ts";
import { gumbelWord } from "../core/random/distribution.ts";
import { pairWord } from "../core/random/pair.ts";
import { keyOf, seedOf, stream, u0, u1, u2, u3 } from "../core/random/stream.ts";
import { block, w0, w1, w2, w3 } from "../core/random/threefry.ts";

const OFFERS = 8;
const HAZARDS = [0.02, 0.1, 0.05, 0.01] as const;

export interface Yardstick {
  readonly agentSteps: number;
  readonly plainNs: number;
  readonly engineNs: number;
}

function plain(agents: number, steps: number): number {
  const random = seedrandom.alea("yardstick");
  const people = Array.from({ length: agents }, (_, i) => ({ risk: 0.5 + (i % 7) / 7, harms: 0 }));
  const offers = Array.from({ length: OFFERS }, (_, i) => ({ price: 1 + i / 8, danger: 1 - i / 8 }));
  for (let step = 0; step < steps; step++) {
    for (const person of people) {
      const scored = offers.map((offer) => ({
        offer,
        score: -offer.price - person.risk * offer.danger - Math.log(-Math.log(random.double())),
      }));
      const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
      for (const hazard of HAZARDS) if (random.double() < hazard * best.offer.danger) person.harms++;
    }
  }
  return people.reduce((sum, person) => sum + person.harms, 0);
}

function engine(agents: number, steps: number): number {
  const key = keyOf(seedOf("yardstick"), stream("yardstick"));
  const risk = Float64Array.from({ length: agents }, (_, i) => 0.5 + (i % 7) / 7);
  const price = Float64Array.from({ length: OFFERS }, (_, i) => 1 + i / 8);
  const danger = Float64Array.from({ length: OFFERS }, (_, i) => 1 - i / 8);
  const words = Int32Array.from({ length: OFFERS * 2 }, (_, i) => Math.imul(i + 1, 0x9e3779b1));
  let harms = 0;
  for (let step = 0; step < steps; step++) {
    for (let i = 0; i < agents; i++) {
      block(key, i, 0, step, 0);
      const a0 = w0;
      const a1 = w1;
      let best = 0;
      let top = -Infinity;
      for (let j = 0; j < OFFERS; j++) {
        const noise = gumbelWord(pairWord(a0, a1, words[j * 2] as number, words[j * 2 + 1] as number));
        const score = noise - (price[j] as number) - (risk[i] as number) * (danger[j] as number);
        if (score > top) {
          top = score;
          best = j;
        }
      }
      block(key, i, 0, step, 1);
      const worst = danger[best] as number;
      if (u0() < HAZARDS[0] * worst) harms++;
      if (u1() < HAZARDS[1] * worst) harms++;
      if (u2() < HAZARDS[2] * worst) harms++;
      if (u3() < HAZARDS[3] * worst) harms++;
    }
  }
  return harms + (w2 ^ w2) + (w3 ^ w3) + log(1);
}

function best(work: () => unknown, repeats: number): number {
  let least = Infinity;
  for (let i = 0; i < repeats; i++) {
    const start = performance.now();
    work();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

export function benchYardstick(): Yardstick {
  const [agents, steps] = [20_000, 10];
  const perStep = 1e6 / (agents * steps);
  return {
    agentSteps: agents * steps,
    plainNs: best(() => plain(agents, steps), 3) * perStep,
    engineNs: best(() => engine(agents, steps), 3) * perStep,
  };
}
