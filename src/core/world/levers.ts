/** The quantities that policy and shocks move. Instruments write them, phases read them; neither knows the other. */
export type Scope = "leg" | "community" | "jurisdiction" | "node" | "service" | "authority";

export interface LeverSpec {
  readonly about: string;
  readonly unit: string;
  readonly by: Scope;
  readonly neutral: number;
  /** What a shock may set: a factor is not negative, a share at most 1. */
  readonly min: number;
  readonly max: number;
  /** Law: combine(neutral, x) === x exactly. Folded in the order of instrument names, never of the file. */
  combine(a: number, b: number): number;
}

const multiply = { neutral: 1, min: 0, max: 1000, combine: (a: number, b: number) => a * b };
const add = { neutral: 0, min: 0, max: 1e8, combine: (a: number, b: number) => a + b };
/** Of what is left: two halves make three quarters. */
const fill = { neutral: 0, min: 0, max: 1, combine: (a: number, b: number) => a + b - a * b };

export const LEVERS = {
  interception: { about: "interception effort", unit: "factor", by: "leg", ...multiply },
  rescue: { about: "rescue coverage added", unit: "share", by: "leg", ...fill },
  "leg-capacity": { about: "share of capacity that can be used", unit: "factor", by: "leg", ...multiply },
  "leg-cost": { about: "operating cost", unit: "factor", by: "leg", ...multiply },
  demand: { about: "persons who consider the journey", unit: "factor", by: "community", ...multiply },
  stay: { about: "value of staying", unit: "utils", by: "community", ...add, min: -100, max: 100 },
  means: { about: "savings of prospective migrants", unit: "factor", by: "community", ...multiply },
  "legal-places": { about: "legal places", unit: "persons/year", by: "community", ...add },
  information: { about: "how far beliefs on danger are pulled to the published rate", unit: "share", by: "community", ...fill },
  prosecution: { about: "hazard of prosecution", unit: "factor", by: "jurisdiction", ...multiply },
  enforcement: { about: "strength of law enforcement", unit: "factor", by: "jurisdiction", ...multiply },
  detention: { about: "length of state detention", unit: "factor", by: "jurisdiction", ...multiply },
  reach: { about: "reach of foreign listings added", unit: "share", by: "jurisdiction", ...fill },
  recruits: { about: "entry of new smugglers", unit: "factor", by: "jurisdiction", ...multiply },
  "containment-pay": { about: "offered to each protector for stopping departures", unit: "USD/week", by: "jurisdiction", ...add },
  wage: { about: "wage at a hub", unit: "factor", by: "node", ...multiply },
  "return-home": { about: "hazard that workers at a hub go home", unit: "factor", by: "node", ...multiply },
  supply: { about: "suppliers of a service at work", unit: "factor", by: "service", ...multiply },
  intelligence: { about: "coverage of assessments added", unit: "share", by: "authority", ...fill },
  pooling: { about: "share of listings copied among coordinating authorities", unit: "share", by: "authority", ...fill },
} as const satisfies Record<string, LeverSpec>;
export type LeverName = keyof typeof LEVERS;
export const LEVER_NAMES = Object.keys(LEVERS) as LeverName[];

export type Levers = Record<LeverName, Float64Array>;

export function createLevers(sizes: Readonly<Record<Scope, number>>): Levers {
  const levers = {} as Levers;
  for (const name of LEVER_NAMES) levers[name] = new Float64Array(sizes[LEVERS[name].by]).fill(LEVERS[name].neutral);
  return levers;
}

export function resetLevers(levers: Levers): void {
  for (const name of LEVER_NAMES) levers[name].fill(LEVERS[name].neutral);
}

/** Folds one instrument's pull into a lever at one place. */
export function pull(levers: Levers, name: LeverName, index: number, value: number): void {
  levers[name][index] = LEVERS[name].combine(levers[name][index] as number, value);
}
