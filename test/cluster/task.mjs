/**
 * A task to try a cluster with: its worker waits until `open` lies in the folder, then it leaves `done-INDEX`. It writes
 * every start into `starts` and the number of its worker's process into `worker-INDEX`. Status 1 if the worker is killed,
 * 75 on SIGTERM.
 * Arguments: folder, index.
 */
import { spawn } from "node:child_process";
import fs from "node:fs";
import { join } from "node:path";

const [folder = "", index = ""] = process.argv.slice(2);
const WORKER = `setInterval(() => require("node:fs").existsSync(process.argv[1]) && process.exit(), 50)`;

function leave(/** @type {string} */ name, /** @type {string} */ text) {
  const unfinished = join(folder, `.${name}-${process.pid}`);
  fs.writeFileSync(unfinished, text);
  fs.renameSync(unfinished, join(folder, name));
}

process.on("SIGTERM", () => {
  console.log("asked to end");
  process.exit(75);
});
fs.appendFileSync(join(folder, "starts"), `${index} ${process.env.SLURMD_NODENAME}\n`);
const worker = spawn(process.execPath, ["-e", WORKER, join(folder, "open")]);
worker.once("exit", (status) => {
  if (status !== 0) process.exit(1);
  leave(`done-${index}`, "");
  process.exit();
});
leave(`worker-${index}`, `${worker.pid}`);
