import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { EXIT, Failure } from "../../src/node/failure.ts";
import { openFileSet } from "../../src/node/file-set.ts";
import { MANIFEST } from "../../src/node/result-folder.ts";

let root: string;
beforeEach(() => {
  root = fs.mkdtempSync(join(tmpdir(), "corridor-files-"));
});
afterEach(() => fs.rmSync(root, { recursive: true, force: true }));

const at = (...parts: string[]) => join(root, ...parts);
const read = (...parts: string[]) => fs.readFileSync(at(...parts), "utf8");

function put(names: readonly string[], text = "new", options: { force?: boolean } = {}, effects?: typeof fs): void {
  const set = openFileSet(
    names.map((name) => at(name)),
    options,
    effects,
  );
  try {
    for (const name of names) for (const part of [text, "\n"]) set.append(at(name), Buffer.from(part));
    set.commit();
  } finally {
    set.discard();
  }
}

function failure(work: () => unknown): Failure {
  try {
    work();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error("nothing failed");
}

describe("files that are put together", () => {
  it("are there after the commit, in folders that are made, and nothing beside them", () => {
    put(["deep/a", "deep/b", "c"]);
    expect(fs.readdirSync(root, { recursive: true }).sort()).toEqual(["c", "deep", "deep/a", "deep/b"]);
    expect(read("deep", "b")).toBe("new\n");
  });

  it("are not there before the commit, and never after a discard", () => {
    const set = openFileSet([at("new", "a"), at("b")], {});
    set.append(at("new", "a"), Buffer.from("x"));
    expect(fs.existsSync(at("new", "a"))).toBe(false);
    set.discard();
    set.discard();
    expect(fs.readdirSync(root)).toEqual([]);
  });

  it("replace nothing unasked, and then none of them is written", () => {
    fs.writeFileSync(at("b"), "old");
    expect(failure(() => put(["a", "b"]))).toMatchObject({ exitCode: EXIT.usage, remedy: expect.stringContaining("--force") });
    expect(fs.readdirSync(root)).toEqual(["b"]);
    put(["a", "b"], "new", { force: true });
    expect([read("a"), read("b")]).toEqual(["new\n", "new\n"]);
  });

  it("replace nothing that came while they were written", () => {
    const set = openFileSet([at("a")], {});
    set.append(at("a"), Buffer.from("x"));
    fs.writeFileSync(at("a"), "theirs");
    expect(failure(() => set.commit()).exitCode).toBe(EXIT.usage);
    set.discard();
    expect(read("a")).toBe("theirs");
    expect(fs.readdirSync(root)).toEqual(["a"]);
  });

  it("never go into a result, nor over a folder, not even by force", () => {
    fs.mkdirSync(at("result"));
    fs.writeFileSync(at("result", MANIFEST), "{}");
    fs.mkdirSync(at("folder"));
    expect(failure(() => put(["result/runs.csv"], "x", { force: true })).message).toContain("stays as it was");
    expect(failure(() => put(["folder"], "x", { force: true })).message).toContain("in the way");
    put(["result/exports/runs.csv"]);
    expect(fs.readdirSync(at("result"))).toEqual(["exports", MANIFEST]);
  });

  it("clear up after a dead process, and leave a living one alone", () => {
    const dead = spawnSync(process.execPath, ["-e", ""]).pid;
    fs.writeFileSync(at(`.a.partial-${dead}-${hostname()}`), "half");
    fs.writeFileSync(at(`.other.partial-${dead}-${hostname()}`), "half");
    put(["a"]);
    expect(fs.readdirSync(root).sort()).toEqual([`.other.partial-${dead}-${hostname()}`, "a"]);
    const alive = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60000)"]);
    try {
      fs.writeFileSync(at(`.b.partial-${alive.pid}-${hostname()}`), "half");
      expect(failure(() => put(["b"]))).toMatchObject({
        exitCode: EXIT.busy,
        message: expect.stringContaining(String(alive.pid)),
      });
    } finally {
      alive.kill();
    }
  });

  it.each([
    ["ENOSPC", "writeFileSync"],
    ["ENOSPC", "fsyncSync"],
    ["EACCES", "openSync"],
    ["EIO", "renameSync"],
  ] as const)("leave nothing when there is %s in %s, and say so with status 74", (code, operation) => {
    const broken = Object.assign(Object.create(fs) as typeof fs, {
      [operation]: () => {
        throw Object.assign(new Error(code), { code });
      },
    });
    expect(failure(() => put(["deep/a", "b"], "x", {}, broken))).toMatchObject({
      exitCode: EXIT.files,
      message: expect.stringContaining(code),
    });
    expect(fs.readdirSync(root)).toEqual([]);
  });
});
