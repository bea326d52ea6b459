/**
 * The mini market: rules small enough to be written in any language, with the parts that cost time in a real market.
 *
 * Each week smugglers choose one of five levels of conduct by logit and move their prices with demand. Migrants choose among
 * eight offers by logit on price and believed danger, pass four stages with hazards, and mix their belief with those of eight
 * neighbours on a ring and with what befell them. Every implementation counts harms, which shows that all did the same work.
 */
export const SMUGGLERS = 8;
export const LEVELS = 5;
/** Probabilities of harm at danger 1, by stage. */
export const HAZARDS = [0.02, 0.1, 0.05, 0.01] as const;
/** Neighbours on each side. */
export const REACH = 4;
export const KEEP = 0.8;
export const HEAR = 0.15;
export const FEEL = 0.05;
export const DEAR = 1.02;
export const CHEAP = 0.98;
export const LEAST_PRICE = 0.25;
export const MOST_PRICE = 4;
export const NOISE = 0.5;

export const dangerOf = (level: number): number => 0.5 + 0.25 * level;
export const gainOf = (level: number): number => 0.2 * level;
export const riskOf = (migrant: number): number => 0.5 + (migrant % 7) / 7;
export const FIRST_BELIEF = 0.5;
export const FIRST_PRICE = 1;

export interface MarketRun {
  readonly agents: number;
  readonly weeks: number;
}

/** Harms in all weeks. */
export type Play = (run: MarketRun) => number;
