import { type Interval, UNKNOWN } from "../stats/interval.ts";
import { figureOf, list, nothing } from "./phrases.ts";
import { withIntervals } from "./resampled.ts";
import { FEW, type Index, isConstant, type Method, type Study, wholeGroups } from "./study.ts";

/** E|Z| of a standard normal variable. */
const MEAN_SIZE_OF_NORMAL = 0.7978845608028654;
/** Below this share of the largest mu* an input hardly matters. */
const SMALL = 0.1;

/**
 * Morris (1991), Technometrics 33, 161-174; mu* by Campolongo, Cariboni and Saltelli (2007). An elementary effect is the change
 * of the outcome over the change of the input as a share of its range (of its list), so effects of different inputs compare.
 */
export const elementaryEffects: Method = {
  kind: "morris",
  about:
    "Screening by elementary effects: mu* is the mean size of the effect of moving an input over its whole range, mu the mean with its sign, sigma its spread (interactions, curvature, luck).",
  shapes: ["trajectories"],
  analyse(study) {
    const { dimensions, responses, seed } = study;
    const { groups, dropped } = wholeGroups(responses.means, dimensions.length + 1);
    const base = { method: "morris", of: "trajectories", used: groups.length, dropped };
    if (groups.length < 2) return { ...base, ...nothing("fewer than two trajectories have all their values") };
    if (isConstant(Float64Array.from(groups.flatMap(({ values }) => [...values])))) {
      return { ...base, ...nothing("the outcome is the same at every point") };
    }
    const effects = dimensions.map(() => new Float64Array(groups.length));
    groups.forEach(({ start, values }, g) => {
      for (const { d, effect } of effectsOf(study, start, values)) (effects[d] as Float64Array)[g] = effect;
    });
    const columns = [...effects, ...effects.map((one) => one.map(Math.abs))];
    const intervals = withIntervals(columns, (means) => means, `${seed}|bootstrap|morris`);
    const floor = noiseFloor(study);
    const indices = dimensions.flatMap(({ name }, d): Index[] => {
      const shared = { parameter: name, with: "", unit: "outcome", n: groups.length } as const;
      const mu = intervals[d] ?? UNKNOWN;
      const size = intervals[dimensions.length + d] ?? UNKNOWN;
      const note = isLuck(size, floor)
        ? "not clearly above what luck alone would give"
        : groups.length < FEW
          ? "few trajectories"
          : "";
      const sigma = deviation(effects[d] as Float64Array, mu.value);
      return [
        { ...shared, ...size, index: "mu*", note },
        { ...shared, ...mu, index: "mu", note: mu.low <= 0 && mu.high >= 0 ? "direction not certain" : "" },
        { ...shared, ...UNKNOWN, value: sigma, index: "sigma", note: "" },
      ];
    });
    const luck: Index = {
      ...{ ...UNKNOWN, parameter: "", with: "", index: "mu* of luck", unit: "outcome", n: groups.length, value: floor },
      note: Number.isNaN(floor) ? "unknown with one replicate a point" : "what an input without any effect would show",
    };
    return { ...base, indices: [...indices, luck], refusal: "", reading: reading(indices, floor) };
  },
};

/** The elementary effects of one trajectory. */
function effectsOf({ points, layout, dimensions }: Study, start: number, values: Float64Array): { d: number; effect: number }[] {
  if (layout.shape !== "trajectories") throw new Error(`elementary effects need trajectories, not a ${layout.shape}`);
  return dimensions.map((_, i) => {
    const [from, to] = [points[start + i] ?? [], points[start + i + 1] ?? []];
    const moved = dimensions.flatMap((_, d) => (from[d] === to[d] ? [] : [d]));
    const [d = -1] = moved;
    if (moved.length !== 1) throw new Error(`point ${start + i + 2} changes ${moved.length} coordinates, a walk changes one`);
    const sign = (to[d] ?? 0) > (from[d] ?? 0) ? 1 : -1;
    return { d, effect: (sign * ((values[i + 1] ?? 0) - (values[i] ?? 0))) / layout.step };
  });
}

function deviation(values: Float64Array, mean: number): number {
  let squares = 0;
  for (const value of values) squares += (value - mean) * (value - mean);
  return Math.sqrt(squares / (values.length - 1));
}

/** mu* of an input that does nothing: the mean size of the difference of two noisy point means, over the step. */
function noiseFloor({ responses, layout }: Study): number {
  const step = layout.shape === "trajectories" ? layout.step : Number.NaN;
  return (Math.sqrt(2 * responses.noise) * MEAN_SIZE_OF_NORMAL) / step;
}

/** Its interval reaches down to what luck shows; false where luck is unknown or there is none. */
function isLuck({ low }: Interval, floor: number): boolean {
  return floor > 0 && low <= floor;
}

function reading(indices: readonly Index[], floor: number): string[] {
  const sizes = indices.filter(({ index }) => index === "mu*").sort((a, b) => b.value - a.value);
  const largest = sizes[0]?.value ?? 0;
  const isUnclear = (one: Index) => isLuck(one, floor);
  const isSmall = (one: Index) => !isUnclear(one) && one.high < SMALL * largest;
  const leading = sizes.filter((one) => !isUnclear(one) && !isSmall(one));
  const find = (name: string, index: string) => indices.find((one) => one.parameter === name && one.index === index)?.value ?? 0;
  const curved = leading.filter(({ parameter, value }) => find(parameter, "sigma") > value);
  const names = (some: readonly Index[]) => list(some.map(({ parameter }) => parameter));
  const found = [];
  if (leading.length > 0) {
    const sized = leading.map(({ parameter, value }) => `${parameter} (${figureOf(value)})`);
    found.push(`What matters, by the mean effect of the whole range: ${list(sized)}.`);
  }
  if (curved.length > 0) {
    found.push(`The effect of ${names(curved)} hangs on the other inputs, is curved or is mixed with luck (sigma above mu*).`);
  }
  if (sizes.some(isSmall)) found.push(`Hardly matters (below a tenth of the largest): ${names(sizes.filter(isSmall))}.`);
  const unclear = sizes.filter(isUnclear);
  if (unclear.length > 0)
    found.push(`Cannot be told from luck, which alone would show a mu* of ${figureOf(floor)}: ${names(unclear)}.`);
  return found;
}
