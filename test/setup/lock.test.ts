/** The set-up lock: one at a time, also among processes, and a dead owner does not block the living. */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";
import { withLock } from "../../src/setup/lock.mjs";

const LOCK_MODULE = pathToFileURL(join(import.meta.dirname, "../../src/setup/lock.mjs")).href;
const quiet = (): void => {};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "corridor-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a program that counts up a number in a file under the lock, slowly and not atomically. */
function countUpElsewhere(): Promise<number | null> {
  const program = `
    import { withLock } from ${JSON.stringify(LOCK_MODULE)};
    import { readFileSync, writeFileSync } from "node:fs";
    import { setTimeout as sleep } from "node:timers/promises";
    const [folder] = process.argv.slice(1);
    for (let i = 0; i < 3; i++) {
      await withLock(folder + "/lock", () => {}, async () => {
        const count = Number(readFileSync(folder + "/count", "utf8"));
        await sleep(20);
        writeFileSync(folder + "/count", String(count + 1));
      });
    }`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", program, folder], { stdio: "inherit" });
  return new Promise((resolve) => child.on("exit", resolve));
}

/** A lock whose owner has this process id. */
function leaveLock(pid: number): void {
  mkdirSync(join(folder, "lock"));
  writeFileSync(join(folder, "lock", "owner.json"), JSON.stringify({ pid, host: hostname() }));
}

it("lets one process at a time through, and breaks the lock of a dead one", async () => {
  leaveLock(await deadProcess());
  writeFileSync(join(folder, "count"), "0");
  const statuses = await Promise.all([countUpElsewhere(), countUpElsewhere(), countUpElsewhere()]);
  expect(statuses).toEqual([0, 0, 0]);
  expect(readFileSync(join(folder, "count"), "utf8")).toBe("9");
  expect(readdirSync(folder)).toEqual(["count"]);
});

it("waits for a living owner and says so once", async () => {
  leaveLock(process.pid);
  const said: string[] = [];
  let entered = false;
  const waiting = withLock(
    join(folder, "lock"),
    (line) => said.push(line),
    () => {
      entered = true;
    },
  );
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(entered).toBe(false);
  rmSync(join(folder, "lock"), { recursive: true });
  await waiting;
  expect(entered).toBe(true);
  expect(said).toHaveLength(1);
});

it("is released when the work fails", async () => {
  const failing = withLock(join(folder, "lock"), quiet, () => {
    throw new Error("no disk");
  });
  await expect(failing).rejects.toThrow("no disk");
  expect(readdirSync(folder)).toEqual([]);
});

/** The id of a process that has ended. */
function deadProcess(): Promise<number> {
  const child = spawn(process.execPath, ["-e", ""]);
  return new Promise((resolve) => child.on("exit", () => resolve(child.pid ?? 0)));
}
