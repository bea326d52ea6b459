/** How every leg looks to every community this week: made once a week from what was told, read by all who choose. */

/** Each leg x community. */
export interface Outlook {
  /** Believed probability of death of a trip. */
  readonly danger: Float64Array;
  /** Believed probability of being stopped. */
  readonly interception: Float64Array;
  /** Believed abuse, 0..1. */
  readonly reputation: Float64Array;
  /** Fares asked of the community over those of the leg. */
  readonly fareFactor: Float64Array;
}

export function createOutlook(places: number): Outlook {
  return {
    danger: new Float64Array(places),
    interception: new Float64Array(places),
    reputation: new Float64Array(places),
    fareFactor: new Float64Array(places),
  };
}
