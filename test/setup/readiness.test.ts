/** What the set-up finds missing: Node, packages, a build, a browser, a cluster. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { build, isBuilt } from "../../src/setup/build.mjs";
import { findChromium, recordedChromium } from "../../src/setup/chromium.mjs";
import { Missing } from "../../src/setup/missing.mjs";
import { requireNode } from "../../src/setup/node-version.mjs";
import { missingPackages } from "../../src/setup/packages.mjs";
import { whyNoSlurm } from "../../src/setup/slurm.mjs";

const quiet = (): void => {};

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "corridor-set-up-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, content: unknown): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), typeof content === "string" ? content : JSON.stringify(content));
}

describe("Node", () => {
  it.each([
    ["20.19.0", false],
    ["20.100.1", false],
    ["22.1.0", false],
    ["20.18.9", true],
    ["9.99.0", true],
  ])("%s is too old: %s", (version, tooOld) => {
    write("package.json", { engines: { node: ">=20.19" } });
    const check = () => requireNode(root, version);
    if (tooOld) expect(check).toThrow(Missing);
    else expect(check).not.toThrow();
  });
});

describe("packages", () => {
  const here = { os: [process.platform], cpu: [process.arch] };
  const locked = {
    "": { name: "corridor" },
    "node_modules/plain": { version: "1.0.0", integrity: "sha512-a" },
    "node_modules/native-here": { version: "1.0.0", optional: true, ...here },
    "node_modules/native-elsewhere": { version: "1.0.0", optional: true, os: ["plan9"], cpu: [process.arch] },
    "node_modules/whatever": { version: "1.0.0", optional: true },
  };
  const { "": _, ...all } = locked;

  beforeEach(() => {
    write("package-lock.json", { packages: locked });
    for (const folder of Object.keys(all)) write(`${folder}/package.json`, {});
  });

  it("are all missing before npm has finished", () => {
    expect(missingPackages(root)).toEqual(["node_modules/plain", "node_modules/native-here"]);
  });

  it("are complete as locked", () => {
    write("node_modules/.package-lock.json", { packages: all });
    expect(missingPackages(root)).toEqual([]);
  });

  it("are missing in another version, with another content, or when deleted", () => {
    const plain = all["node_modules/plain"];
    for (const other of [
      { ...plain, version: "1.0.1" },
      { ...plain, integrity: "sha512-b" },
    ]) {
      write("node_modules/.package-lock.json", { packages: { ...all, "node_modules/plain": other } });
      expect(missingPackages(root)).toEqual(["node_modules/plain"]);
    }
    write("node_modules/.package-lock.json", { packages: all });
    rmSync(join(root, "node_modules/native-here"), { recursive: true });
    expect(missingPackages(root)).toEqual(["node_modules/native-here"]);
  });
});

describe("build", () => {
  /** Stands in for the compiler: copies nothing but names, and fails where a source says so. */
  const compiler = `
    const { existsSync, mkdirSync, readFileSync, writeFileSync } = require("node:fs");
    if (readFileSync("src/a.ts", "utf8").includes("error")) { console.log("a.ts: error"); process.exit(2); }
    mkdirSync("dist", { recursive: true });
    if (process.argv.includes("--force") || !existsSync("dist/notes")) writeFileSync("dist/a.js", "");
    writeFileSync("dist/notes", "");`;

  beforeEach(() => {
    write("node_modules/typescript/bin/tsc", compiler);
    for (const path of ["tsconfig.json", "src/core/tsconfig.json", "package-lock.json"]) write(path, {});
    write("src/a.ts", "");
  });

  it("is needed at first, when a source or a setting changes, and when a source comes or goes", () => {
    expect(isBuilt(root)).toBe(false);
    build(root, quiet);
    expect(isBuilt(root)).toBe(true);
    for (const [path, content] of [
      ["src/a.ts", "1"],
      ["tsconfig.json", "{}\n"],
      ["package-lock.json", "{}\n"],
    ]) {
      write(path, content);
      expect(isBuilt(root)).toBe(false);
      build(root, quiet);
      expect(isBuilt(root)).toBe(true);
    }
    write("src/b.ts", "");
    expect(isBuilt(root)).toBe(false);
    rmSync(join(root, "src/b.ts"));
    expect(isBuilt(root)).toBe(true);
  });

  it("brings back an output that the compiler believes to be there", () => {
    build(root, quiet);
    rmSync(join(root, "dist/a.js"));
    expect(isBuilt(root)).toBe(false);
    build(root, quiet);
    expect(isBuilt(root)).toBe(true);
  });

  it("does not count when it failed, and says what the compiler said", () => {
    build(root, quiet);
    write("src/a.ts", "error");
    expect(() => build(root, quiet)).toThrow(/a\.ts: error/);
    write("src/a.ts", "");
    expect(isBuilt(root)).toBe(false);
  });
});

describe("browser", () => {
  function program(path: string, says: string): string {
    write(path, `#!/bin/sh\n${says}\n`);
    chmodSync(join(root, path), 0o755);
    return join(root, path);
  }

  it("is the one on the path that starts", () => {
    program("stub/chromium", "echo 'install the snap'; exit 1");
    const works = program("bin/chromium", "echo 'Chromium 99.0'");
    const env = { PATH: `${join(root, "stub")}:${join(root, "bin")}` };
    expect(findChromium(env)).toEqual({ executable: works, version: "Chromium 99.0" });
  });

  it("is the one named, or none", () => {
    program("bin/chromium", "echo 'Chromium 99.0'");
    const named = program("mine", "echo 'Google Chrome 100.0'");
    const env = { PATH: join(root, "bin") };
    expect(findChromium({ ...env, CORRIDOR_CHROMIUM: named })?.executable).toBe(named);
    expect(findChromium({ ...env, CORRIDOR_CHROMIUM: join(root, "absent") })).toBeUndefined();
  });

  it("is remembered while it is there and no other is asked for", () => {
    const executable = program("bin/chromium", "echo 'Chromium 99.0'");
    write("dist/browser.json", { executable, version: "Chromium 99.0" });
    expect(recordedChromium(root, {})?.executable).toBe(executable);
    expect(recordedChromium(root, { CORRIDOR_CHROMIUM: "/other" })).toBeUndefined();
    rmSync(executable);
    expect(recordedChromium(root, {})).toBeUndefined();
  });
});

describe("Slurm", () => {
  it("is there when all its programs are, and else is said to be missing, with what to do", () => {
    const env = { PATH: `${join(root, "absent")}:${join(root, "bin")}` };
    const programs = "slurmctld slurmd munged sbatch squeue sinfo scancel scontrol parallel".split(" ");
    for (const name of programs) write(`bin/${name}`, "");
    const isLinux = process.platform === "linux";
    expect(whyNoSlurm(env)).toBe(isLinux ? undefined : "Slurm needs Linux");
    rmSync(join(root, "bin/sbatch"));
    expect(whyNoSlurm(env)).toMatch(isLinux ? /^not installed: sbatch \(apt-get install .*slurm-wlm/ : /Linux/);
  });
});
