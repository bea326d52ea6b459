/** Processes of this Linux machine, known by a variable in their environment, and their sudden end. */
import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Numbers of the processes that have the variable, and of all below them: a child may have dropped its environment.
 * Those already dead but not buried have none, so they are not among them.
 *
 * @param {string} name
 * @param {string} value
 * @returns {number[]}
 */
export function processesWith(name, value) {
  const numbers = readdirSync("/proc").map(Number).filter(Number.isInteger);
  const found = new Set(numbers.filter((pid) => read(pid, "environ").split("\0").includes(`${name}=${value}`)));
  const parents = new Map(numbers.map((pid) => [pid, parentOf(pid)]));
  const isBelow = (/** @type {number | undefined} */ pid) => {
    for (let above = pid; above; above = parents.get(above)) if (found.has(above)) return true;
    return false;
  };
  return numbers.filter((pid) => pid !== process.pid && isBelow(pid) && read(pid, "cmdline") !== "");
}

/**
 * Kills until nobody is left; the killed may have started another meanwhile.
 *
 * @param {() => number[]} find
 */
export async function killAll(find) {
  for (let round = 0; round < 500; round++) {
    const pids = find();
    if (pids.length === 0) return;
    for (const pid of pids) kill(pid);
    await sleep(10);
  }
  throw new Error(`processes that do not die: ${find().join(", ")}`);
}

/** @param {number} pid */
function kill(pid) {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // gone meanwhile
  }
}

/** @param {number} pid */
function parentOf(pid) {
  // The name of the program, in parentheses, may contain anything.
  const [, parent] = /.*\) \S (\d+)/s.exec(read(pid, "stat")) ?? [];
  return Number(parent ?? 0);
}

/**
 * @param {number} pid
 * @param {string} what
 * @returns {string} nothing, of a process that is gone or somebody else's
 */
function read(pid, what) {
  try {
    return readFileSync(`/proc/${pid}/${what}`, "latin1");
  } catch {
    return "";
  }
}
