/** The text of a strategy keeps every letter that a change does not concern. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { strategySchema } from "../../src/core/scenario/schema/strategy.ts";
import { addInstrument, removeInstrument, setField, viewOf } from "../../src/lab/document.ts";
import { resolve } from "../scenarios/documents.ts";
import { ROOT } from "./page.ts";

const FOLDER = join(ROOT, "scenarios", "strategies");
const TEXTS = Object.fromEntries(
  readdirSync(FOLDER).map((file) => [file.replace(".yaml", ""), readFileSync(join(FOLDER, file), "utf8")]),
);

it.each(Object.keys(TEXTS))("shows %s with what it takes over, as the terminal reads it", (name) => {
  const { instruments } = strategySchema.parse(resolve("strategies", name));
  const view = viewOf(TEXTS[name] ?? "", TEXTS);
  expect(view.instruments.map((one) => [one.name, one.kind, one.start])).toEqual(
    Object.entries(instruments).map(([key, one]) => [key, one.kind, one.start]),
  );
});

const TEXT = `# kept
instruments:
    first: # kept too
        kind: assess   # and this
        start: 2018-01-01
        number: { value: 5, low: 1, high: 9, grade: assumed }
`;

it("exchanges a value where it stands", () => {
  expect(setField(TEXT, "first", ["start"], "2019-02-04")).toBe(TEXT.replace("2018-01-01", "2019-02-04"));
  expect(setField(TEXT, "first", ["number"], 7)).toBe(TEXT.replace("value: 5", "value: 7"));
  expect(setField(setField(TEXT, "first", ["start"], "2019-02-04"), "first", ["start"], "2018-01-01")).toBe(TEXT);
});

it("gives up an end of the range that a number leaves", () => {
  const text = setField(TEXT, "first", ["number"], 12);
  expect(viewOf(text).instruments[0]?.written.number).toEqual({ value: 12, low: 1, grade: "assumed" });
  for (const comment of ["# kept", "# kept too", "# and this"]) expect(text).toContain(comment);
});

it("writes a further instrument after the others, and takes one out", () => {
  const more = addInstrument(TEXT, "second", { kind: "assess", start: "2020-01-06" });
  expect(more.startsWith(TEXT)).toBe(true);
  expect(viewOf(more).instruments.map(({ name }) => name)).toEqual(["first", "second"]);
  expect(viewOf(removeInstrument(more, "first", false)).instruments.map(({ name }) => name)).toEqual(["second"]);
  const empty = addInstrument("instruments: {}\n", "second", { kind: "assess" });
  expect(empty).toBe("instruments:\n  second:\n    kind: assess\n");
});

it("leaves a text alone that cannot be read, and says so", () => {
  const broken = "instruments: [\n";
  expect(viewOf(broken).isReadable).toBe(false);
  expect(setField(broken, "first", ["start"], "2018-01-01")).toBe(broken);
});

it("takes out by name what another strategy brings", () => {
  const text = "extends: below\ninstruments: {}\n";
  const texts = { below: "instruments:\n  first: { kind: assess, start: 2018-01-01 }\n" };
  expect(viewOf(text, texts).instruments[0]).toMatchObject({ name: "first", isInherited: true });
  expect(viewOf(removeInstrument(text, "first", true), texts).instruments).toEqual([]);
});
