/** `corridor sweep submit`: what it asks of engines, and what it refuses. The engines here only note how they were called. */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { EXPERIMENT } from "./shards.ts";
import { corridor as corridorIn, filesIn, MAIN } from "./sweeps.ts";

/** Keeps its arguments and its input, and says what a file tells it to say. */
const NOTE = (name: string) => `#!/bin/sh
for word; do echo "$word"; done > "$NOTES/${name}.args"
[ "${name}" = squeue ] || /bin/cat > "$NOTES/${name}.input"
/bin/cat "$NOTES/${name}.says"
exit $(/bin/cat "$NOTES/${name}.status")
`;

let root: string;
let programs: string;
let played: string;
let folder: string;
beforeAll(() => {
  root = fs.mkdtempSync(join(tmpdir(), "corridor-submit-"));
  programs = join(root, "programs");
  fs.mkdirSync(programs);
  for (const name of ["sbatch", "squeue", "parallel"]) fs.writeFileSync(join(programs, name), NOTE(name), { mode: 0o755 });
  played = join(root, "played");
  expect(corridorIn(["sweep", "plan", EXPERIMENT, "-o", played, "--shards", "6"], root)).toMatchObject({ status: 0 });
  for (const index of ["1", "2"]) {
    expect(corridorIn(["sweep", "shard", played, "-i", index, "-w", "1"], root)).toMatchObject({ status: 0 });
  }
});
afterAll(() => fs.rmSync(root, { recursive: true, force: true }));

beforeEach(() => {
  folder = fs.mkdtempSync(join(root, "a sweep "));
  fs.cpSync(played, folder, { recursive: true });
  says("sbatch", "42\n");
  says("squeue", "");
  says("parallel", "");
});

function says(name: string, text: string, status = 0): void {
  fs.writeFileSync(join(root, `${name}.says`), text);
  fs.writeFileSync(join(root, `${name}.status`), `${status}`);
  for (const file of ["args", "input"]) fs.rmSync(join(root, `${name}.${file}`), { force: true });
}

const note = (file: string): string => fs.readFileSync(join(root, file), "utf8");

function submit(argv: readonly string[], path = programs) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, "sweep", "submit", folder, ...argv], {
    cwd: root,
    encoding: "utf8",
    env: { PATH: path, NOTES: root },
  });
  return { status, out: stdout, err: stderr };
}

describe("Slurm", () => {
  it("gets an array of the shards that lack something, and what was typed", () => {
    const options = ["--time", "1:30:00", "--mem", "4G", "--cpus", "2", "--partition", "long", "--account", "us"];
    const { status, out } = submit([...options, "--at-once", "3", "--sbatch=--qos=low"]);
    expect({ status, out }).toMatchObject({ status: 0, out: expect.stringContaining("4 shards of 6: 0,3-5\n") });
    expect(out).toContain("submitted as job 42");
    const words = ["--array=0,3-5%3", "--time=1:30:00", "--mem=4G", "--cpus-per-task=2", "--partition=long", "--account=us"];
    expect(note("sbatch.args").split("\n")).toEqual(expect.arrayContaining([...words, "--qos=low"]));
    expect(note("sbatch.input")).toBe(fs.readFileSync(join(folder, "cluster", "slurm-0.sh"), "utf8"));
    expect(fs.existsSync(join(folder, "cluster", "logs"))).toBe(true);
  });

  it("gets a script that plays the shard of its index", () => {
    expect(submit([])).toMatchObject({ status: 0 });
    const env = { PATH: process.env.PATH, SLURM_ARRAY_TASK_ID: "3" };
    const { status, stdout } = spawnSync("sh", [join(folder, "cluster", "slurm-0.sh")], { cwd: "/", encoding: "utf8", env });
    expect({ status, stdout }).toMatchObject({ status: 0, stdout: expect.stringContaining("shard 3 of 0 to 5") });
    expect(submit(["--dry-run"]).out).toContain("3 shards of 6: 0,4-5\n");
  });

  it("is not asked again for what it has in its queue", () => {
    expect(submit([])).toMatchObject({ status: 0 });
    says("squeue", "3\n5\n");
    const more = submit([]);
    expect(more).toMatchObject({ status: 0, err: expect.stringContaining("in the queue already, and not submitted again: 3,5") });
    expect(note("squeue.args")).toContain("--jobs=42\n");
    expect(note("sbatch.args")).toContain("--array=0,4\n");
    says("squeue", "0\n3\n4\n5\n");
    expect(submit([])).toMatchObject({ status: 75, err: expect.stringContaining("0,3-5 are in the queue already") });
    says("squeue", "", 1);
    expect(submit([])).toMatchObject({ status: 0, out: expect.stringContaining("0,3-5") });
  });

  it("that refuses is quoted", () => {
    fs.writeFileSync(join(root, "sbatch.status"), "1");
    fs.writeFileSync(join(programs, "sbatch"), `${NOTE("sbatch").replace("exit", "echo no such partition >&2\nexit")}`);
    expect(submit([])).toMatchObject({ status: 2, err: expect.stringContaining("does not take the work: no such partition") });
    fs.writeFileSync(join(programs, "sbatch"), NOTE("sbatch"));
  });
});

