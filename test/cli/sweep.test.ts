/** `corridor sweep`, `resume`, `expand`, `verify`, `reproduce` as a user meets them. */
import { spawn } from "node:child_process";
import fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fixture } from "../fixtures/tiny.ts";
import { corridor, filesIn, hashOf, MAIN, rowsOf } from "./sweeps.ts";

const EXPERIMENT = fixture("tiny-experiment.yaml");
const RUNS = 12;
/** One thread where another would only have to compile the same: how many there are is asked once, below. */
const ALONE = ["-w", "1"];

let root: string;
let whole: string;
let expected: string;
beforeAll(() => {
  root = fs.mkdtempSync(join(tmpdir(), "corridor-sweep-"));
  whole = join(root, "whole");
  expect(corridor(["sweep", EXPERIMENT, "-o", whole, ...ALONE], root)).toMatchObject({ status: 0 });
  expected = hashOf(whole);
});
afterAll(() => {
  fs.rmSync(root, { recursive: true, force: true });
});

describe("a sweep", () => {
  it("says what it would cost before it plays anything", () => {
    const { status, out } = corridor(["sweep", EXPERIMENT, "--dry-run", "-o", "none"], root);
    expect(status).toBe(0);
    expect(out).toMatch(/1 ecosystem x 3 points x 2 strategies x 2 replicates = 12 runs/);
    expect(out).toMatch(/runs\.csv +12/);
    expect(fs.existsSync(join(root, "none"))).toBe(false);
  });

  it("leaves a row per run, the design, and a hash for every file", () => {
    expect(rowsOf(whole, "runs.csv")).toHaveLength(RUNS);
    expect(rowsOf(whole, "pairs.csv")).toHaveLength(RUNS / 2);
    expect(rowsOf(whole, "design.csv")).toHaveLength(3);
    expect(filesIn(whole).filter((file) => /writing|\.lock|blocks\//.test(file))).toEqual([]);
  });

  it.each(["2", "7"])("is the same, byte for byte, with %s threads", (workers) => {
    const folder = join(root, `threads-${workers}`);
    expect(corridor(["sweep", EXPERIMENT, "-o", folder, "-w", workers], root).status).toBe(0);
    expect(hashOf(folder)).toBe(expected);
  });

  it("plays each run as `corridor run` plays it alone", () => {
    const [row = ""] = rowsOf(whole, "runs.csv");
    const [id = "", strategy = "", , seed = ""] = row.split(",");
    const [point = ""] = rowsOf(whole, "design.csv");
    const [, , weeks, gossip] = point.split(",");
    const alone = join(root, "alone");
    const set = ["--set", `enablers.reviewWeeks=${weeks}`, "--set", `mechanisms.gossip=${gossip?.toLowerCase()}`];
    const settings = ["--end", "2015-04-26", "--scale", "200", "--seed", seed];
    const scenario = fs.readFileSync(EXPERIMENT, "utf8").includes("warmupWeeks: 4") ? tinyScenario(root) : "";
    expect(corridor(["run", scenario, "-s", strategy, ...settings, ...set, "-o", alone], root).status).toBe(0);
    expect(rowsOf(alone, "runs.csv")[0]?.split(",")[0]).toBe(id);
  });

  it("plays nothing when the same sweep has been played before", () => {
    const again = () => corridor(["sweep", EXPERIMENT, "--cache", "cache", "-o", `cached-${Math.random()}`, ...ALONE], root).out;
    expect(again()).toMatch(/12 played/);
    expect(again()).toMatch(/0 played.*12 were there/);
  });

  it("refuses a folder with another plan, and names the difference", () => {
    const { status, err } = corridor(["sweep", EXPERIMENT, "-o", whole, "--seed", "2"], root);
    expect(status).toBe(2);
    expect(err).toMatch(/another plan: run\.seed 1 there, "2" here/);
    expect(hashOf(whole)).toBe(expected);
  });

  it("refuses what it cannot play, everything at once, with the place", () => {
    const file = join(root, "wrong.yaml");
    const text = fs.readFileSync(EXPERIMENT, "utf8");
    fs.writeFileSync(
      file,
      text
        .replaceAll("./tiny", fixture("tiny"))
        .replace("enablers.reviewWeeks: { low: 2, high: 8 }", "enablers.reviewWeek: { low: 2, high: 8 }")
        .replace("values: [true, false]", "values: [true, 7]"),
    );
    const { status, err } = corridor(["sweep", file, "-o", "never"], root);
    expect(status).toBe(2);
    expect(err).toMatch(/wrong\.yaml:8:.*Did you mean enablers\.reviewWeeks/);
    expect(err).toMatch(/wrong\.yaml:9:.*cannot be 7/);
    expect(fs.existsSync(join(root, "never"))).toBe(false);
  });
});

describe("a sweep that is killed", () => {
  const POINTS = ["1", "1:after", "2", "3", "5:after", "9", "13:after", "19"];
  it.each(POINTS.map((n) => `renameSync:${n}`))("at %s goes on to the same bytes", (killAt) => {
    const folder = join(root, killAt.replaceAll(":", "-"));
    const first = corridor(["sweep", EXPERIMENT, "-o", folder, ...ALONE], root, killAt);
    expect(first.signal).toBe("SIGKILL");
    // Before the plan is there, there is nothing to resume: the same command begins again.
    const hasPlan = fs.existsSync(join(folder, "plan.json"));
    const argv = hasPlan ? ["resume", folder] : ["sweep", EXPERIMENT, "-o", folder];
    expect(corridor([...argv, ...ALONE], root)).toMatchObject({ status: 0 });
    expect(hashOf(folder)).toBe(expected);
  });

  it("at any moment goes on to the same bytes", async () => {
    for (const milliseconds of [200, 700, 1200]) {
      const folder = join(root, `after-${milliseconds}`);
      const child = spawn(process.execPath, [MAIN, "sweep", EXPERIMENT, "-o", folder], { stdio: "ignore" });
      const ended = new Promise((resolve) => child.on("exit", resolve));
      setTimeout(() => child.kill("SIGKILL"), milliseconds);
      await ended;
      expect(corridor(["sweep", EXPERIMENT, "-o", folder, ...ALONE], root).status).toBe(0);
      expect(hashOf(folder)).toBe(expected);
    }
  });

  it("keeps what is finished when it is told to stop, and says how to go on", async () => {
    const folder = join(root, "stopped");
    const child = spawn(process.execPath, [MAIN, "sweep", EXPERIMENT, "-n", "200", "-o", folder, "--progress", "json"]);
    let err = "";
    child.stderr.on("data", (chunk: Buffer) => {
      err += chunk.toString();
      if (!child.killed && /"over":[3-9]\d/.test(err)) child.kill("SIGINT");
    });
    expect(await new Promise((resolve) => child.on("exit", resolve))).toBe(130);
    expect(err).toMatch(/interrupted, what was finished is kept; go on with: corridor resume/);
    expect(fs.readdirSync(join(folder, "blocks")).length).toBeGreaterThan(0);
    expect(filesIn(folder).filter((file) => /writing|\.lock/.test(file))).toEqual([]);
  });

  it("plays a damaged block again", () => {
    const folder = join(root, "damaged");
    expect(corridor(["sweep", EXPERIMENT, "-o", folder, ...ALONE], root, "renameSync:12").signal).toBe("SIGKILL");
    const blocks = fs.readdirSync(join(folder, "blocks")).filter((file) => file.endsWith(".block"));
    const [block = ""] = blocks;
    const bytes = fs.readFileSync(join(folder, "blocks", block));
    bytes[10] = (bytes[10] ?? 0) ^ 1;
    fs.writeFileSync(join(folder, "blocks", block), bytes);
    expect(corridor(["resume", folder, ...ALONE], root).status).toBe(0);
    expect(hashOf(folder)).toBe(expected);
  });

  it("is worked on by one process at a time", () => {
    const folder = join(root, "locked");
    fs.cpSync(whole, folder, { recursive: true });
    fs.writeFileSync(join(folder, ".lock"), `${process.ppid} ${fs.readFileSync("/proc/sys/kernel/hostname", "utf8").trim()}`);
    expect(corridor(["resume", folder], root)).toMatchObject({ status: 75 });
  });
});

describe("a larger sweep", () => {
  it("has every row of the smaller one, and plays the rest only", () => {
    const folder = join(root, "larger");
    const { status, out } = corridor(["expand", whole, "-n", "3", "-o", folder, ...ALONE], root);
    expect(status).toBe(0);
    expect(out).toMatch(/18 runs of 18 \(6 played.*12 were there/);
    for (const file of ["runs.csv", "periods.csv", "timeseries.csv", "pairs.csv", "splits.csv", "events.csv"]) {
      const rows = new Set(rowsOf(folder, file));
      expect(rowsOf(whole, file).filter((row) => !rows.has(row))).toEqual([]);
    }
    const direct = join(root, "direct");
    expect(corridor(["sweep", EXPERIMENT, "-n", "3", "-o", direct, ...ALONE], root).status).toBe(0);
    expect(hashOf(direct)).toBe(hashOf(folder));
  });
});

describe("a result", () => {
  it("is verified by its hashes and by playing a sample again", () => {
    const { status, out } = corridor(["verify", whole], root);
    expect(status).toBe(0);
    expect(out).toMatch(/3 trials played again: 9 pieces the same, 0 different/);
  });

  it("is reproduced from its manifest", () => {
    const { status, out } = corridor(["reproduce", join(whole, "manifest.json"), ...ALONE], root);
    expect(status).toBe(0);
    expect(out).not.toMatch(/different/);
    expect(out).toMatch(/same +effects\.csv/);
  });

  it("that was changed is found out", () => {
    const folder = join(root, "changed");
    fs.cpSync(whole, folder, { recursive: true });
    fs.appendFileSync(join(folder, "runs.csv"), "x\n");
    expect(corridor(["verify", folder, "--sample", "0"], root)).toMatchObject({ status: 3 });
  });
});

/** The settings of the experiment that have no option. */
function tinyScenario(folder: string): string {
  const file = join(folder, "scenario.yaml");
  const lines = ["format: corridor/scenario@1", "name: alone", `ecosystem: ${fixture("tiny.yaml")}`];
  const strategy = `strategy: ${fixture("tiny-shaping.yaml")}`;
  fs.writeFileSync(file, [...lines, strategy, "run: { warmupWeeks: 4 }", ""].join("\n"));
  return file;
}
