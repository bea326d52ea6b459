/** datapackage.json -> the tables it describes, as `data-package.ts` wrote them. What others add to it is passed over. */
import { z } from "zod";
import type { TableSpec } from "../core/table.ts";
import type { PackageText } from "./data-package.ts";

export interface DescribedTable {
  readonly spec: TableSpec;
  /** Relative to the folder of datapackage.json, with forward slashes; never above it. */
  readonly path: string;
  /** Undefined where the description does not say. */
  readonly bytes: number | undefined;
  /** Hexadecimal. */
  readonly sha256: string | undefined;
  readonly refersToRuns: boolean;
}

export interface DescribedPackage {
  readonly text: PackageText;
  readonly tables: readonly DescribedTable[];
}

/** Names become names of files and sheets. */
const LONGEST_NAME = 100;
const NAME = /^[A-Za-z][A-Za-z0-9_-]{0,99}$/;
const LOCAL_PATH = /^(?!\.\.?(\/|$))[^/\\:]+(\/(?!\.\.?(\/|$))[^/\\:]+)*$/;
const SHA256 = /^sha256:([0-9a-f]{64})$/;

const field = z.looseObject({
  name: z.string().regex(NAME, "is no name of a column"),
  type: z.enum(["string", "number", "integer", "boolean", "date"]),
  unit: z.string().default(""),
  description: z.string().default(""),
});
const resource = z.looseObject({
  name: z.string().regex(NAME, "is no name of a table"),
  path: z.string().regex(LOCAL_PATH, "must be a file in the folder"),
  format: z.string().default("csv"),
  description: z.string().default(""),
  bytes: z.number().int().nonnegative().optional(),
  hash: z.string().regex(SHA256, "must be sha256: and 64 hexadecimal digits").optional(),
  dialect: z.looseObject({ delimiter: z.string().default(","), header: z.boolean().default(true) }).optional(),
  schema: z.looseObject({
    fields: z.array(field).min(1),
    primaryKey: z.array(z.string()).default([]),
    foreignKeys: z.array(z.looseObject({ fields: z.array(z.string()) })).default([]),
  }),
});
const described = z.looseObject({
  name: z
    .string()
    .default("")
    .transform((name) => name.replaceAll(/[^A-Za-z0-9_-]+/g, "-").slice(0, LONGEST_NAME) || "result"),
  title: z.string().default(""),
  description: z.string().default(""),
  version: z.string().default(""),
  resources: z.array(z.unknown()),
});

/** @throws Error that names the place when it is not a description as ours are */
export function readDataPackage(document: unknown): DescribedPackage {
  const { resources, name, title, description, version } = checked(described, document, "");
  const tables = resources.map((one, i) => checked(resource, one, `resources[${i}].`));
  const twice = tables.find(({ name }, i) => tables.findIndex((other) => other.name === name) < i);
  if (twice) throw new Error(`resources: there are two called ${twice.name}`);
  const standard = tables.filter(({ format, dialect }) => format === "csv" && (dialect?.delimiter ?? ",") === ",");
  return {
    text: { name, title, description, version },
    tables: standard.map(({ name, path, description, bytes, hash, schema }) => ({
      spec: {
        name,
        about: description,
        columns: schema.fields.map(({ name, type, unit, description: about }) => ({ name, type, unit, about })),
        primaryKey: schema.primaryKey,
      },
      path,
      bytes,
      sha256: hash === undefined ? undefined : SHA256.exec(hash)?.[1],
      refersToRuns: schema.foreignKeys.some(({ fields }) => fields.includes("run_id")),
    })),
  };
}

function checked<S extends z.ZodType>(schema: S, value: unknown, place: string): z.output<S> {
  const { data, error } = schema.safeParse(value);
  if (error === undefined) return data as z.output<S>;
  const [issue] = error.issues;
  throw new Error(`${place}${issue?.path.join(".") ?? ""}: ${issue?.message}`);
}
