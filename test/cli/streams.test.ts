/** Streams that end or fail under the program. */
import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fixture } from "../fixtures/tiny.ts";

const MAIN = fileURLToPath(new URL("../../dist/corridor.js", import.meta.url));

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), "corridor-streams-"));
});
afterEach(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

describe("the program", () => {
  it("says in one line that its output cannot be written, status 74", () => {
    const full = fs.openSync("/dev/full", "w");
    const { status, stderr } = spawnSync(process.execPath, [MAIN, "describe"], {
      stdio: ["ignore", full, "pipe"],
      encoding: "utf8",
    });
    fs.closeSync(full);
    expect(stderr).toBe("corridor: cannot print: the disk is full (ENOSPC)\n");
    expect(status).toBe(74);
  });

  it("leaves nothing when its terminal is closed, status 129", async () => {
    const argv = [MAIN, "run", fixture("tiny.yaml"), "--replicates", "100000", "--out", "r"];
    const child = spawn(process.execPath, argv, { cwd: folder, stdio: "ignore" });
    const looking = setInterval(() => {
      const [busy] = fs.readdirSync(folder);
      if (busy === undefined || fs.readdirSync(join(folder, busy)).length === 0) return;
      clearInterval(looking);
      child.kill("SIGHUP");
    }, 50);
    expect(await new Promise((resolve) => child.on("exit", resolve))).toBe(129);
    expect(fs.readdirSync(folder)).toEqual([]);
  });
});
