/** The mini market as the engine is written: columns, addressed draws, noise from tables, nothing allocated in the loop. */
import { gumbelWord } from "../../core/random/distribution.ts";
import { pairWord } from "../../core/random/pair.ts";
import { u0, u1, u2, u3 } from "../../core/random/stream.ts";
import { block, keyFromWords, w0, w1, w2, w3 } from "../../core/random/threefry.ts";
import * as rule from "./rules.ts";

const { SMUGGLERS, LEVELS, REACH } = rule;
const SPAN = 2 * REACH;

export function engineStyle({ agents, weeks }: rule.MarketRun): number {
  const key = keyFromWords(1, 2, 3, 4, 12);
  const risk = Float64Array.from({ length: agents }, (_, i) => rule.riskOf(i));
  let belief = new Float64Array(agents).fill(rule.FIRST_BELIEF);
  let next = new Float64Array(agents);
  const price = new Float64Array(SMUGGLERS).fill(rule.FIRST_PRICE);
  const danger = new Float64Array(SMUGGLERS);
  const applied = new Int32Array(SMUGGLERS);
  const words = new Int32Array(SMUGGLERS * 2);
  const levelDanger = Float64Array.from({ length: LEVELS }, (_, level) => rule.dangerOf(level));
  const levelGain = Float64Array.from({ length: LEVELS }, (_, level) => rule.gainOf(level));
  const [hazard0, hazard1, hazard2, hazard3] = rule.HAZARDS;
  let harms = 0;
  for (let week = 0; week < weeks; week++) {
    for (let j = 0; j < SMUGGLERS; j++) {
      block(key, j, 1, week, 0);
      words[j * 2] = w0;
      words[j * 2 + 1] = w1;
      let best = 0;
      let top = Number.NEGATIVE_INFINITY;
      for (let level = 0; level < LEVELS; level++) {
        const utility = (levelGain[level] as number) + gumbelWord(pairWord(w2, w3, level, week));
        if (utility > top) {
          top = utility;
          best = level;
        }
      }
      danger[j] = levelDanger[best] as number;
      if (week > 0) {
        const moved = (price[j] as number) * ((applied[j] as number) * SMUGGLERS > agents ? rule.DEAR : rule.CHEAP);
        price[j] = Math.min(rule.MOST_PRICE, Math.max(rule.LEAST_PRICE, moved));
      }
      applied[j] = 0;
    }
    for (let i = 0; i < agents; i++) {
      block(key, i, 0, week, 0);
      const a0 = w0;
      const a1 = w1;
      const fear = (risk[i] as number) * (belief[i] as number);
      let best = 0;
      let top = Number.NEGATIVE_INFINITY;
      for (let j = 0; j < SMUGGLERS; j++) {
        const noise = gumbelWord(pairWord(a0, a1, words[j * 2] as number, words[j * 2 + 1] as number));
        const utility = rule.NOISE * noise - (price[j] as number) - fear * (danger[j] as number);
        if (utility > top) {
          top = utility;
          best = j;
        }
      }
      applied[best] = (applied[best] as number) + 1;
      block(key, i, 0, week, 1);
      const worst = danger[best] as number;
      let harmed = 0;
      if (u0() < hazard0 * worst) harmed++;
      if (u1() < hazard1 * worst) harmed++;
      if (u2() < hazard2 * worst) harmed++;
      if (u3() < hazard3 * worst) harmed++;
      harms += harmed;
      let heard = 0;
      if (i >= REACH && i < agents - REACH) {
        for (let d = 1; d <= REACH; d++) heard += (belief[i - d] as number) + (belief[i + d] as number);
      } else {
        for (let d = 1; d <= REACH; d++)
          heard += (belief[(i - d + agents) % agents] as number) + (belief[(i + d) % agents] as number);
      }
      next[i] = rule.KEEP * (belief[i] as number) + (rule.HEAR * heard) / SPAN + rule.FEEL * harmed;
    }
    const old = belief;
    belief = next;
    next = old;
  }
  return harms;
}
