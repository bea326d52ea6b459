/** Runs that go wrong cost themselves only: they are named, everything else is as it would have been, and can be made up for. */
import fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fixture } from "../fixtures/tiny.ts";
import { corridor, hashOf, littleMemory, rowsOf, SPOIL } from "./sweeps.ts";

const REPLICATES = 40;
const RUNS = 2 * REPLICATES;
const EXPERIMENT = `format: corridor/experiment@1
name: failing
title: Failing
ecosystems: [${fixture("tiny.yaml")}]
strategies: [none, ${fixture("tiny-shaping.yaml")}]
set: { enablers.reviewWeeks: 3 }
run: { end: 2015-03-29, scale: 5000, warmupWeeks: 2, recordWeeks: 2, rounds: 20, replicates: ${REPLICATES} }
record: { outcomes: [arrivals], tables: [events] }
analyses: [effects]
`;

let root: string;
let expected: string;
beforeAll(() => {
  root = fs.mkdtempSync(join(tmpdir(), "corridor-failing-"));
  fs.writeFileSync(join(root, "whole.yaml"), EXPERIMENT);
  expect(corridor(["sweep", "whole.yaml", "-o", "whole", "-w", "2"], root)).toMatchObject({ status: 0 });
  expected = hashOf(join(root, "whole"));
});
afterAll(() => {
  fs.rmSync(root, { recursive: true, force: true });
});

/** Plays the sweep with some runs spoilt. @param spoilt "<trial>:<strategy>:<how>" */
function spoil(name: string, spoilt: readonly string[], timeoutMinutes = 60, node: readonly string[] = []) {
  fs.writeFileSync(join(root, `${name}.yaml`), `${EXPERIMENT}timeoutMinutes: ${timeoutMinutes}\n`);
  const preload = { node: ["--import", SPOIL, ...node], env: { SPOIL: spoilt.join(" ") } };
  return { folder: join(root, name), ...corridor(["sweep", `${name}.yaml`, "-o", name, "-w", "2"], root, preload) };
}

describe.each([
  { how: "throw", says: /^planned failure$/ },
  { how: "exit", says: /^worker exited with code: 9$/ },
  { how: "loop", says: /^took longer than 0\.05 minutes$/, timeoutMinutes: 0.05 },
  { how: "memory", says: /^ran out of memory$/, node: ["--max-old-space-size=150"] },
])("runs that fail by $how", ({ how, says, timeoutMinutes, node }) => {
  // Of trial 7 the compared run, of trial 30 the baseline: late enough to share a task with others.
  const SPOILT = [`7:1:${how}`, `30:0:${how}`];
  let played: ReturnType<typeof spoil>;
  let failures: string[][];
  beforeAll(() => {
    played = spoil(how, SPOILT, timeoutMinutes, node);
    failures = rowsOf(played.folder, "failures.csv").map((row) => row.split(","));
  });

  it("are counted, and the others are finished", () => {
    expect(played.status).toBe(3);
    expect(played.out).toContain(`${RUNS - 2} runs of ${RUNS} (${RUNS} played`);
    expect(played.out).toContain("2 runs failed: failures.csv says why, and how to repeat each");
    const { counts } = JSON.parse(fs.readFileSync(join(played.folder, "manifest.json"), "utf8"));
    expect(counts).toEqual({ requested: RUNS, finished: RUNS - 2, failed: 2 });
  });

  it("are named with seed, reason and a command", () => {
    expect(failures.map(([, strategy, replicate]) => [strategy, replicate])).toEqual([
      ["tiny-shaping", "8"],
      ["none", "31"],
    ]);
    const whole = rowsOf(join(root, "whole"), "runs.csv");
    for (const [id = "", strategy, replicate, seed, message, command] of failures) {
      expect(whole.some((row) => row.startsWith(`${id},${strategy},${replicate},${seed},`))).toBe(true);
      expect(message).toMatch(says);
      expect(command).toBe(`corridor run . --run ${id}`);
    }
  });

  it("are the only rows that are missing, with their pairs", () => {
    const ids = new Set(failures.map(([id]) => id));
    for (const table of ["runs.csv", "periods.csv", "events.csv"]) {
      const others = rowsOf(join(root, "whole"), table).filter((row) => !ids.has(row.split(",")[0]));
      expect(rowsOf(played.folder, table)).toEqual(others);
    }
    const pairs = rowsOf(join(root, "whole"), "pairs.csv").filter((row) => ![7, 30].includes(Number(row.split(",")[2]) - 1));
    expect(rowsOf(played.folder, "pairs.csv")).toEqual(pairs);
    expect(pairs).toHaveLength(REPLICATES - 2);
    expect(played.out).toContain(`${REPLICATES - 2} pairs`);
  });

  it("are made up for by resume, to the bytes of an undisturbed sweep", () => {
    const { status, out } = corridor(["resume", how], root);
    expect(status).toBe(0);
    expect(out).toContain("(2 played");
    // The plan states how long a run may take.
    fs.copyFileSync(join(root, "whole", "plan.json"), join(played.folder, "plan.json"));
    expect(hashOf(played.folder)).toBe(expected);
  });
});

it("a run of a sweep is repeated alone by the command in failures.csv, settings without an option and all", () => {
  const { folder } = spoil("repeated", ["7:1:throw"]);
  const [row = ""] = rowsOf(folder, "failures.csv");
  const [id, strategy, , seed, , command = ""] = row.split(",");
  const alone = join(root, "alone");
  expect(corridor([...command.split(" ").slice(1), "-o", alone], folder)).toMatchObject({ status: 0 });
  const [head = "", cells = ""] = fs.readFileSync(join(alone, "runs.csv"), "utf8").split("\n");
  const run = new Map(head.split(",").map((name, i) => [name, cells.split(",")[i]]));
  expect([run.get("run_id"), run.get("strategy"), run.get("seed")]).toEqual([id, strategy, seed]);
  expect([run.get("warmup_weeks"), run.get("record_weeks"), run.get("rounds")]).toEqual(["2", "2", "20"]);
  expect(run.get("p_enablers_review_weeks")).toBe("3");
});

it("a run of a sweep is what it was: options that would change it, and ids of other sweeps, are refused", () => {
  const whole = join(root, "whole");
  const [id = ""] = rowsOf(whole, "runs.csv")[0]?.split(",") ?? [];
  const changed = corridor(["run", "whole", "--run", id, "--scale", "10"], root);
  expect(changed).toMatchObject({ status: 2, err: expect.stringContaining("--scale: a run of a sweep is played as it was") });
  const unknown = corridor(["run", "whole", "--run", "r000000000000"], root);
  expect(unknown).toMatchObject({ status: 2, err: expect.stringContaining("has no run r000000000000") });
  expect(corridor(["run", ".", "--run", id], root)).toMatchObject({ status: 2, err: expect.stringContaining("it is no sweep") });
});

describe("a run that takes more than its share of the memory", () => {
  it("fails before the system runs out, and is made up for where there is more", () => {
    const [folder, two] = [join(root, "little"), ["-n", "2", "-w", "2"]];
    const played = corridor(["sweep", "whole.yaml", ...two, "-o", "little"], root, littleMemory(20e6));
    expect(played).toMatchObject({ status: 3 });
    const [row = ""] = rowsOf(folder, "failures.csv");
    expect(row).toContain("took more than 8 MB, a thread's share of the memory: use fewer --workers or a coarser scale");
    expect(corridor(["resume", "little"], root)).toMatchObject({ status: 0 });
    expect(fs.existsSync(join(folder, "failures.csv"))).toBe(false);
  });
});
