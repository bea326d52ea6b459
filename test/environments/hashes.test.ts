/** `npm run environments`: one run, one hash, wherever it is played. */
import { createHash } from "node:crypto";
import fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ecosystemSchema, strategySchema } from "../../src/core/scenario/schema/strategy.ts";
import { settingsOf } from "../laws/world.ts";
import { resolve } from "../scenarios/documents.ts";
import { type Bundle, ENVIRONMENTS } from "./environments.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const SHIPPED = "central-mediterranean";
/** Milliseconds for a download and a machine that has other things to do. */
const LONGEST = 240_000;

let bundle: Bundle;
let wanted: string;
const rows: string[] = [];

beforeAll(async () => {
  const folder = fs.mkdtempSync(join(tmpdir(), "corridor-environments-"));
  const at = (name: string) => join(folder, name);
  bundle = { folder, script: at("script.mjs"), run: at("run.json"), module: at("module.mjs") };
  const simulation = join(ROOT, "test", "browser", "simulation.ts");
  const common = { bundle: true, format: "esm", target: "es2022", logLevel: "silent" } as const;
  await build({ ...common, platform: "browser", entryPoints: [simulation], outfile: bundle.module });
  fs.writeFileSync(
    bundle.script,
    `import { readFileSync } from "node:fs"; import { play } from "./module.mjs";
process.stdout.write(JSON.stringify(play(JSON.parse(readFileSync(process.argv[2], "utf8")))));`,
  );
  const run = {
    ecosystem: ecosystemSchema.parse(resolve("ecosystems", SHIPPED)),
    strategy: strategySchema.parse(resolve("strategies", "whole-ecosystem")),
    settings: settingsOf({ start: "2018-05-07", end: "2018-09-02", warmupWeeks: 4, scale: 1000 }),
    seed: "environments",
  };
  fs.writeFileSync(bundle.run, JSON.stringify(run));
}, LONGEST);

afterAll(() => {
  fs.rmSync(bundle.folder, { recursive: true, force: true, maxRetries: 5 });
  console.log(`${SHIPPED}, whole-ecosystem, all weeks and outcomes:\n${rows.map((row) => `  ${row}\n`).join("")}`);
});

describe("one run has one hash in", () => {
  it.each(ENVIRONMENTS.map((environment) => [environment.name, environment] as const))(
    "%s",
    async (name, environment) => {
      const played = await environment.play(bundle);
      const hash = played === undefined ? undefined : createHash("sha256").update(played).digest("hex").slice(0, 16);
      rows.push(`${(hash ?? "not to be had here").padEnd(20)}${name}`);
      if (played === undefined) return;
      expect(JSON.parse(played).outcome.trips).toBeGreaterThan(0);
      wanted ??= hash ?? "";
      expect(hash).toBe(wanted);
    },
    LONGEST,
  );
});
