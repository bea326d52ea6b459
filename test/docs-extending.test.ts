/** The recipe for a new instrument, done to the letter: its file, its line in the index, a strategy that uses it. */
import fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { tiny } from "./fixtures/tiny.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const MOST_LINES = 60;

interface Engine {
  readonly INSTRUMENTS: readonly { readonly kind: string }[];
  readonly strategySchema: { parse(value: unknown): object };
  compile(...of: unknown[]): unknown;
  simulate(model: unknown, options?: object): { weeklyHashes: Uint32Array; outcome: Record<string, number> };
}

const blocks = [...fs.readFileSync(join(ROOT, "docs", "extending.md"), "utf8").matchAll(/^```(\w+)\n(.*?)^```$/gms)];
const block = (language: string): string => blocks.find(([, of]) => of === language)?.[2] ?? "";
const source = block("ts");

let folder: string;
let engine: Engine;
beforeAll(async () => {
  folder = fs.mkdtempSync(join(tmpdir(), "corridor-extending-"));
  fs.cpSync(join(ROOT, "src", "core"), join(folder, "core"), { recursive: true });
  fs.symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  const catalogue = join(folder, "core", "instruments");
  fs.writeFileSync(join(catalogue, "wage-support.ts"), source);
  const index = fs.readFileSync(join(catalogue, "index.ts"), "utf8");
  const [imported = ""] = blocks[1]?.[2]?.split("\n") ?? [];
  fs.writeFileSync(join(catalogue, "index.ts"), `${imported}\n${index.replace("  shock,\n]", "  shock,\n  wageSupport,\n]")}`);
  const outfile = join(folder, "engine.mjs");
  await build({
    entryPoints: [join(folder, "core", "index.ts")],
    bundle: true,
    format: "esm",
    platform: "node",
    outfile,
    tsconfigRaw: "{}",
  });
  engine = (await import(/* @vite-ignore */ pathToFileURL(outfile).href)) as Engine;
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

describe("the instrument of the recipe", () => {
  it("is short, and in the catalogue", () => {
    expect(source.split("\n").length).toBeLessThan(MOST_LINES);
    expect(engine.INSTRUMENTS.map(({ kind }) => kind)).toContain("wage-support");
  });

  it("changes something from its date on, and nothing before", async () => {
    const { ecosystem, strategy: none, settings } = await tiny({ scale: "15", end: "2015-12-27" });
    const play = (strategy: object) => engine.simulate(engine.compile(ecosystem, strategy, settings, "1"), { hash: true });
    const [without, with_] = [play(none), play(engine.strategySchema.parse(parse(block("yaml"))))];
    const differs = without.weeklyHashes.findIndex((hash, week) => hash !== with_.weeklyHashes[week]);
    expect(differs).toBe(21); // weeks from 2015-01-05 to 2015-06-01
    expect(with_.outcome.spend).toBeGreaterThan(1);
  });
});
