/**
 * Words for chances, each with the range it stands for: the scale of the Intergovernmental Panel on Climate Change
 * (Mastrandrea et al. 2010, Guidance Note on Uncertainties). A word is used only when the whole interval lies in its range.
 */
export interface Likelihood {
  readonly word: string;
  readonly low: number;
  readonly high: number;
}

/** Narrow ranges first. */
export const LIKELIHOODS: readonly Likelihood[] = [
  { word: "virtually certain", low: 0.99, high: 1 },
  { word: "exceptionally unlikely", low: 0, high: 0.01 },
  { word: "very likely", low: 0.9, high: 1 },
  { word: "very unlikely", low: 0, high: 0.1 },
  { word: "likely", low: 0.66, high: 1 },
  { word: "unlikely", low: 0, high: 0.33 },
  { word: "about as likely as not", low: 0.33, high: 0.66 },
  { word: "more likely than not", low: 0.5, high: 1 },
  { word: "less likely than not", low: 0, high: 0.5 },
];
export const OPEN = "too few pairs to say";

/** @param low @param high ends of the interval of a chance */
export function likelihood(low: number, high: number): string {
  return LIKELIHOODS.find((one) => low >= one.low && high <= one.high)?.word ?? OPEN;
}
