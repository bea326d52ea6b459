/**
 * Kills the process, as `kill -9` does, at the n-th call of a function of the file system: KILL_AT=renameSync:3. Before the
 * call with KILL_AT=renameSync:3, after it with KILL_AT=renameSync:3:after.
 */
import fs from "node:fs";
import { isMainThread } from "node:worker_threads";

const [name, count, when] = (process.env.KILL_AT ?? "").split(":");
if (isMainThread && name) {
  const original = fs[name];
  let calls = 0;
  fs[name] = (...args) => {
    calls++;
    const isIt = calls === Number(count);
    if (isIt && when !== "after") process.kill(process.pid, "SIGKILL");
    const result = original(...args);
    if (isIt) process.kill(process.pid, "SIGKILL");
    return result;
  };
}
