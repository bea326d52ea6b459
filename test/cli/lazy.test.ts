/** Help is there at once, because it loads no more than it needs: not the model, not what checks documents. */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";
import { MAIN } from "./sweeps.ts";

const LIST = new URL("./list-modules.mjs", import.meta.url).href;

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), "corridor-lazy-"));
});
afterEach(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

it.each([["--help"], ["--version"], ["run", "--help"], ["sweep", "--help"]])(
  "corridor %s %s loads neither model nor schema",
  (...argv) => {
    const list = join(folder, "list");
    const { status } = spawnSync(process.execPath, ["--import", LIST, MAIN, ...argv], {
      env: { ...process.env, LIST_MODULES: list },
    });
    expect(status).toBe(0);
    const loaded = fs.readFileSync(list, "utf8").split("\n");
    expect(loaded.filter((url) => url.endsWith("/corridor.js"))).toHaveLength(1);
    expect(loaded.filter((url) => /node_modules\/(yaml|piscina)\//.test(url))).toEqual([]);
    const parts = loaded.filter((url) => /dist\/.*\.js$/.test(url)).map((url) => fs.readFileSync(fileURLToPath(url), "utf8"));
    // the bundle says of each module where it begins
    expect(
      parts.filter((part) => /^\/\/ (dist\/core\/phases|dist\/core\/scenario\/schema|node_modules\/zod)\//m.test(part)),
    ).toEqual([]);
  },
);
