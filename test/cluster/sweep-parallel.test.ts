/** A sweep through GNU parallel itself: the same bytes as on one machine, also when it is told to stop. */
import { spawn } from "node:child_process";
import fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { blocksIn, EXPERIMENT, resultIn } from "../cli/shards.ts";
import { corridor, MAIN } from "../cli/sweeps.ts";
import { describeWhereInstalled } from "./where-installed.ts";

describeWhereInstalled("a sweep on GNU parallel", () => {
  let root: string;
  beforeAll(() => {
    root = fs.mkdtempSync(join(tmpdir(), "corridor-parallel-"));
  });
  afterAll(() => fs.rmSync(root, { recursive: true, force: true }));

  it("is stopped, goes on, and comes to the same bytes", async () => {
    const whole = join(root, "whole");
    expect(corridor(["sweep", EXPERIMENT, "-o", whole], root)).toMatchObject({ status: 0 });
    const folder = join(root, "it's shared");
    expect(corridor(["sweep", "plan", EXPERIMENT, "-o", folder, "--shards", "6"], root)).toMatchObject({ status: 0 });
    const submit = () => {
      const argv = [MAIN, "sweep", "submit", folder, "--engine", "parallel", "--at-once", "2"];
      const child = spawn(process.execPath, argv, { stdio: "ignore", env: { ...process.env, HOME: root } });
      return { child, ended: new Promise((resolve) => child.on("close", resolve)) };
    };
    const { child, ended } = submit();
    const isBegun = () => Array.from({ length: 6 }, (_, shard) => blocksIn(folder, shard)).flat().length > 0;
    const looking = setInterval(() => {
      if (!child.killed && isBegun()) child.kill("SIGTERM");
    }, 20);
    expect(await ended).toBe(143);
    clearInterval(looking);
    expect(corridor(["sweep", "status", folder], root)).toMatchObject({ status: 75 });
    expect(await submit().ended).toBe(0);
    expect(corridor(["sweep", "merge", folder], root)).toMatchObject({ status: 0 });
    expect(resultIn(folder)).toEqual(resultIn(whole));
  });
});
