/** The ODD document is current, and what it says of equations holds of the model. */
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { equationParts } from "../../src/cli/present/equations.ts";
import { ODD_HEAD, oddPage } from "../../src/cli/present/odd-page.ts";
import { scopeOf } from "../../src/cli/scope.ts";
import { CONDUCT_RULES, RISK_RULES } from "../../src/core/behaviours/index.ts";
import { PHASES, parametersOf } from "../../src/core/index.ts";
import { shippedNames } from "../../src/node/document-kind.ts";
import { corridor } from "./terminal.ts";

const ENTRIES = [
  ...PHASES.map(({ name, equations }) => ({ file: `phases/${name}.ts`, equations })),
  ...[...CONDUCT_RULES.values()].map(({ kind, equations }) => ({ file: `behaviours/conduct-${kind}.ts`, equations })),
  ...[...RISK_RULES.values()].map(({ kind, equations }) => ({ file: `behaviours/risk-${kind}.ts`, equations })),
];

describe("the ODD document", () => {
  it("is the one in docs (corridor odd --out docs/odd.md)", async () => {
    expect(await oddPage(scopeOf(undefined))).toBe(await readFile("docs/odd.md", "utf8"));
  });

  it("does not replace what is no ODD document", async () => {
    const folder = await mkdtemp(join(tmpdir(), "corridor-odd-"));
    const path = join(folder, "notes.md");
    try {
      await writeFile(path, "my notes\n");
      const { status, err } = await corridor("odd", "--out", path);
      expect({ status, text: await readFile(path, "utf8") }).toEqual({ status: 2, text: "my notes\n" });
      expect(err).toContain("no ODD document");
      await writeFile(path, `${ODD_HEAD}an older one\n`);
      expect((await corridor("odd", "--out", path)).status).toBe(0);
      expect(await readFile(path, "utf8")).toBe(await readFile("docs/odd.md", "utf8"));
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe("equations", () => {
  it.each(ENTRIES.map((entry) => [entry.file, entry] as const))(
    "of %s say where they are computed and whence they come",
    (file, entry) => {
      expect(entry.equations.length).toBeGreaterThan(0);
      for (const equation of entry.equations) {
        const parts = equationParts(equation, file);
        expect(existsSync(join("src", "core", parts.file)), equation).toBe(true);
        expect(parts.text.replace(/`[^`]+`/g, "")).not.toContain("`");
      }
    },
  );

  it("name only parameters that some shipped ecosystem has", async () => {
    const ecosystems = (await shippedNames("ecosystem")).filter((name) => name !== "base");
    const models = await Promise.all(ecosystems.map((name) => scopeOf(name).model()));
    const known = [...new Set(models.flatMap(({ ecosystem }) => parametersOf(ecosystem).map(({ name }) => `${name}.`)))];
    const named = new Set(
      ENTRIES.flatMap(({ file, equations }) => equations.flatMap((one) => equationParts(one, file).parameters)),
    );
    const exists = (name: string) => {
      const pattern = new RegExp(`^${name.replaceAll(".", "\\.").replaceAll("*", "[^.]+")}\\.`);
      return known.some((one) => pattern.test(one));
    };
    expect([...named].filter((name) => !exists(name))).toEqual([]);
    expect(named.size).toBeGreaterThan(100);
  });
});
