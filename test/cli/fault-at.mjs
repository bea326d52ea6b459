/**
 * Loaded before the program (node --import): something happens at the n-th call of a function of the file system.
 * FAULT_AT=renameSync:3 kills the process as `kill -9` does, before the call; FAULT_AT=renameSync:3:after kills it after
 * the call; with FAULT_AT=writeFileSync:3:ENOSPC that call and all later ones fail as if the disk were full.
 */
import fs from "node:fs";
import { isMainThread } from "node:worker_threads";

const [name = "", count, what = "before"] = (process.env.FAULT_AT ?? "").split(":");
/** @type {Record<string, unknown>} */
const functions = /** @type {any} */ (fs);
const original = functions[name];
if (isMainThread && typeof original === "function") {
  let calls = 0;
  functions[name] = (/** @type {unknown[]} */ ...args) => {
    calls++;
    const isIt = calls === Number(count);
    if (isIt && what === "before") process.kill(process.pid, "SIGKILL");
    if (calls >= Number(count) && what.startsWith("E")) throw Object.assign(new Error(`${what}: planned`), { code: what });
    const result = original(...args);
    if (isIt && what === "after") process.kill(process.pid, "SIGKILL");
    return result;
  };
}
