/**
 * `npm run kills [-- --times 100] [--calls rename,fsync]`: kills a sweep as `kill -9` does, at random moments and at every
 * call that commits something, goes on with it, and compares every byte with a sweep that was let alone. 0: all the same.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { EXIT } from "../node/failure.ts";
import { killedSweep } from "./killed-sweep.ts";

const WORKERS = [1, 2, 3, 7];
/** Of the sweeps that were killed, how many are killed again while they go on. */
const AGAIN = 1 / 3;

const { values } = parseArgs({
  options: { times: { type: "string", default: "100" }, calls: { type: "string", default: "rename" } },
});
const times = Number(values.times);
if (!Number.isInteger(times) || times < 0) throw new Error(`--times ${values.times}: write a whole number, such as 100`);
const calls = values.calls.split(",").filter((call) => call !== "");
const hasStrace = spawnSync("strace", ["-V"], { stdio: "ignore" }).status === 0;

const root = mkdtempSync(join(tmpdir(), "corridor-kills-"));
const wrong: string[] = [];
try {
  const sweep = killedSweep(root);
  const { expected, milliseconds } = sweep;
  console.log(`let alone: ${expected.slice(0, 12)}, ${(milliseconds / 1000).toFixed(1)} s`);
  const judge = (name: string, how: string) => {
    const problem = sweep.finish(name);
    if (problem === undefined) return;
    wrong.push(`${how}: ${problem}; see ${join(root, name)}`);
    console.log(wrong.at(-1));
  };

  for (const call of hasStrace ? calls : []) {
    let n = 1;
    for (; ; n++) {
      const name = `${call}-${n}`;
      const isKilled = sweep.killAtCall(name, call, n, WORKERS[n % WORKERS.length] as number);
      judge(name, `killed at ${call} ${n}`);
      if (!isKilled) break;
    }
    console.log(`killed at every ${call}: ${n - 1} kills`);
  }
  if (!hasStrace && calls.length > 0) console.log(`no kills at every ${calls.join(", ")}: strace is not installed`);

  // A busy machine takes longer at one time than at another: kills shall not come too late.
  let longest = milliseconds;
  let [kills, repeated, late] = [0, 0, 0];
  for (let i = 0; kills < times; i++) {
    const name = `random-${i}`;
    const workers = WORKERS[i % WORKERS.length] as number;
    const moments: string[] = [];
    do {
      const after = Math.random() * longest;
      const lasted = await sweep.killAfter(name, after, workers);
      if (lasted === undefined) {
        kills++;
        if (moments.push(`${after.toFixed(0)} ms`) > 1) repeated++;
      } else {
        late++;
        if (moments.length === 0) longest = Math.min(longest, lasted);
      }
    } while (Math.random() < AGAIN);
    judge(name, `killed after ${moments.join(" and ")} with ${workers} threads`);
  }
  console.log(
    `killed at random moments: ${kills} kills, ${repeated} of them of a sweep that was killed before; ${late} came too late`,
  );
  console.log(wrong.length === 0 ? "all the same, byte for byte" : `${wrong.length} differ`);
} finally {
  if (wrong.length === 0) rmSync(root, { recursive: true });
}
process.exitCode = wrong.length === 0 ? 0 : EXIT.someRunsFailed;
