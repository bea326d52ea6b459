/**
 * One set-up at a time in one folder. The lock is a directory that is renamed into place with its owner already
 * inside, so nobody ever sees a lock without an owner. A lock whose owner has died is broken.
 */
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Missing } from "./missing.mjs";

const POLL = 200; // milliseconds
const OLDEST = 30 * 60_000; // milliseconds; no set-up takes this long, and another machine's processes cannot be asked
const BREAKING = 10_000; // milliseconds; to look at a lock and remove it takes less than one

/**
 * @template T
 * @param {string} lock path of the lock
 * @param {(line: string) => void} say
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(lock, say, work) {
  for (let announced = false; !tryTake(lock); announced = true) {
    if (!announced) say("another set-up is running here, waiting for it ...");
    if (isStale(lock)) breakStale(lock);
    else await sleep(POLL);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

/**
 * @param {string} lock
 * @returns {boolean} whether the lock is now ours
 */
function tryTake(lock) {
  const own = makeOwn(lock);
  writeFileSync(join(own, "owner.json"), JSON.stringify({ pid: process.pid, host: hostname() }));
  try {
    renameSync(own, lock); // fails if there is a lock: a directory never replaces one that is not empty
    return true;
  } catch {
    rmSync(own, { recursive: true, force: true });
    return false;
  }
}

/** @param {string} lock */
function makeOwn(lock) {
  try {
    return mkdtempSync(`${lock}-`);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Missing(`this folder cannot be written to: ${why}`, "make it writable, or work in a copy of your own");
  }
}

/**
 * @param {string} lock
 * @returns {boolean} whether the lock's owner is surely gone
 */
function isStale(lock) {
  try {
    if (Date.now() - statSync(lock).mtimeMs > OLDEST) return true;
    const { pid, host } = JSON.parse(readFileSync(join(lock, "owner.json"), "utf8"));
    return host === hostname() && !isAlive(pid);
  } catch {
    return false; // released while we looked
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM"; // somebody else's, but there
  }
}

/**
 * Two who find the same dead lock must not both remove "it": the second would remove the first one's new lock.
 * So breaking is itself exclusive, and looks again.
 *
 * @param {string} lock
 */
function breakStale(lock) {
  const breaking = `${lock}-breaking`;
  try {
    mkdirSync(breaking);
  } catch {
    try {
      if (Date.now() - statSync(breaking).mtimeMs > BREAKING) rmdirSync(breaking);
    } catch {
      // the other breaker has finished
    }
    return;
  }
  try {
    if (isStale(lock)) rmSync(lock, { recursive: true, force: true });
  } finally {
    rmdirSync(breaking);
  }
}
