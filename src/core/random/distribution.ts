/**
 * Variates from uniforms. One uniform per variate, by the inverse of the cumulative distribution, so that each is monotone
 * in its uniform: strategies that share draws stay comparable. A uniform u is in (0, 1).
 */
import { exp, log, log1p } from "../math.ts";
import { normal } from "./normal.ts";

export { binomial, poisson } from "./count.ts";
export { normal } from "./normal.ts";
export { exponentialWord, gumbelWord } from "./octave.ts";

/** Log-normal. @param median in any unit, which the result shares @param sigma standard deviation of the logarithm */
export function logNormal(u: number, median: number, sigma: number): number {
  return median * exp(sigma * normal(u));
}

/** Exponential with mean 1. */
export function exponential(u: number): number {
  return -log1p(-u);
}

/** Standard Gumbel (of maxima): mean 0.5772, variance pi^2 / 6. */
export function gumbel(u: number): number {
  return -log(-log(u));
}
