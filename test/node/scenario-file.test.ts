/** Documents on disk: names, paths, chains, and everything that is no file. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formatIssues } from "../../src/formats/issue-text.ts";
import { DOCUMENT_FOLDERS, type DocumentKind, documentNames, loadDocument } from "../../src/node/scenario-file.ts";

const HEAD = "format: corridor/ecosystem@1\n";
const MEBIBYTE = 1 << 20;

let folder = "";
let shipped = "";
const load = (reference: string) => loadDocument(reference, { kind: "ecosystem", shipped });
const write = (path: string, text: string | Uint8Array) => {
  writeFileSync(join(folder, path), text);
  return join(folder, path);
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "corridor-"));
  shipped = join(folder, "scenarios");
  mkdirSync(join(shipped, "ecosystems"), { recursive: true });
  mkdirSync(join(folder, "own"));
  write("scenarios/ecosystems/base.yaml", `${HEAD}weeks: 1\n`);
  write("scenarios/ecosystems/north-sea.yml", `${HEAD}extends: base\nweeks: 2\n`);
  write("scenarios/ecosystems/south-sea.json", JSON.stringify({ format: "corridor/ecosystem@1", weeks: 3 }));
  write("scenarios/ecosystems/notes.txt", "no document");
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("finds", () => {
  it.each([
    ["base", 1],
    ["north-sea", 2],
    ["south-sea", 3],
  ])("a shipped document by name: %s", async (name, weeks) => {
    const { merged, issues } = await load(name);
    expect(issues).toEqual([]);
    expect(merged).toEqual({ format: "corridor/ecosystem@1", weeks });
  });

  it("a document by path, and what it extends by path or by name", async () => {
    write("own/parent.yaml", `${HEAD}extends: north-sea\nfee: 1\n`);
    for (const reference of ["./parent.yaml", "parent.yaml", "../own/parent.yaml", "parent", join(folder, "own/parent.yaml")]) {
      const path = write("own/child.yaml", `${HEAD}extends: ${reference}\nfee: 2\n`);
      const { merged, issues, layers } = await load(path);
      expect(issues).toEqual([]);
      expect(merged).toEqual({ format: "corridor/ecosystem@1", weeks: 2, fee: 2 });
      expect(layers).toHaveLength(4);
    }
  });

  it("beside the file first, and not the file itself: one may build on the shipped document of its own name", async () => {
    const path = write("own/base.yaml", `${HEAD}extends: base\nfee: 5\n`);
    expect(await load(path)).toMatchObject({ issues: [], merged: { weeks: 1, fee: 5 } });
    const child = write("own/other.yaml", `${HEAD}extends: base\n`);
    expect(await load(child)).toMatchObject({ issues: [], merged: { weeks: 1, fee: 5 } });
  });

  it("the names of what is shipped", async () => {
    expect(await documentNames({ kind: "ecosystem", shipped })).toEqual(["base", "north-sea", "south-sea"]);
    expect(await documentNames({ kind: "strategy", shipped })).toEqual([]);
  });

  it("the documents of this package", async () => {
    for (const kind of Object.keys(DOCUMENT_FOLDERS) as DocumentKind[]) {
      for (const name of await documentNames({ kind })) {
        if (kind === "ecosystem" || kind === "strategy") expect((await loadDocument(name, { kind })).issues).toEqual([]);
      }
    }
    expect(await documentNames({ kind: "strategy" })).toContain("none");
  });
});

describe("says what is wrong", () => {
  const said = async (reference: string) => formatIssues((await load(reference)).issues).replaceAll(folder, "");

  it("with names and paths", async () => {
    expect(await said("noth-sea")).toBe(
      'noth-sea: there is no ecosystem called "noth-sea" — allowed: base, north-sea, south-sea. Did you mean north-sea?\n',
    );
    expect(await said(join(shipped, "ecosystems", "bse.yaml"))).toContain("Did you mean /scenarios/ecosystems/base.yaml?");
    expect(await said("")).toBe("no ecosystem is named — allowed: base, north-sea, south-sea\n");
    expect(await said("a\0b")).toContain('there is no file "a\\u{0}b"');
    expect(await said("x".repeat(5000))).toContain("there is no ecosystem called");
    const parentless = await said(write("own/bad.yaml", `${HEAD}extends: sout-sea\n`));
    expect(parentless).toContain('/own/bad.yaml:2:10 extends: there is no ecosystem called "sout-sea" — allowed: bad, ');
    expect(parentless).toContain("Did you mean south-sea?");
  });

  it("with things that are no files of text", async () => {
    const pipe = join(folder, "pipe.yaml");
    execFileSync("mkfifo", [pipe]);
    expect(await said(pipe)).toBe("/pipe.yaml: is no ordinary file\n");
    expect(await said("/dev/zero")).toBe("/dev/zero: is no ordinary file\n");
    expect(await said(join(folder, "own"))).toBe("/own: is a folder, not a file\n");
    expect(await said(write("big.yaml", `${HEAD}#${"x".repeat(2 * MEBIBYTE)}`))).toContain("/big.yaml: has 2097");
    expect(await said(write("latin.yaml", Uint8Array.from([0x61, 0x3a, 0x20, 0xe9])))).toContain("/latin.yaml:1:4: byte 0xe9");
    expect(await said(write("empty.yaml", ""))).toContain("/empty.yaml:1:1: the file is empty");
    symlinkSync("loop.yaml", join(folder, "loop.yaml"));
    expect(await said(join(folder, "loop.yaml"))).toContain("there is no file");
  });

  it("with circles, through links too", async () => {
    write("own/a.yaml", `${HEAD}extends: b\n`);
    write("own/b.yaml", `${HEAD}extends: ./a.yaml\n`);
    expect(await said(join(folder, "own/a.yaml"))).toContain("circle: /own/a.yaml -> /own/b.yaml -> /own/a.yaml");
  });

  it("never throws, whatever the bytes", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({ maxLength: 200 }),
          fc.string().map((text) => new TextEncoder().encode(HEAD + text)),
        ),
        async (bytes) => {
          const path = write("random.yaml", bytes);
          const { merged, issues } = await load(path);
          if (merged === undefined) expect(issues).not.toEqual([]);
          for (const { file } of issues) expect(file).toBe(path);
        },
      ),
    );
  });

  it("never throws, whatever the name", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary" }), async (reference) => {
        expect((await load(`x${reference}`)).issues).toHaveLength(1);
      }),
    );
  });
});
