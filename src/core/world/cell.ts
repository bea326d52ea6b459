/** Passengers and harms of one smuggler, on one leg, at one conduct, within one recording window: the atoms of market shares and of the decomposition. */
export interface Cell {
  readonly uid: number;
  readonly leg: number;
  readonly level: number;
  /** Status at the start of the window. */
  readonly status: number;
  /** Week of entry. */
  readonly born: number;
  trips: number;
  readonly expected: Float64Array;
  readonly happened: Float64Array;
}
