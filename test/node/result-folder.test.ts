import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { EXIT, Failure } from "../../src/node/failure.ts";
import { type FileSystem, MANIFEST, openResultFolder, type Target } from "../../src/node/result-folder.ts";
import { nextInSeries } from "../../src/node/run-number.ts";

let root: string;
beforeEach(() => {
  root = fs.mkdtempSync(join(tmpdir(), "corridor-result-"));
});
afterEach(() => {
  fs.rmSync(root, { recursive: true, force: true });
});

const at = (...parts: string[]) => join(root, ...parts);

function write(target: Target, text = "new", effects?: FileSystem): string {
  const folder = openResultFolder(target, effects);
  try {
    folder.append("a.csv", "1\n");
    folder.append("a.csv", text);
    folder.finish("a.csv");
    folder.append(MANIFEST, "{}");
    folder.finish(MANIFEST);
    return folder.commit();
  } finally {
    folder.discard();
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

/** A process that has ended, so that its id belongs to nobody. */
const deadProcess = () => spawnSync(process.execPath, ["-e", ""]).pid;

describe("a result folder", () => {
  it("is there with all its files after the commit, and beside it nothing", () => {
    expect(write({ folder: at("deep", "down", "run") })).toBe(at("deep", "down", "run"));
    expect(fs.readdirSync(at("deep", "down"))).toEqual(["run"]);
    expect(fs.readFileSync(at("deep", "down", "run", "a.csv"), "utf8")).toBe("1\nnew");
  });

  it("tells bytes and hash of what is on the disk", () => {
    const folder = openResultFolder({ folder: at("run") });
    folder.append("a.csv", "Gaël\n");
    folder.append("a.csv", new TextEncoder().encode("x"));
    const written = folder.finish("a.csv");
    folder.commit();
    const bytes = fs.readFileSync(at("run", "a.csv"));
    expect(written).toEqual({
      file: "a.csv",
      bytes: bytes.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
    });
  });

  it("is not there before the commit, and never after a discard", () => {
    const folder = openResultFolder({ folder: at("new", "run") });
    folder.append("a.csv", "1");
    expect(fs.existsSync(at("new", "run"))).toBe(false);
    folder.discard();
    folder.discard();
    expect(fs.readdirSync(root)).toEqual([]);
  });

  it("refuses a result that is there, unless it is told to replace it", () => {
    write({ folder: at("run") }, "old");
    const refused = failure(() => openResultFolder({ folder: at("run") }));
    expect(refused).toMatchObject({ exitCode: EXIT.usage, remedy: expect.stringContaining("--force") });
    expect(fs.readFileSync(at("run", "a.csv"), "utf8")).toBe("1\nold");
    write({ folder: at("run"), force: true });
    expect(fs.readFileSync(at("run", "a.csv"), "utf8")).toBe("1\nnew");
    expect(fs.readdirSync(root)).toEqual(["run"]);
  });

  it("never replaces what is not a result", () => {
    fs.mkdirSync(at("photos"));
    fs.writeFileSync(at("photos", "sea.jpg"), "x");
    fs.writeFileSync(at("file"), "x");
    expect(failure(() => openResultFolder({ folder: at("photos"), force: true })).message).toMatch(/something else/);
    expect(failure(() => openResultFolder({ folder: at("file"), force: true })).message).toMatch(/in the way/);
    expect(failure(() => openResultFolder({ folder: at("file", "run") }))).toMatchObject({
      exitCode: EXIT.files,
    });
    expect(fs.readdirSync(root).sort()).toEqual(["file", "photos"]);
  });

  it("says so where no folder can be made", () => {
    expect(failure(() => openResultFolder({ folder: "/proc/nowhere/run" })).exitCode).toBe(EXIT.files);
  });

  it("uses an empty folder that somebody made for it", () => {
    fs.mkdirSync(at("run"));
    write({ folder: at("run") });
    expect(fs.existsSync(at("run", "a.csv"))).toBe(true);
  });

  it("removes what dead processes left, and says who is alive", async () => {
    const dead = deadProcess();
    fs.mkdirSync(at(`.run.partial-${dead}-${hostname()}`));
    fs.mkdirSync(at(`.other.partial-${dead}-${hostname()}`));
    // Nobody here can tell who is alive on another machine.
    const foreign = `.run-2.partial-${dead}-another-machine`;
    fs.mkdirSync(at(foreign));
    write({ folder: at("run") });
    expect(fs.readdirSync(root).sort()).toEqual([foreign, "run"]);

    const alive = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60000)"]);
    try {
      fs.mkdirSync(at(`.busy.partial-${alive.pid}-${hostname()}`));
      const busy = failure(() => openResultFolder({ folder: at("busy") }));
      expect(busy).toMatchObject({
        exitCode: EXIT.busy,
        message: expect.stringContaining(String(alive.pid)),
      });
    } finally {
      alive.kill();
    }
  });

  it("brings the old result back when the replacing process died between its two renames", () => {
    write({ folder: at("run") }, "old");
    fs.renameSync(at("run"), at(`.run.replaced-${deadProcess()}-${hostname()}`));
    expect(failure(() => openResultFolder({ folder: at("run") })).exitCode).toBe(EXIT.usage);
  });

  it.each([
    ["ENOSPC", "writeFileSync", /disk is full/],
    ["ENOSPC", "fsyncSync", /disk is full/],
    ["EROFS", "mkdirSync", /read-only/],
    ["EACCES", "mkdirSync", /permission denied/],
    ["EMFILE", "openSync", /too many open files/],
    ["EIO", "renameSync", /device/],
  ] as const)("says plainly that there was %s in %s, with its own status, and leaves nothing", (code, operation, reason) => {
    const broken = Object.assign(Object.create(fs) as FileSystem, {
      [operation]: () => {
        throw Object.assign(new Error(code), { code });
      },
    });
    const failed = failure(() => write({ folder: at("run") }, "x", broken));
    expect(failed).toMatchObject({ exitCode: EXIT.files, message: expect.stringMatching(reason) });
    expect(failed.message).toContain(code);
    expect(fs.readdirSync(root)).toEqual([]);
  });

  it("does not swallow a fault of its own", () => {
    const folder = openResultFolder({ folder: at("run") });
    folder.append("a.csv", "1");
    expect(() => folder.commit()).toThrow(/not finished: a.csv/);
    folder.discard();
  });
});

describe("a series of results", () => {
  it("counts on from the highest number, whoever is writing", () => {
    expect(nextInSeries(at("none"), "x")).toBe(at("none", "x-001"));
    for (const name of ["x-001", "x-007", "x-9", "x-y-012", "y-020"]) fs.mkdirSync(at(name));
    expect(nextInSeries(root, "x")).toBe(at("x-008"));
    fs.mkdirSync(at(".x-011.partial-1-another-machine"));
    expect(nextInSeries(root, "x")).toBe(at("x-012"));
  });

  it("takes the next name when another process was quicker", () => {
    const series = () => nextInSeries(root, "x");
    const slow = openResultFolder({ folder: series(), otherwise: series });
    slow.append(MANIFEST, "{}");
    slow.finish(MANIFEST);
    fs.mkdirSync(at("x-001"));
    fs.writeFileSync(at("x-001", MANIFEST), "{}");
    expect(slow.commit()).toBe(at("x-002"));
    expect(fs.readdirSync(root).sort()).toEqual(["x-001", "x-002"]);
  });
});
