/** What an authority is told to do to actors. Instruments give orders, the policy phase performs them. */
export type Role = "smuggler" | "enabler";

/** Ways to order candidates; highest first, ties by uid. */
export const RANKINGS = {
  "harm-per-trip": "assessed harm per trip",
  "total-harm": "assessed harm per trip times assessed size",
  "market-share": "assessed size",
  revenue: "assessed revenue",
  centrality: "number of known partners, then size",
  random: "a draw, the same in every strategy",
  id: "the order of identities",
} as const;
export type Ranking = keyof typeof RANKINGS;
export const RANKING_NAMES = Object.keys(RANKINGS) as [Ranking, ...Ranking[]];

export const MEASURES = {
  freeze: "capital within reach is frozen, once",
  travel: "travel and dealings get harder: friction",
  services: "enablers are told not to serve",
} as const;
export type Measure = keyof typeof MEASURES;
export const MEASURE_NAMES = Object.keys(MEASURES) as [Measure, ...Measure[]];

export interface Target {
  readonly role: Role;
  /** Indices; empty = everywhere. */
  readonly services: readonly number[];
  readonly jurisdictions: readonly number[];
  readonly legs: readonly number[];
}

export interface Orders {
  assess: { authority: number };
  designate: {
    authority: number;
    target: Target;
    /** Only actors assessed above both lines; the number may go unused. */
    minimumSeverity: number;
    minimumHarm: number;
    ranking: Ranking;
    number: number;
    measures: readonly Measure[];
    /** Share of observers who learn which conduct was hit. */
    clarity: number;
  };
  followUp: { authority: number; number: number; deepen: number; detection: number; clarity: number };
  delist: { authority: number; number: number; below: number };
  prosecute: { jurisdictions: readonly number[]; drivers: number };
  communicate: { authority: number; severity: number; strength: number };
  promise: { indicator: "arrivals-year" | "abuse-per-1000" | "deaths-per-1000"; change: number; years: number };
}
export type OrderKind = keyof Orders;
export type Order = { [K in OrderKind]: { readonly order: K } & Readonly<Orders[K]> }[OrderKind];
