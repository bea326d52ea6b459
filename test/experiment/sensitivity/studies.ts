/** Studies of functions whose answers are known. */
import { DESIGN_BY_KIND, type Dimension } from "../../../src/experiment/designs/index.ts";
import { type Analysis, type Index, METHOD_BY_KIND, responsesOf, type Study } from "../../../src/experiment/sensitivity/index.ts";
import { range } from "../designs/dimensions.ts";

export const unitCube = (k: number): Dimension[] => Array.from({ length: k }, (_, i) => range(`x${i + 1}`, 0, 1));
export const ISHIGAMI = ["a", "b", "c"].map((name) => range(name, -Math.PI, Math.PI));

/** Ishigami and Homma (1990) with 7 and 0.1. */
export function ishigami([a, b, c]: readonly number[]): number {
  return Math.sin(a!) + 7 * Math.sin(b!) ** 2 + 0.1 * c! ** 4 * Math.sin(a!);
}

/** A design played with a function; `answer` is given the values of a point and the number of the replicate. */
export function study(
  dimensions: readonly Dimension[],
  written: Readonly<Record<string, unknown>> & { readonly kind: string },
  answer: (values: readonly number[], replicate: number, point: number) => number,
  { replicates = 1, seed = "7" } = {},
): Study {
  const entry = DESIGN_BY_KIND.get(written.kind)!;
  const params = entry.params.parse(written);
  const points = entry.points(dimensions, params, seed);
  const values = points.flatMap((point, p) => Array.from({ length: replicates }, (_, r) => answer([...point], r, p)));
  return {
    dimensions,
    points,
    layout: entry.layout(params),
    responses: responsesOf(Float64Array.from(values), replicates),
    seed,
  };
}

export function analyse(kind: string, of: Study): Analysis {
  return METHOD_BY_KIND.get(kind)!.analyse(of);
}

/** One index of all inputs, in the order of the dimensions. */
export function indices({ indices: found }: Analysis, index: string): Index[] {
  return found.filter((one) => one.index === index && one.parameter !== "");
}

export const values = (analysis: Analysis, index: string): number[] => indices(analysis, index).map(({ value }) => value);

export function find({ indices: found }: Analysis, index: string, parameter = "", other = ""): Index {
  return found.find((one) => one.index === index && one.parameter === parameter && one.with === other)!;
}
