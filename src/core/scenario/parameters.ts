/** Every quantity of an ecosystem with its path, unit and meaning: for tables of runs, reference pages and sweeps. */
import { isQuantity, type Quantity } from "../quantity.ts";
import { formatPath, isMap, type Path } from "./path.ts";
import { type Ecosystem, ecosystemSchema } from "./schema/strategy.ts";
import { metaOf, type Schema, schemaAt } from "./schema-walk.ts";

export interface Parameter {
  readonly path: Path;
  /** As `--set` takes it: `legs.sabha-tripoli.weeks`. */
  readonly name: string;
  /** As a column of a table: `legs_sabha_tripoli_weeks`. */
  readonly column: string;
  readonly quantity: Quantity;
  readonly unit: string;
  readonly about: string;
  /** The schema of the number: its range. */
  readonly schema: Schema | undefined;
}

/** Published figures: they steer nothing. */
const NOT_PARAMETERS = new Set(["targets"]);

/** All quantities of a checked ecosystem, in the order of its keys. */
export function parametersOf(ecosystem: Ecosystem): Parameter[] {
  const found: Parameter[] = [];
  const columns = new Set<string>();
  const visit = (value: unknown, path: Path): void => {
    if (isQuantity(value)) {
      const schema = schemaAt(ecosystemSchema, ecosystem, path);
      const { unit, about } = schema ? metaOf(schema) : {};
      found.push({
        path,
        name: formatPath(path),
        column: unused(columnName(path), columns),
        quantity: value,
        unit: String(unit ?? ""),
        about: String(about ?? ""),
        schema,
      });
    } else if (isMap(value)) {
      for (const key of Object.keys(value).sort()) {
        if (path.length > 0 || !NOT_PARAMETERS.has(key)) visit(value[key], [...path, key]);
      }
    } else if (Array.isArray(value)) value.forEach((item, i) => void visit(item, [...path, i]));
  };
  visit(ecosystem, []);
  return found;
}

/** `legs.sabha-tripoli.smugglerCapacity` as `legs_sabha_tripoli_smuggler_capacity`. */
export function columnName(path: Path): string {
  return path
    .map((step) =>
      String(step)
        .replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
        .replace(/[^a-z0-9]+/g, "_"),
    )
    .join("_");
}

/** Two paths can come to one column only by names that repeat keys; then the later one is numbered. */
function unused(column: string, taken: Set<string>): string {
  let name = column;
  for (let n = 2; taken.has(name); n++) name = `${column}_${n}`;
  taken.add(name);
  return name;
}
