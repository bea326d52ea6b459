/**
 * Elementary functions in plain arithmetic (+ - * / and square root), because those of the engines differ in the last
 * place from one version to the next, and a simulation must give the same bits everywhere.
 */
import { exp } from "./math/exponential.ts";

export { exp, expm1 } from "./math/exponential.ts";
export { log, log1p } from "./math/logarithm.ts";
export { pow } from "./math/power.ts";

/** 1 / (1 + e^-x): log-odds to probability. */
export function logistic(x: number): number {
  return 1 / (1 + exp(-x));
}

/** x moved to the nearest point of [lo, hi]; NaN stays NaN. */
export function clamp(x: number, lo: number, hi: number): number {
  return x < lo ? lo : x > hi ? hi : x;
}
