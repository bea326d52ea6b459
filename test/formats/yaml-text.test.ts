/** The reader alone: values, places, limits, JSON. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatPath, isMap, valueAt } from "../../src/core/scenario/path.ts";
import { decodeUtf8 } from "../../src/formats/yaml/utf8.ts";
import { readYaml } from "../../src/formats/yaml-text.ts";
import { documents, pathsOf } from "../core/scenario/documents.ts";

const value = (text: string) => {
  const read = readYaml(text, "t.yaml");
  expect(read.issues).toEqual([]);
  return read.value;
};

it.each([
  ["a: 1", { a: 1 }],
  ["a: 010\nb: 0o17\nc: 0x1F", { a: 10, b: 15, c: 31 }],
  ["a: 1e3\nb: .5\nc: -0\nd: 1.10", { a: 1000, b: 0.5, c: 0, d: 1.1 }],
  ["a: 2018-06-07\nb: 12:30:45", { a: "2018-06-07", b: "12:30:45" }],
  ["a: NO\nb: yes\nc: on\nd: true\ne: FALSE", { a: "NO", b: "yes", c: "on", d: true, e: false }],
  ["a:\nb: ~\nc: null", { a: null, b: null, c: null }],
  ["1: a\ntrue: b\nnull: c", { "1": "a", true: "b", null: "c" }],
  ["a: 9007199254740991", { a: Number.MAX_SAFE_INTEGER }],
  ["a: |\n  two\n  lines\n", { a: "two\nlines\n" }],
  ["- 1\n- [a, {b: c}]", [1, ["a", { b: "c" }]]],
  ["'a': \"\\u00e9\\n\"", { a: "é\n" }],
])("%j", (text, expected) => {
  expect(value(text)).toEqual(expected);
});

it("zero has no sign", () => {
  expect(Object.is((value("a: -0.0") as { a: number }).a, 0)).toBe(true);
});

describe("places", () => {
  const { locate } = readYaml("# top\nlegs:\n  a-b:\n    weeks:  2\n    list: [1, {x: 3}]\n  empty:\n", "t.yaml");

  it.each([
    [["legs"], false, "3:3"],
    [["legs"], true, "2:1"],
    [["legs", "a-b", "weeks"], false, "4:13"],
    [["legs", "a-b", "weeks"], true, "4:5"],
    [["legs", "a-b", "list", 1, "x"], false, "5:19"],
    [["legs", "a-b", "list", 1], true, "5:15"],
    [["legs", "empty"], false, "6:3"],
    [["legs", "a-b", "missing", "deeper"], false, "3:3"],
    [["missing"], false, "2:1"],
    [[], false, "2:1"],
  ])("%j key %s", (path, key, place) => {
    const { line, column } = locate(path, key) ?? {};
    expect(`${line}:${column}`).toBe(place);
  });

  it("are where the text is, in JSON of any layout", () => {
    fc.assert(
      fc.property(documents, fc.constantFrom(undefined, 1, "\t"), (document, indent) => {
        const text = JSON.stringify(document, null, indent);
        const read = readYaml(text, "t.json");
        if (read.issues.length > 0) return;
        expect(read.value).toEqual(JSON.parse(text));
        const lines = text.split("\n");
        for (const path of pathsOf(document)) {
          const { line, column } = read.locate(path) ?? { line: 0, column: 0 };
          const found = valueAt(document, path);
          const written = isMap(found) ? "{" : Array.isArray(found) ? "[" : JSON.stringify(found);
          expect((lines[line - 1] ?? "").slice(column - 1).startsWith(written), formatPath(path)).toBe(true);
        }
      }),
    );
  });
});

it("reads what JSON writes", () => {
  const clean = fc.jsonValue().filter((json) => !/"(__proto__|constructor|prototype|<<|)":/.test(JSON.stringify(json)));
  fc.assert(
    fc.property(clean, fc.constantFrom("t.json", "t.yaml"), (json, file) => {
      const text = JSON.stringify(json);
      const { value: read, issues } = readYaml(text, file);
      // Texts with control characters and numbers beyond the exact ones are refused with a reason.
      if (issues.length === 0) expect(read).toEqual(JSON.parse(text, (_, number) => (number === 0 ? 0 : number)));
      else for (const { message } of issues) expect(message).toMatch(/digits|control character|half of a character/);
    }),
  );
});

describe("strict JSON in .json files", () => {
  it.each([
    ['{"a": 1,}', "1:9", "a key in double quotes, and no comma before }"],
    ['{"a": 1 "b": 2}', "1:9", "a comma"],
    ["{a: 1}", "1:2", "a key in double quotes"],
    ["{'a': 1}", "1:2", "a key in double quotes"],
    ['{"a": 01}', "1:7", "a value"],
    ['{"a": .5}', "1:7", "a value"],
    ['{"a": NaN}', "1:7", "a value"],
    ['{"a": True}', "1:7", "a value"],
    ['{"a": 1} // c', "1:10", "the end of the file"],
    ['{"a": [1, 2}', "1:12", "a comma or the closing bracket"],
    ['{"a": [1,]}', "1:10", "a value, and no comma"],
    ['{"a": "x\ny"}', "1:7", "a text on one line"],
    ['{"a": "\\x"}', "1:7", "no other escapes"],
    ['{"a"}', "1:5", "a colon"],
    ['{"a": 1', "1:8", "a comma or the closing bracket"],
    ['{"a": 1} {"b": 2}', "1:10", "the end of the file"],
    ["a: 1", "1:1", "a value"],
  ])("%j", (text, place, expected) => {
    expect(() => JSON.parse(text)).toThrow();
    const { issues } = readYaml(text, "T.JSON");
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatchObject({ file: "T.JSON", message: "this is not strict JSON" });
    expect(`${issues[0]?.line}:${issues[0]?.column}`).toBe(place);
    expect(issues[0]?.allowed).toContain(expected);
  });

  it("agrees with JSON.parse on what JSON is", () => {
    const marks = fc.array(
      fc.constantFrom("{", "}", "[", "]", ",", ":", '"a"', '"\\n"', "1", "-1.5e3", "true", "null", " ", "\n", "x"),
      {
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(
        marks.map((parts) => parts.join("")),
        (text) => {
          let good = true;
          try {
            JSON.parse(text);
          } catch {
            good = false;
          }
          const refused = readYaml(text, "t.json").issues.some(({ message }) => /not strict JSON|file is empty/.test(message));
          expect(refused).toBe(!good);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe("limits", () => {
  const MEBIBYTE = 1 << 20;
  const nines = Array.from("bcdefghij", (name, i) => `${name}: &${name} [${Array(9).fill(`*${"abcdefghij"[i]}`).join(", ")}]`);

  it.each([
    ["2 MB of text", `a: ${"x".repeat(2 * MEBIBYTE)}`, "characters"],
    ["aliases of aliases", `a: &a [x]\n${nines.join("\n")}`, "are not used here"],
    ["20,000 keys between braces", `{${Array.from({ length: 20_000 }, (_, i) => `k${i}: ${i}`).join(", ")}}`, "too much"],
    ["20,000 keys on lines", Array.from({ length: 20_000 }, (_, i) => `k${i}: ${i}`).join("\n"), "too much"],
    ["100,000 open brackets", "[".repeat(100_000), "nested too deep"],
    ["100,000 open braces", "{".repeat(100_000), "nested too deep"],
    ["100,000 closing brackets", "]".repeat(100_000), "too much"],
    ["lists in lists on one line", "- ".repeat(100_000), "nested too deep"],
    ["maps in maps by indentation", Array.from({ length: 1000 }, (_, i) => `${" ".repeat(i)}a:`).join("\n"), "nested too deep"],
    ["maps in maps on one line", "a: ".repeat(100_000), "nested too deep"],
    ["explicit keys", "? ".repeat(100_000), "nested too deep"],
    ["commas", `[${",".repeat(MEBIBYTE - 1)}`, "too much"],
    ["quotes", '"'.repeat(MEBIBYTE), "too much"],
    ["anchors", "&a ".repeat(300_000), "too much"],
    ["documents", "---\n".repeat(MEBIBYTE / 4), "too much"],
    ["directives", "%a\n".repeat(300_000), "too much"],
    ["bad escapes", `a: "${"\\q".repeat(500_000)}"`, "too much"],
    ["blank lines in a map", `a:\n${"\n".repeat(MEBIBYTE - 10)} b`, "too much"],
    ["digits", `a: ${"9".repeat(MEBIBYTE - 10)}`, "too many digits"],
    ["a key of a megabyte", `${"x".repeat(MEBIBYTE - 10)}: 1`, "longer than 1024"],
    ["10,001 nodes", `[${"1,".repeat(10_000)}]`, "too much"],
    ["65 levels", `${"[".repeat(65)}1${"]".repeat(65)}`, "nested too deep"],
  ])("%s", (_, text, message) => {
    for (const file of ["t.yaml", "t.json"]) {
      const { issues } = readYaml(text, file);
      expect(issues.length).toBeGreaterThan(0);
      expect(issues.length).toBeLessThan(200);
      expect(issues[0]).toMatchObject({ file, line: expect.any(Number), column: expect.any(Number) });
      const strict = file === "t.json" && issues[0]?.message === "this is not strict JSON";
      if (!strict) expect(issues[0]?.message).toContain(message);
    }
  });

  it("what is just within them is read", () => {
    expect(value(`[${"1,".repeat(9998)}1]`)).toHaveLength(9999);
    expect(value(Array.from({ length: 4999 }, (_, i) => `k${i}: ${i}`).join("\n"))).toMatchObject({
      k4998: 4998,
    });
    expect(JSON.stringify(value(`${"[".repeat(64)}1${"]".repeat(64)}`))).toHaveLength(129);
    expect(value(`a: "${"x".repeat(MEBIBYTE - 10)}"`)).toHaveProperty("a.length", MEBIBYTE - 10);
    expect(readYaml(`{"a": "${"x".repeat(MEBIBYTE - 10)}"}`, "t.json").issues).toEqual([]);
  });
});

describe("bytes", () => {
  const encode = (text: string) => new TextEncoder().encode(text);

  it("of UTF-8 are read as they are", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(decodeUtf8(encode(`${text}\ufffd`))).toEqual({ text: `${text}\ufffd` });
      }),
    );
  });

  it.each([
    ["Latin-1", [...encode("a: 1\nb: caf"), 0xe9], "byte 0xe9 is not UTF-8", "2:7"],
    ["a replacement character before the fault", [...encode("\ufffdé\n"), 0xff], "byte 0xff is not UTF-8", "2:1"],
    ["a character cut off", [...encode("ab"), 0xe2, 0x82], "byte 0xe2 is not UTF-8", "1:3"],
    ["UTF-16, little end first", [0xff, 0xfe, 0x61, 0x00], "UTF-16", "1:1"],
    ["UTF-16, big end first", [0xfe, 0xff, 0x00, 0x61], "UTF-16", "1:1"],
  ])("of %s are refused at the first bad one", (_, bytes, message, place) => {
    const issue = decodeUtf8(Uint8Array.from(bytes), "t.yaml");
    if ("text" in issue) throw new Error("accepted");
    expect(issue.message).toContain(message);
    expect(`${issue.file}:${issue.line}:${issue.column}`).toBe(`t.yaml:${place}`);
  });

  it("of any kind give a text or an issue, as a strict decoder does", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const decoded = decodeUtf8(bytes, "t.yaml");
        let strict: string | undefined;
        try {
          strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
        } catch {
          strict = undefined;
        }
        if ("text" in decoded) expect(decoded.text).toBe(strict);
        else expect([strict, decoded.file]).toEqual([undefined, "t.yaml"]);
      }),
      { numRuns: 1000 },
    );
  });
});
