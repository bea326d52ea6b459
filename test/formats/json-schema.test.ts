/** The schema files that editors read are those of this version, and they know every key of the shipped files. */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isMap } from "../../src/core/scenario/path.ts";
import { jsonSchema, SCHEMA_NAMES } from "../../src/formats/json-schema.ts";
import { type DocumentKind, loadDocument } from "../../src/node/scenario-file.ts";

interface Node {
  [key: string]: Node;
}
const schemaOf = (name: (typeof SCHEMA_NAMES)[number]) => jsonSchema(name) as unknown as Node;
const text = (node: Node | undefined) => node as unknown as string;
const list = (node: Node | undefined) => node as unknown as Node[] | undefined;
/** The node itself, or the part it refers to. */
const target = (node: Node, root: Node): Node =>
  node.$ref ? root.definitions[text(node.$ref).split("/").at(-1) as string] : node;

/** Paths of a value that a schema has no place for. */
function strangers(part: Node, root: Node, value: unknown, path = ""): string[] {
  const schema = target(part, root);
  const branches = list(schema.anyOf ?? schema.oneOf);
  if (branches) {
    const found = branches.map((branch) => strangers(branch, root, value, path));
    return found.find(({ length }) => length === 0) ?? found[0];
  }
  if (Object.keys(schema).length === 0 || [text(schema.type)].flat().includes(typeof value)) {
    if (!isMap(value)) return constants(schema, value) ? [] : [path];
    return Object.entries(value).flatMap(([key, inner]) => {
      const place = schema.properties?.[key] ?? schema.additionalProperties;
      return place ? strangers(place, root, inner, `${path}.${key}`) : [`${path}.${key}`];
    });
  }
  if (Array.isArray(value) && text(schema.type) === "array") {
    return value.flatMap((inner, i) => strangers(schema.items, root, inner, `${path}[${i}]`));
  }
  return typeof value === "number" && text(schema.type) === "integer" ? [] : [path];
}

function constants(schema: Node, value: unknown): boolean {
  const allowed: unknown[] | undefined = schema.const ? [schema.const] : list(schema.enum);
  return allowed?.includes(value) ?? true;
}

describe.each(SCHEMA_NAMES)("the schema of a %s", (name) => {
  it("is the one in scenarios/schema (corridor schema --write scenarios/schema)", () => {
    const file = new URL(`../../scenarios/schema/${name}.schema.json`, import.meta.url);
    expect(existsSync(file)).toBe(true);
    expect(readFileSync(file, "utf8")).toBe(`${JSON.stringify(jsonSchema(name), undefined, 2)}\n`);
  });

  it("asks for the head of a document, and for the whole of one that extends nothing", () => {
    const schema = schemaOf(name);
    expect(schema.required).toEqual(["format", "name"]);
    const own = {
      ...{ ecosystem: "legs", strategy: "instruments", scenario: "ecosystem", experiment: "ecosystems" },
      ...{ patterns: "arms", checks: "facts", calibration: "parameters", ensemble: "sets" },
    };
    expect(schema.else.required).toContain(own[name]);
  });

  it("explains itself, and keeps the notes of the program to the program", () => {
    const text = JSON.stringify(jsonSchema(name));
    expect(text).toContain('"description"');
    expect(text).not.toMatch(/"(quantity|references|referencesLever)":/);
  });
});

describe("schemas", () => {
  it.each<[DocumentKind & (typeof SCHEMA_NAMES)[number], string]>([
    ["ecosystem", "base"],
    ["ecosystem", "scenarios/templates/ecosystem.yaml"],
    ["strategy", "shaping"],
    ["strategy", "test/fixtures/tiny-shaping.yaml"],
    ["scenario", "test/fixtures/tiny-scenario.yaml"],
    ["experiment", "boundary"],
    ["experiment", "scenarios/templates/experiment.yaml"],
    ["calibration", "central-mediterranean"],
    ["calibration", "scenarios/templates/calibration.yaml"],
    ["ensemble", "central-mediterranean"],
  ])("know every part of the %s %s", async (kind, reference) => {
    const { layers, merged } = await loadDocument(reference, { kind });
    const schema = schemaOf(kind);
    for (const { value } of layers) expect(strangers(schema, schema, value)).toEqual([]);
    expect(strangers(schema, schema, merged)).toEqual([]);
  });

  it("know what does not belong", async () => {
    const { merged } = await loadDocument("test/fixtures/tiny.yaml", { kind: "ecosystem" });
    const broken = structuredClone(merged) as Node;
    Object.assign(broken.legs["coast-port"], { wieght: 3, mode: "rail" });
    const schema = schemaOf("ecosystem");
    expect(strangers(schema, schema, broken)).toEqual([".legs.coast-port.mode", ".legs.coast-port.wieght"]);
  });

  it("carry units and meanings for hover", () => {
    const schema = schemaOf("ecosystem");
    const [leg] = list(schema.properties.legs.additionalProperties.anyOf) as Node[];
    const price = target(leg.properties.price, schema);
    expect(price).toMatchObject({ unit: "USD/person", description: expect.stringContaining("usual fare") });
  });
});
