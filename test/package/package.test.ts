/** What is published: packed, installed into an empty folder, called as the document of the library says, in Node and as in a browser. */
import { execFileSync, spawnSync } from "node:child_process";
import fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runInNewContext } from "node:vm";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { build } from "esbuild";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const MOST_BYTES_PACKED = 2_750_000; // with the program bundled and the shipped documents parsed
/** Milliseconds for the registry and a busy machine. */
const LONGEST = 300_000;

interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly files: readonly { readonly path: string }[];
}

let folder: string;
let packed: Packed;
beforeAll(() => {
  folder = fs.mkdtempSync(join(tmpdir(), "corridor-package-"));
  const npm = (...args: string[]) =>
    execFileSync("npm", args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  [packed] = JSON.parse(npm("pack", ROOT, "--json", "--ignore-scripts")) as [Packed];
  fs.writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  npm("install", `./${packed.filename}`, "--prefer-offline", "--ignore-scripts");
}, LONGEST);
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

/** The blocks of code in the document of the library. */
function examples(): readonly string[] {
  const text = fs.readFileSync(join(ROOT, "docs", "library.md"), "utf8");
  return [...text.matchAll(/^```js\n(.*?)^```$/gms)].map(([, block = ""]) => block);
}

/** There are modules only, and no folders in the place of `exports` for compilers that know nothing of it. */
const isExpected = (problem: { readonly kind: string; readonly resolutionKind?: string }): boolean =>
  problem.kind === "CJSResolvesToESM" || (problem.kind === "NoResolution" && problem.resolutionKind === "node10");

describe("the package", () => {
  it("is small, and has neither sources, tests nor benchmarks in it", () => {
    expect(packed.size).toBeLessThan(MOST_BYTES_PACKED);
    const stray = packed.files.map(({ path }) => path).filter((path) => /^(src|test|output)\/|\/bench\/|tsbuildinfo/.test(path));
    expect(stray).toEqual([]);
  });

  it("has entries and types that resolve", async () => {
    const { messages } = await publint({ pkgDir: ROOT, strict: true, pack: false });
    const manifest = JSON.parse(fs.readFileSync(join(ROOT, "package.json"), "utf8"));
    expect(messages.map((message) => formatMessage(message, manifest))).toEqual([]);
  });

  it("has types that are those of its code, however a program is compiled", async () => {
    const tarball = fs.readFileSync(join(folder, packed.filename));
    const result = await checkPackage(createPackageFromTarballData(tarball), { entrypoints: [".", "./node"] });
    const problems = result.types ? result.problems : [{ kind: "no types" } as const];
    expect(problems.filter((problem) => !isExpected(problem))).toEqual([]);
    expect(result.types && Object.keys(result.entrypoints)).toEqual([".", "./node"]);
  });

  it("brings the program", () => {
    const program = join(folder, "node_modules", ".bin", "corridor");
    const run = ["run", "central-mediterranean", "--scale", "2000", "--end", "2014-02-02", "--quiet", "--out", "result"];
    const { status, stderr } = spawnSync(program, run, { cwd: folder, encoding: "utf8" });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(fs.readdirSync(join(folder, "result"))).toContain("summary.csv");
  });

  it("is called from Node as its document says", () => {
    fs.writeFileSync(join(folder, "example.js"), examples()[0] ?? "");
    const { status, stdout, stderr } = spawnSync(process.execPath, ["example.js"], { cwd: folder, encoding: "utf8" });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/^date,step,/m);
  });

  it("is called from a worker as its document says, and comes to the same hash as the program", async () => {
    const { scenario, runs } = JSON.parse(fs.readFileSync(join(folder, "result", "manifest.json"), "utf8"));
    fs.writeFileSync(join(folder, "worker.js"), examples()[1] ?? "");
    const bundle = await build({
      entryPoints: [join(folder, "worker.js")],
      bundle: true,
      write: false,
      format: "iife",
      platform: "browser",
      logLevel: "silent",
    });
    const replies: { finalHash: number }[] = [];
    const self: Record<string, (event: object) => void> = { postMessage: (reply: object) => void replies.push(reply as never) };
    runInNewContext(bundle.outputFiles[0]?.text ?? "", { self });
    self.onmessage?.({ data: scenario });
    expect(replies[0]?.finalHash).toBe(runs[0].finalHash);
  });

  it("has types that a strict program accepts", () => {
    fs.writeFileSync(
      join(folder, "typed.ts"),
      `import { compile, simulate, type RunResult, type Table } from "corridor";
import { loadScenario, type ResolvedScenario } from "corridor/node";
const { ecosystem, strategy, settings }: ResolvedScenario = await loadScenario({ scenario: "central-mediterranean" });
const result: RunResult = simulate(compile(ecosystem, strategy, settings, "a"), { check: true });
export const tables: readonly Table[] = result.tables;
export const arrivals: number | undefined = result.outcome.arrivals;
// @ts-expect-error: a model comes first
simulate();
`,
    );
    const options = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2022", "--skipLibCheck", "--types", "node"];
    const roots = ["--typeRoots", join(ROOT, "node_modules", "@types")];
    const compiler = join(ROOT, "node_modules", "typescript", "bin", "tsc");
    const { stdout } = spawnSync(process.execPath, [compiler, ...options, ...roots, "typed.ts"], {
      cwd: folder,
      encoding: "utf8",
    });
    expect(stdout).toBe("");
  });

  it("uses every package that it asks for, and asks for every one that it uses", () => {
    const knip = join(ROOT, "node_modules", "knip", "bin", "knip.js");
    const { stdout } = spawnSync(process.execPath, [knip, "--include", "dependencies,unlisted,unresolved", "--no-config-hints"], {
      cwd: ROOT,
      encoding: "utf8",
    });
    expect(stdout.trim()).toBe("");
  });
});
