/** The command line of GNU parallel: what a shell makes of the template once the index is filled in. */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { describe, expect, it, onTestFinished } from "vitest";
import { parallelCommand } from "../../../src/node/cluster/parallel.ts";
import { shellLine } from "../../../src/node/cluster/shell-word.ts";
import { HOSTILE_NAMES, makePlace } from "./hostile.ts";

function commandIn(name: string) {
  const place = makePlace(name);
  onTestFinished(() => fs.rmSync(place.around, { recursive: true, force: true }));
  const { folder, program, calls } = place;
  const command = [program, calls, "sweep", "shard", folder, "--index"];
  const run = { node: process.execPath, command, folder, environment: { WORD: folder } };
  return { ...place, ...parallelCommand({ ...run, indices: [0, 1, 2, 3, 4], hosts: "/hosts", jobs: 2, jobLog: "/log" }) };
}

describe("GNU parallel", () => {
  it("is told hosts, tasks at a time and where it keeps account", () => {
    const { args, input } = commandIn("plain");
    expect(args.slice(0, -1).join(" ")).toBe("--jobs 2 --sshloginfile /hosts --joblog /log --resume-failed --retries 3 --tag");
    expect(input).toBe("0\n1\n2\n3\n4\n");
  });

  it.each(HOSTILE_NAMES)("runs the program with its words unchanged, in a folder called %j", (name) => {
    const { args, folder, calls, called, around } = commandIn(name);
    const template = args.at(-1) ?? "";
    expect(template.match(/\{[^']?/g)?.filter((start) => start !== "{")).toEqual(["{}"]); // the one word to be replaced
    expect(spawnSync("sh", ["-c", template.replace("{}", "4")], { encoding: "utf8" })).toMatchObject({ status: 0, stderr: "" });
    expect(called()).toMatchObject([{ argv: [calls, "sweep", "shard", folder, "--index", "4"], folder, word: folder }]);
    expect(fs.readdirSync(around)).toEqual([name]);
  });
});

describe("a command to be typed", () => {
  it.each(HOSTILE_NAMES)("has %j as a word", (name) => {
    const words = ["-n", name, "a=b", "~", "", "--long-option", "--with=value", "%1"];
    const { stdout } = spawnSync("sh", ["-c", `printf '%s\\0' ${shellLine(words)}`], { encoding: "utf8" });
    expect(stdout.split("\0").slice(0, -1)).toEqual(words);
  });
});
