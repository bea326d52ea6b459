/**
 * Kills the process, as `kill -9` does, at the n-th renaming of a file, which is where files of results appear: before it with
 * KILL_AT=renameSync:3, after it with KILL_AT=renameSync:3:after.
 */
import fs from "node:fs";
import { isMainThread } from "node:worker_threads";

const [, count, when] = (process.env.KILL_AT ?? "").split(":");
if (isMainThread && count) {
  const rename = fs.renameSync;
  let calls = 0;
  fs.renameSync = (from, to) => {
    calls++;
    const isIt = calls === Number(count);
    if (isIt && when !== "after") process.kill(process.pid, "SIGKILL");
    rename(from, to);
    if (isIt) process.kill(process.pid, "SIGKILL");
  };
}
