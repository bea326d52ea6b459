/** GNU parallel itself, with two hosts that are this machine: one directly, one through something that behaves like ssh. */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { parallelCommand } from "../../src/node/cluster/parallel.ts";
import { HOSTILE_NAMES, makePlace } from "../node/cluster/hostile.ts";
import { describeWhereInstalled } from "./where-installed.ts";

/** Gives its last words to a login shell, as ssh does; the host before them does not matter. */
const SSH = `#!/bin/sh
while [ "$1" != -- ]; do shift; done
shift
cd / && exec sh -c "$*"
`;

function trial(name: string) {
  const place = makePlace(name);
  const { around, folder, program, calls } = place;
  onTestFinished(() => fs.rmSync(around, { recursive: true, force: true }));
  const ssh = join(around, "ssh");
  fs.writeFileSync(ssh, SSH, { mode: 0o755 });
  const hosts = join(around, "hosts");
  fs.writeFileSync(hosts, ":\nhost\n");
  const { args, input, environment } = parallelCommand({
    node: process.execPath,
    command: [program, calls, "sweep", "shard", folder, "--index"],
    folder,
    environment: { WORD: folder },
    indices: [0, 1, 2, 3, 4],
    hosts,
    jobs: 2,
    jobLog: join(around, "job-log"),
  });
  // As from a queue or a service: without a shell of somebody's own.
  const { SHELL: _, ...ambient } = process.env;
  const env = { ...ambient, HOME: around, PARALLEL_SSH: ssh, ...environment };
  const run = () => spawnSync("parallel", args, { input, encoding: "utf8", env });
  return { ...place, run };
}

describeWhereInstalled("GNU parallel", () => {
  it("gives every shard to a host, whatever the folder is called", () => {
    const { folder, called, run } = trial(HOSTILE_NAMES.join(" "));
    run();
    const calls = called();
    for (const call of calls) expect(call).toMatchObject({ folder, word: folder });
    const indices = calls.map(({ argv }) => Number(argv.at(-1))).sort();
    expect(indices).toEqual([0, 1, 2, 3, 3, 3, 4]); // 3 fails, and is tried three times
  });

  it("runs again what failed, and nothing else", () => {
    const { called, program, run } = trial(HOSTILE_NAMES.join(" "));
    expect(run().status).toBe(1);
    fs.writeFileSync(program, fs.readFileSync(program, "utf8").replace("? 7 : 0", "? 0 : 0"));
    const before = called().length;
    expect(run()).toMatchObject({ status: 0, stderr: "" });
    expect(
      called()
        .slice(before)
        .map(({ argv }) => argv.at(-1)),
    ).toEqual(["3"]);
  });
});
