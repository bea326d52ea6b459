/** One process at a time works on a folder; a dead one's claim is taken over. */
import fs from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { isRunning } from "../durable.ts";
import { EXIT, Failure, systemCode, withFiles } from "../failure.ts";

const LOCK = ".lock";
const WAIT_MILLISECONDS = 50;
const MOST_WAITS = 30;

/** @returns what gives the folder free @throws Failure with status 75 when another process is at work in it */
export function lockFolder(folder: string): () => void {
  const path = join(folder, LOCK);
  const claim = `${process.pid} ${hostname()}`;
  for (let waits = 0; ; ) {
    try {
      withFiles(`write to ${folder}`, () => fs.writeFileSync(path, claim, { flag: "wx" }));
      return () => fs.rmSync(path, { force: true });
    } catch (error) {
      const code = systemCode(error) ?? systemCode(error instanceof Error ? error.cause : undefined);
      if (code !== "EEXIST") throw error;
    }
    const [pid = "", host = ""] = withFiles(`read ${path}`, () => read(path)).split(" ");
    const isAlive = host !== hostname() || (isRunning(Number(pid)) && Number(pid) !== process.pid);
    if (pid !== "" && isAlive && waits < MOST_WAITS) {
      // A process that was just killed takes a moment to go.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)), 0, 0, WAIT_MILLISECONDS);
      waits++;
      continue;
    }
    if (pid !== "" && isAlive) {
      const remedy = host === hostname() ? "wait for it, or stop it" : `if it is gone, remove ${path}`;
      throw new Failure(EXIT.busy, `${folder}: process ${pid} on ${host} is at work there`, remedy);
    }
    fs.rmSync(path, { force: true });
  }
}

/** Empty when it has just gone. */
function read(path: string): string {
  try {
    return fs.readFileSync(path, "utf8");
  } catch (error) {
    if (systemCode(error) === "ENOENT") return "";
    throw error;
  }
}
