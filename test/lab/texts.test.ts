/** Every language of the page says the same things. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { MECHANISMS, metricColumns, parametersOf } from "../../src/core/index.ts";
import { DEFINED_IN, SCOPES } from "../../src/core/scenario/schema/reference.ts";
import { ecosystemSchema, strategySchema } from "../../src/core/scenario/schema/strategy.ts";
import { LIMITS } from "../../src/experiment/limits.ts";
import { instrumentForms } from "../../src/lab/engine/forms.ts";
import { BUSY } from "../laws/busy-world.ts";
import { frozenEcosystem, modelOf } from "../laws/world.ts";
import { resolve } from "../scenarios/documents.ts";
import { ROOT } from "./page.ts";

const FOLDER = join(ROOT, "src", "lab", "texts");
const read = (file: string) => JSON.parse(readFileSync(join(FOLDER, file), "utf8")) as Record<string, string>;
const english = read("en.json");
const others = readdirSync(FOLDER).filter((file) => file.endsWith(".json") && file !== "en.json");
const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([found]) => found).sort();

it("has another language than English", () => expect(others.length).toBeGreaterThan(0));

it.each(others)("%s has the keys of English, with the same places to fill", (file) => {
  const texts = read(file);
  expect(Object.keys(texts).sort()).toEqual(Object.keys(english).sort());
  for (const [key, text] of Object.entries(texts)) expect(placeholders(text), key).toEqual(placeholders(english[key] ?? ""));
});

it.each(others)("%s is translated", (file) => {
  const texts = read(file);
  const same = Object.keys(english).filter((key) => english[key] === texts[key] && /\w{3,} \w{3,}/.test(texts[key] ?? ""));
  expect(same).toEqual([]);
});

it.each(others)("instruments/%s has what catalogues say of instruments, and nothing else", (file) => {
  const said = instrumentForms().flatMap(({ about, fields }) => [about, ...fields.map((field) => field.about)]);
  const texts = read(join("instruments", file));
  expect(Object.keys(texts).sort()).toEqual([...new Set(said)].filter(Boolean).sort());
  expect(Object.entries(texts).filter(([key, text]) => key === text)).toEqual([]);
});

it.each(others)("units/%s has every unit that the page shows, and nothing else", (file) => {
  const ecosystem = frozenEcosystem(BUSY);
  const shown = [
    ...instrumentForms().flatMap(({ fields }) => fields.map(({ unit }) => unit)),
    ...parametersOf(ecosystem).map(({ unit }) => unit),
    ...metricColumns(modelOf({ ecosystem })).map(({ unit }) => unit),
  ];
  expect(Object.keys(read(join("units", file))).sort()).toEqual([...new Set(shown)].filter(Boolean).sort());
});

const shipped = (kind: string): string[] =>
  readdirSync(join(ROOT, "scenarios", kind), { encoding: "utf8" }).flatMap((file) =>
    file.endsWith(".yaml") ? [file.replace(".yaml", "")] : [],
  );
const ecosystems = shipped("ecosystems")
  .filter((name) => name !== "base")
  .map((name) => ecosystemSchema.parse(resolve("ecosystems", name)));

it.each(others)("names/%s has every title of what is shipped, and nothing else", (file) => {
  const ofEcosystems = ecosystems.flatMap((ecosystem) => [
    ecosystem.title,
    ...SCOPES.flatMap((scope) => titlesIn(ecosystem[DEFINED_IN[scope] as keyof typeof ecosystem])),
  ]);
  const ofStrategies = shipped("strategies").flatMap((name) => {
    const { title, instruments } = strategySchema.parse(resolve("strategies", name));
    return [title, ...titlesIn(instruments)];
  });
  const texts = read(join("names", file));
  expect(Object.keys(texts).sort()).toEqual([...new Set([...ofEcosystems, ...ofStrategies])].sort());
});

it.each(others)("assumptions/%s says what every number and switch of a shipped world means, and nothing else", (file) => {
  const said = [...Object.values(MECHANISMS), ...ecosystems.flatMap((one) => parametersOf(one).map(({ about }) => about))];
  const texts = read(join("assumptions", file));
  expect(Object.keys(texts).sort()).toEqual([...new Set(said)].sort());
  expect(Object.entries(texts).filter(([key, text]) => key === text)).toEqual([]);
});

it.each(others)("limits/%s has every limit of the model, and nothing else", (file) =>
  expect(Object.keys(read(join("limits", file))).sort()).toEqual([...LIMITS].sort()),
);

/** Of what an ecosystem or strategy holds by name. */
function titlesIn(map: unknown): string[] {
  return Object.values(map as Readonly<Record<string, { readonly title?: string } | null>>).flatMap((one) => one?.title || []);
}

it("names every field and kind of an instrument", () => {
  const kinds = instrumentForms();
  const keys = kinds.flatMap(({ kind, fields }) => [`kind.${kind}`, ...fields.map(({ path }) => `field.${path.join(".")}`)]);
  expect([...new Set(keys)].filter((key) => !(key in english))).toEqual([]);
});

it("names everything that can happen to an actor", () => {
  const core = readdirSync(join(ROOT, "src", "core"), { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".ts"),
  );
  const code = core.map((file) => readFileSync(join(ROOT, "src", "core", file), "utf8")).join("\n");
  // As an entry of the log, through a function that writes one, and as either of two.
  const told = [
    / event: "([^"]+)"/g,
    /\b(?:log|say)\(world, (?:row, )?"([^"]+)"/g,
    / event: [^"\n]+\? "([^"]+)"/g,
    / event: [^\n]+ : "([^"]+)"/g,
  ];
  const events = new Set(told.flatMap((form) => [...code.matchAll(form)].map(([, event = ""]) => event)));
  expect(events.size).toBeGreaterThan(10);
  const ofOthers = ["instrument used", "promised"];
  expect([...events].filter((event) => !ofOthers.includes(event) && !(`event.${event}` in english))).toEqual([]);
});

it("has a text for whatever the page says", () => {
  const folder = join(ROOT, "src", "lab", "page");
  const code = readdirSync(folder).map((file) => readFileSync(join(folder, file), "utf8"));
  const said = code.flatMap((text) => [...text.matchAll(/\bsay\(\s*"([^"]+)"/g)].map(([, key = ""]) => key));
  expect(said.filter((key) => !(key in english))).toEqual([]);
});
