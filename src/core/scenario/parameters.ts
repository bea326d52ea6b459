/** Every quantity of an ecosystem with its path, unit and meaning: for tables of runs, reference pages and sweeps. */
import { z } from "zod";
import { isQuantity, type Quantity } from "../quantity.ts";
import { formatPath, isMap, type Path } from "./path.ts";
import { type Ecosystem, ecosystemSchema } from "./schema/strategy.ts";
import { decided, metaOf, type Schema, schemaAt } from "./schema-walk.ts";

export interface Parameter {
  readonly path: Path;
  /** As `--set` takes it: `legs.coast-port.weeks`. */
  readonly name: string;
  /** As a column of a table: `legs_coast_port_weeks`. */
  readonly column: string;
  readonly quantity: Quantity;
  readonly unit: string;
  readonly about: string;
  /** Its range: what a document may say. */
  readonly min: number;
  readonly max: number;
  /** Whole numbers only. */
  readonly integer: boolean;
}

/** Published figures: they steer nothing. */
const NOT_PARAMETERS = new Set(["targets"]);

/** All quantities of a checked ecosystem, in the order of its keys. */
export function parametersOf(ecosystem: Ecosystem): Parameter[] {
  return quantitiesOf(ecosystem, ecosystemSchema);
}

/** All quantities of a document that its schema has accepted, in the order of its keys. */
export function quantitiesOf(document: object, whole: z.ZodType): Parameter[] {
  const found: Parameter[] = [];
  const columns = new Set<string>();
  const visit = (value: unknown, path: Path): void => {
    if (isQuantity(value)) {
      const schema = schemaAt(whole, document, path);
      const { unit, about } = schema ? metaOf(schema) : {};
      found.push({
        path,
        name: formatPath(path),
        column: unused(columnName(path), columns),
        quantity: value,
        unit: String(unit ?? ""),
        about: String(about ?? ""),
        ...rangeOf(schema),
      });
    } else if (isMap(value)) {
      for (const key of Object.keys(value).sort()) {
        if (path.length > 0 || !NOT_PARAMETERS.has(key)) visit(value[key], [...path, key]);
      }
    } else if (Array.isArray(value)) value.forEach((item, i) => void visit(item, [...path, i]));
  };
  visit(document, []);
  return found;
}

/** The range of the number inside the schema of a quantity. */
function rangeOf(schema: Schema | undefined): Pick<Parameter, "min" | "max" | "integer"> {
  const number = schema && decided(schema, 0);
  const isNumber = number instanceof z.ZodNumber;
  return {
    min: (isNumber ? number.minValue : null) ?? -Infinity,
    max: (isNumber ? number.maxValue : null) ?? Infinity,
    integer: isNumber && number.format === "safeint",
  };
}

/** `legs.coast-port.smugglerCapacity` as `legs_coast_port_smuggler_capacity`. */
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
