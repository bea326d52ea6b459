/** The batch script does what it says, wherever the sweep lies; a shell is asked, not a snapshot. */
import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { type SlurmJob, sbatchScript, sbatchSubmissions, submittedJob } from "../../../src/node/cluster/sbatch.ts";
import { Failure } from "../../../src/node/failure.ts";
import { HOSTILE_NAMES, makePlace, type Place } from "./hostile.ts";

const SHELLS = ["sh", "bash"];

function place(name: string): Place {
  const made = makePlace(name);
  onTestFinished(() => fs.rmSync(made.around, { recursive: true, force: true }));
  return made;
}

const JOB: SlurmJob = { name: "sweep", node: process.execPath, command: ["main.js"], folder: "/", logs: "/logs" };

const jobIn = ({ folder, program, calls }: Place): SlurmJob => ({
  ...JOB,
  command: [program, calls, "sweep", "shard", folder, "--index"],
  folder,
  environment: { WORD: folder },
});

function runScript(shell: string, script: string, index: number, path = process.env.PATH) {
  return spawnSync(shell, ["-s"], { input: script, encoding: "utf8", env: { PATH: path, SLURM_ARRAY_TASK_ID: `${index}` } });
}

describe("the batch script", () => {
  describe.each(HOSTILE_NAMES)("in a folder called %j", (name) => {
    it.each(SHELLS)("calls the program with its words unchanged: %s", (shell) => {
      const here = place(name);
      const { script } = sbatchScript({ ...jobIn(here), array: "0-9", offset: 2002 });
      expect(spawnSync("bash", ["-n"], { input: script, encoding: "utf8" })).toMatchObject({ status: 0, stderr: "" });
      expect(runScript(shell, script, 5)).toMatchObject({ status: 0, stderr: "" });
      expect(here.called()).toMatchObject([
        { argv: [here.calls, "sweep", "shard", here.folder, "--index", "2007"], folder: here.folder, word: here.folder },
      ]);
      expect(fs.readdirSync(here.around)).toEqual([name]);
      expect(fs.readdirSync(here.folder).sort()).toEqual(["calls", "corridor.cjs"]);
    });
  });

  it("ends with the status of the program", () => {
    const { script } = sbatchScript({ ...jobIn(place("plain")), array: "0-9" });
    expect(runScript("sh", script, 3).status).toBe(7);
  });

  it("finds Node on the PATH when it is not where it was, and says when there is none", () => {
    const here = place("plain");
    const { script } = sbatchScript({ ...jobIn(here), node: join(here.folder, "gone", "node"), array: "0" });
    const bin = join(here.folder, "bin");
    fs.mkdirSync(bin);
    for (const name of ["uname", "sh"]) fs.symlinkSync(`/bin/${name}`, join(bin, name));
    const without = runScript("/bin/sh", script, 0, bin);
    expect(without.status).toBe(127);
    expect(without.stderr).toMatch(/ has no Node: /);
    fs.symlinkSync(process.execPath, join(bin, "node"));
    expect(runScript("/bin/sh", script, 0, bin)).toMatchObject({ status: 0, stderr: "" });
    expect(here.called()).toHaveLength(1);
  });

  it("fails where its folder is not there", () => {
    const { script } = sbatchScript({ ...JOB, folder: "/nowhere/at/all", array: "0" });
    expect(runScript("sh", script, 0).status).toBe(74);
  });

  it("becomes the program, so that signals reach it", async () => {
    const here = place("plain");
    const command = ["-e", "process.on('SIGTERM', () => process.exit(9)); setInterval(() => {}, 1000); console.log(process.pid)"];
    const { script } = sbatchScript({ ...jobIn(here), command, array: "0" });
    const shell = spawn("sh", ["-c", script], { env: { PATH: process.env.PATH, SLURM_ARRAY_TASK_ID: "0" } });
    const printed = await new Promise<string>((resolve) => shell.stdout.once("data", (data) => resolve(`${data}`)));
    expect(Number(printed)).toBe(shell.pid);
    shell.kill("SIGTERM");
    const status = await new Promise((resolve) => shell.once("exit", resolve));
    expect(status).toBe(9);
  });
});

describe("the arguments of sbatch", () => {
  it("say what was asked for, and leave the rest to the cluster", () => {
    expect(sbatchScript({ ...JOB, array: "0-5,9" }).args).toEqual([
      "--parsable",
      "--job-name=sweep",
      "--array=0-5,9",
      "--output=/logs/%A_%a.log",
      "--open-mode=append",
      "--ntasks=1",
      "--cpus-per-task=1",
      "--signal=B:TERM@60",
      "--requeue",
    ]);
    const asked = { time: "1-02:30:00", memory: "4G", cpus: 4, atOnce: 20, options: ["--partition=long"] };
    const { args } = sbatchScript({ ...JOB, ...asked, logs: "/100% of it", array: "1" });
    for (const word of [
      "--array=1%20",
      "--time=1-02:30:00",
      "--mem=4G",
      "--cpus-per-task=4",
      "--output=/100%% of it/%A_%a.log",
    ]) {
      expect(args).toContain(word);
    }
    expect(args.at(-1)).toBe("--partition=long");
  });

  it.each<[Partial<SlurmJob>, RegExp]>([
    [{ time: "1 hour" }, /invalid time: 1 hour/],
    [{ time: "1-" }, /invalid time/],
    [{ memory: "4 GB" }, /invalid memory/],
    [{ cpus: 0 }, /invalid number of CPUs/],
    [{ cpus: 1.5 }, /invalid number of CPUs/],
    [{ atOnce: 0 }, /invalid number of tasks/],
    [{ environment: { "A B": "" } }, /invalid name of a variable/],
    [{ logs: "/back\\slash" }, /backslash/],
  ])("refuse %j", (wrong, message) => {
    const script = () => sbatchScript({ ...JOB, ...wrong, array: "0" });
    expect(script).toThrow(Failure);
    expect(script).toThrow(message);
  });

  it.each(["30", "90:00", "1:30:00", "1-0", "1-12", "2-00:30:00"])("take %s as a time", (time) => {
    expect(sbatchScript({ ...JOB, time, array: "0" }).args).toContain(`--time=${time}`);
  });
});

describe("a sweep", () => {
  const arrays = (indices: number[], most?: number) =>
    sbatchSubmissions(JOB, indices, most).map(({ args, script }) => {
      const offset = Number(/SLURM_ARRAY_TASK_ID \+ (\d+)/.exec(script)?.[1]);
      return [args.find((word) => word.startsWith("--array="))?.slice("--array=".length), offset];
    });
  const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);

  it("of a thousand shards is one array", () => expect(arrays(upTo(1000))).toEqual([["0-999", 0]]));

  it("stays below what an array can count to", () => {
    expect(arrays(upTo(1001))).toEqual([["0-1000", 0]]);
    expect(arrays(upTo(1002))).toEqual([
      ["0-1000", 0],
      ["0", 1001],
    ]);
    expect(arrays([7, 3, 24, 10, 11, 25], 10)).toEqual([
      ["3,7", 0],
      ["0-1", 10],
      ["4-5", 20],
    ]);
  });

  it("of no shards is no array", () => expect(arrays([])).toEqual([]));
});

describe("the number of a job", () => {
  it.each([
    ["123\n", "123"],
    ["123;cluster\n", "123"],
    ["sbatch: a note of the centre\n77\n", "77"],
  ])("is read from %j", (printed, job) => expect(submittedJob(printed)).toBe(job));

  it("must be there", () => expect(() => submittedJob("sbatch: error\n")).toThrow(/named no job: sbatch: error/));
});
