/** The engine of the lab without its page: which wishes it makes no report of. */
/// <reference path="../../src/lab/built.d.ts" />
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { beforeAll, expect, it } from "vitest";
import type { reportOf } from "../../src/lab/engine/report-of-wish.ts";
import type { Wish } from "../../src/lab/protocol.ts";
import { given } from "../../src/setup/lab.mjs";
import { fixture } from "../fixtures/tiny.ts";
import { ROOT } from "./page.ts";

const BUSY = 120_000; // milliseconds
const PLAYS = "a trial was played";
const shipped = (path: string): string => readFileSync(join(ROOT, "scenarios", path), "utf8");
const SHAPING = readFileSync(fixture("tiny-shaping.yaml"), "utf8");
const named = (name: string): string => SHAPING.replace("name: tiny-shaping", `name: ${name}`);

let report: typeof reportOf;
beforeAll(async () => {
  const documents = {
    ecosystems: { base: shipped("ecosystems/base.yaml"), tiny: readFileSync(fixture("tiny.yaml"), "utf8") },
    strategies: { none: shipped("strategies/none.yaml") },
    version: "0",
  };
  const { outputFiles } = await build({
    ...{ bundle: true, write: false, format: "esm", platform: "browser", charset: "utf8", logLevel: "silent" },
    entryPoints: [join(ROOT, "src", "lab", "engine", "report-of-wish.ts")],
    plugins: [given({ documents, land: { rings: [] } })],
  });
  const program = Buffer.from(outputFiles[0]?.contents ?? []).toString("base64");
  ({ reportOf: report } = await import(/* @vite-ignore */ `data:text/javascript;base64,${program}`));
}, BUSY);

/** What is said of strategies of these names; the first trial that is played ends it. */
async function saidOf(...names: readonly string[]): Promise<unknown> {
  const run = { seed: "1", scale: 200, end: "2015-04-26", replicates: 2 };
  const strategies = names.map(named);
  const wish: Wish = { type: "wish", ecosystem: "tiny", assumptions: [], run, strategies, order: names.map((_, i) => i) };
  return report(wish, "0", () => {
    throw new Error(PLAYS);
  });
}

it.each([
  ["two of them", ["first", "second", "first"], "first"],
  ["one and the baseline", ["none"], "none"],
])("refuses strategies of one name, %s, before anything is played", async (_, names, twice) => {
  expect(await saidOf(...names)).toEqual({
    type: "refused",
    problem: { key: "opened.unplayed", detail: `two strategies have the name ${twice}; give one of them another` },
  });
});

it("plays those that differ in nothing but the name", { timeout: BUSY }, async () => {
  expect(await saidOf("first", "second")).toMatchObject({ type: "refused", problem: { detail: PLAYS } });
});