describe("what is asked", () => {
  it("can be looked at first: then nothing is written or run", () => {
    const before = filesIn(folder);
    for (const engine of ["slurm", "parallel", "kubernetes"]) {
      const { status, out } = submit(["--engine", engine, "--dry-run"], "");
      expect(status).toBe(0);
      expect(out).toContain("sweep");
    }
    expect(filesIn(folder)).toEqual(before);
    expect(fs.existsSync(join(root, "sbatch.args"))).toBe(false);
  });

  it("can be some shards, also those that are done", () => {
    expect(submit(["--shards", "2,4", "--dry-run"]).out).toContain("2 shards of 6: 2,4\n");
    expect(submit(["--shards", "6"])).toMatchObject({ status: 2, err: expect.stringContaining("the last is 5") });
  });

  it.each([
    [["--engine", "pbs"], "use one of slurm, parallel, kubernetes"],
    [["--hosts", "x"], "--hosts <file> means nothing to --engine slurm"],
    [["--engine", "parallel", "--time", "5"], "--time <time> means nothing to --engine parallel"],
    [["--engine", "parallel", "--hosts", "nowhere"], "there is no file"],
    [["--cpus", "0"], "--cpus: 0 is not a number of cores"],
    [["--time", "soon"], "invalid time: soon"],
  ])("%j is refused", (argv, said) => {
    expect(submit(argv)).toMatchObject({ status: 2, err: expect.stringContaining(said) });
    expect(fs.existsSync(join(root, "sbatch.args"))).toBe(false);
  });

  it.each(["slurm", "parallel"])("of %s is refused where it is not installed", (engine) => {
    expect(submit(["--engine", engine], "")).toMatchObject({ status: 2, err: expect.stringContaining("on the PATH") });
    expect(fs.existsSync(join(folder, "cluster"))).toBe(false);
  });

  it("is nothing when nothing is missing", () => {
    for (const index of ["0", "3", "4", "5"]) {
      expect(corridorIn(["sweep", "shard", folder, "-i", index, "-w", "1"], root)).toMatchObject({ status: 0 });
    }
    expect(submit([])).toMatchObject({
      status: 2,
      err: expect.stringMatching(/no shard lacks anything\n.*corridor sweep merge/),
    });
  });
});

describe("the others", () => {
  it("GNU parallel gets the list, and the sweep is looked at afterwards", () => {
    const { status, out } = submit(["--engine", "parallel", "--at-once", "2"]);
    expect(status).toBe(75);
    expect(out).toContain("missing shards: 0,3-5\n");
    expect(note("parallel.input")).toBe("0\n3\n4\n5\n");
    expect(note("parallel.args")).toMatch(/^--jobs\n2\n--sshloginfile\n.*\/cluster\/hosts\n/);
    expect(fs.readFileSync(join(folder, "cluster", "hosts"), "utf8")).toBe(":\n");
  });

  it("Kubernetes gets a manifest to be applied by hand", () => {
    const { status, out } = submit(["--engine", "kubernetes", "--claim", "data", "--mem", "4Gi"], "");
    expect({ status, out }).toMatchObject({ status: 0, out: expect.stringContaining("kubectl apply -f") });
    const { spec } = parse(fs.readFileSync(join(folder, "cluster", "job.yaml"), "utf8"));
    expect(spec).toMatchObject({ completions: 6, completionMode: "Indexed" });
    const [container] = spec.template.spec.containers;
    expect(container.command).toEqual([
      "corridor",
      "sweep",
      "shard",
      "/sweep",
      "--workers",
      "1",
      "--index",
      "$(JOB_COMPLETION_INDEX)",
    ]);
  });
});
