/** A sweep whose files cannot be written stops with one clear line and status 74; what was finished is kept. */
import { spawn } from "node:child_process";
import fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fixture } from "../fixtures/tiny.ts";
import { corridor, filesIn, hashOf, MAIN } from "./sweeps.ts";

const EXPERIMENT = `format: corridor/experiment@1
name: files
ecosystems: [${fixture("tiny.yaml")}]
run: { end: 2015-01-18, scale: 5000, warmupWeeks: 0, replicates: 20 }
record: { outcomes: [arrivals], every: end }
`;

let root: string;
let expected: string;
beforeAll(() => {
  root = fs.mkdtempSync(join(tmpdir(), "corridor-files-"));
  fs.writeFileSync(join(root, "e.yaml"), EXPERIMENT);
  expect(corridor(["sweep", "e.yaml", "-o", "whole"], root)).toMatchObject({ status: 0 });
  expected = hashOf(join(root, "whole"));
});
afterAll(() => {
  fs.rmSync(root, { recursive: true, force: true });
});

/** The last line but one: warnings and progress come before it, the way out after it. */
const complaint = (err: string) => err.trimEnd().split("\n").at(-2);

describe("a sweep that meets", () => {
  it.each([
    { fault: "writeFileSync:1:ENOSPC", says: /^corridor: cannot write \S+plan\.json: the disk is full \(ENOSPC\)$/ },
    { fault: "writeFileSync:6:ENOSPC", says: /^corridor: cannot write \S+\.block: the disk is full \(ENOSPC\)$/ },
    { fault: "renameSync:4:EDQUOT", says: /^corridor: cannot write \S+\.block: the disk quota is used up \(EDQUOT\)$/ },
    { fault: "fsyncSync:9:EIO", says: /^corridor: cannot write \S+: the device reports an error \(EIO\)$/ },
    { fault: "mkdirSync:1:EROFS", says: /^corridor: cannot write to \S+: the file system is read-only \(EROFS\)$/ },
    { fault: "mkdirSync:2:EACCES", says: /^corridor: cannot write to \S+blocks: permission denied \(EACCES\)$/ },
    { fault: "rmSync:1:EPERM", says: /^corridor: cannot .+: permission denied \(EPERM\)$/ },
    { fault: "readdirSync:3:EMFILE", says: /^corridor: cannot .+: too many open files \(EMFILE\)$/ },
  ])("$fault says so, and goes on later to the same bytes", ({ fault, says }) => {
    const folder = join(root, fault.replaceAll(":", "-"));
    const { status, err } = corridor(["sweep", "e.yaml", "-o", folder, "-w", "1"], root, fault);
    expect(complaint(err)).toMatch(says);
    expect(status).toBe(74);
    const blocks = fs.existsSync(join(folder, "blocks")) ? filesIn(join(folder, "blocks")) : [];
    expect(blocks.filter((file) => !file.endsWith(".block"))).toEqual([]);
    expect(corridor(["sweep", "e.yaml", "-o", folder], root)).toMatchObject({ status: 0 });
    expect(hashOf(folder)).toBe(expected);
  });

  it("a full disk midway plays what is left only", () => {
    expect(corridor(["sweep", "e.yaml", "-o", "full", "-w", "1"], root, "writeFileSync:6:ENOSPC").status).toBe(74);
    const { out } = corridor(["resume", "full"], root);
    expect(out).toMatch(/20 runs of 20 \(1\d played.*, [1-9] were there\)/);
  });

  it("a file where its folder should be says so", () => {
    fs.writeFileSync(join(root, "a-file"), "");
    const { status, err } = corridor(["sweep", "e.yaml", "-o", "a-file/result"], root);
    expect(complaint(err)).toMatch(/a part of the path is a file, not a folder \(ENOTDIR\)$/);
    expect(status).toBe(74);
  });

  it.each(["stdout", "stderr"] as const)("a reader of %s that goes away is not disturbed", async (stream) => {
    const folder = join(root, `closed-${stream}`);
    const child = spawn(process.execPath, [MAIN, "sweep", "e.yaml", "-o", folder, "--progress", "json"], { cwd: root });
    child[stream].destroy();
    expect(await new Promise((resolve) => child.on("exit", resolve))).toBe(0);
    expect(hashOf(folder)).toBe(expected);
  });
});
