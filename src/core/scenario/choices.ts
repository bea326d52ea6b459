/** What an ecosystem says in words: rules chosen by name, switches, names of other things. */
import { isQuantity } from "../quantity.ts";
import { allowed } from "./allowed.ts";
import { formatPath, isMap, type Path } from "./path.ts";
import { type Ecosystem, ecosystemSchema } from "./schema/strategy.ts";
import { metaOf, schemaAt } from "./schema-walk.ts";

export interface Choice {
  /** As `--set` takes it: `smugglers.conductReview.rule`. */
  readonly name: string;
  /** As it may be written in a file. */
  readonly value: string;
  readonly allowed: string;
  readonly about: string;
}

/** Published figures steer nothing, and shocks are instruments. */
const OTHERS = new Set(["targets", "shocks"]);
/** What is written for readers. */
const REMARKS = new Set(["format", "name", "title", "about", "note", "source"]);

/** Every value of a checked ecosystem that is neither a quantity nor a remark, in the order of its keys; a list is one. */
export function choicesOf(ecosystem: Ecosystem): Choice[] {
  const found: Choice[] = [];
  const visit = (value: unknown, path: Path): void => {
    if (isQuantity(value) || value === undefined) return;
    if (isMap(value)) {
      for (const key of Object.keys(value).sort())
        if ((path.length > 0 || !OTHERS.has(key)) && !isRemark(key, value[key])) visit(value[key], [...path, key]);
      return;
    }
    if (Array.isArray(value) && value.some((item) => typeof item === "object")) return;
    const schema = schemaAt(ecosystemSchema, ecosystem, path);
    if (!schema) return;
    const words = allowed(schema) ?? "";
    const { about, description } = metaOf(schema);
    const meaning = String(about ?? description ?? "");
    found.push({
      name: formatPath(path),
      value: JSON.stringify(value),
      allowed: words,
      about: meaning === words ? "" : meaning,
    });
  };
  visit(ecosystem, []);
  return found;
}

const isRemark = (key: string, value: unknown): boolean => REMARKS.has(key) && typeof value === "string";
