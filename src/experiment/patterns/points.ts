/** Where in parameter space a battery is tried: the defaults, each rule, each switch, each alternative, a box under each rule. */
import { MECHANISMS } from "../../core/index.ts";
import { coordinate, DESIGN_BY_KIND, type Dimension, type Point, type Scalar } from "../designs/index.ts";
import type { ExperimentDocument } from "../schema.ts";
import type { Budget, PatternsDocument } from "./schema.ts";

export interface Try {
  readonly of: "default" | "rule" | "mechanism" | "alternative" | "box";
  /** The rule, the mechanism that is off, the alternative; for the box the rule it is tried under, or "default". */
  readonly name: string;
}

const DEFAULT = "default";
const switchOf = (mechanism: string) => `mechanisms.${mechanism}`;

/** Everything that the points of a budget vary, as uncertainties of an experiment. */
export function variedIn({ rules, alternatives, box }: PatternsDocument, { tries }: Budget): ExperimentDocument["uncertainties"] {
  const settings = [
    ...Object.values(rulesIn(rules, tries)),
    ...(tries.includes("box") ? Object.values(rules).filter(({ main }) => main) : []),
    ...(tries.includes("alternatives") ? Object.values(alternatives) : []),
  ];
  const lists = new Map<string, Scalar[]>();
  const allow = (path: string, value: Scalar) => {
    const known = lists.get(path) ?? [];
    if (!known.includes(value)) lists.set(path, [...known, value]);
  };
  for (const { set } of settings) for (const [path, value] of Object.entries(set)) allow(path, value);
  if (tries.includes("mechanisms")) for (const mechanism of Object.keys(MECHANISMS)) allow(switchOf(mechanism), false);
  return {
    ...Object.fromEntries([...lists].map(([path, values]) => [path, { scale: "linear" as const, values }])),
    ...(tries.includes("box") ? box : {}),
  };
}

/**
 * One point for each try, coordinates in the order of the dimensions. @param dimensions of what `variedIn` names
 */
export function pointsOf(
  { rules, alternatives, box }: PatternsDocument,
  budget: Budget,
  dimensions: readonly Dimension[],
  seed: string,
): { readonly tries: readonly Try[]; readonly points: readonly (readonly number[])[] } {
  const base = dimensions.map(({ value }) => value);
  const at = (set: Readonly<Record<string, Scalar>>, from: readonly number[] = base) =>
    dimensions.map((dimension, d) => {
      const wanted = set[dimension.name];
      if (wanted === undefined || dimension.kind !== "list") return from[d] ?? Number.NaN;
      return dimension.values.indexOf(wanted);
    });
  const has = (part: Budget["tries"][number]) => budget.tries.includes(part);
  const found: { readonly try: Try; readonly point: readonly number[] }[] = [
    { try: { of: "default", name: DEFAULT }, point: base },
  ];
  const add = (of: Try["of"], name: string, point: readonly number[]) => found.push({ try: { of, name }, point });
  for (const [name, { set }] of Object.entries(rulesIn(rules, budget.tries))) add("rule", name, at(set));
  if (has("mechanisms")) {
    for (const mechanism of Object.keys(MECHANISMS)) add("mechanism", mechanism, at({ [switchOf(mechanism)]: false }));
  }
  if (has("alternatives")) for (const [name, { set }] of Object.entries(alternatives)) add("alternative", name, at(set));
  if (has("box") && budget.points > 0) {
    const sample = sampleOf(
      dimensions.filter(({ name }) => name in box),
      budget.points,
      seed,
    );
    const under = [
      [DEFAULT, {}] as const,
      ...Object.entries(rules).flatMap(([name, { set, main }]) => (main ? [[name, set] as const] : [])),
    ];
    for (const [name, set] of under) {
      for (const values of sample) {
        add(
          "box",
          name,
          at(
            set,
            dimensions.map((dimension, d) => values.get(dimension.name) ?? base[d] ?? Number.NaN),
          ),
        );
      }
    }
  }
  return { tries: found.map((one) => one.try), points: found.map(({ point }) => point) };
}

function rulesIn(rules: PatternsDocument["rules"], tries: Budget["tries"]): PatternsDocument["rules"] {
  if (tries.includes("rules")) return rules;
  return Object.fromEntries(Object.entries(rules).filter(([, { main }]) => main && tries.includes("main-rules")));
}

/** A latin hypercube, by name of the dimension. */
function sampleOf(dimensions: readonly Dimension[], points: number, seed: string): ReadonlyMap<string, number>[] {
  const design = DESIGN_BY_KIND.get("latin-hypercube");
  if (!design) throw new Error("there is no latin hypercube");
  const params = design.params.parse({ kind: "latin-hypercube", points, criterion: points > 1 ? "maximin" : "none" });
  const sample: readonly Point[] = dimensions.length === 0 ? [] : design.points(dimensions, params, `${seed}|box`);
  return sample.map(
    (point) => new Map(dimensions.map(({ name }, d) => [name, point[d] ?? coordinate(dimensions[d] as Dimension, 0.5)])),
  );
}
