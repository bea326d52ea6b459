/** `corridor run` as a user meets it: the built program, its files, its status. */
import { type SpawnOptions, spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { version } from "../../src/node/version.ts";
import { fixture } from "../fixtures/tiny.ts";

const MAIN = fileURLToPath(new URL("../../dist/corridor.js", import.meta.url));
const FAIL = new URL("./fail-second-run.mjs", import.meta.url).href;
const QUICK = [fixture("tiny-quick.yaml")];
const ENDLESS = [fixture("tiny.yaml"), "--replicates", "100000"];

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), "corridor-run-"));
});
afterEach(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

function corridor(argv: readonly string[], node: readonly string[] = []) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...node, MAIN, "run", ...argv], {
    cwd: folder,
    encoding: "utf8",
  });
  return { status, out: stdout, err: stderr };
}

/** Starts the program, calls back once it is at work, and waits for its end. */
function meanwhile(argv: readonly string[], act: (pid: number) => void): Promise<number | null> {
  const options: SpawnOptions = { cwd: folder, stdio: "ignore" };
  const child = spawn(process.execPath, [MAIN, "run", ...argv], options);
  const looking = setInterval(() => {
    const busy = partials(folder)[0];
    if (busy === undefined || fs.readdirSync(busy).length === 0) return;
    clearInterval(looking);
    act(child.pid as number);
  }, 50);
  return new Promise((resolve) => child.on("exit", (status) => resolve(status)));
}

const partials = (root: string): string[] =>
  fs
    .readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.partial-[^/]*$/.test(path))
    .map((path) => join(root, path));
const read = (...parts: string[]) => fs.readFileSync(join(folder, ...parts), "utf8");
const header = (text: string) => text.slice(0, text.indexOf("\n")).split(",");
const rows = (text: string) => text.trimEnd().split("\n").slice(1);

describe("a run", () => {
  it("leaves a whole result, and says what happened", () => {
    const { status, out, err } = corridor(QUICK);
    expect(status).toBe(0);
    expect(err).not.toMatch(/error|fault/i);
    const result = join("output", "tiny", "tiny-shaping-001");
    expect(out).toContain(`Written to ${result}`);
    expect(out).toContain("A small corridor for tests");
    expect(out).toMatch(/year +arrivals +deaths/);
    expect(out).toContain("not a forecast");
    expect(out).toMatch(/union listed \d+ smuggler/);
    expect(fs.readdirSync(join(folder, result)).sort()).toEqual([
      "datapackage.json",
      "enablers.csv",
      "events.csv",
      "harms.csv",
      "manifest.json",
      "market_shares.csv",
      "runs.csv",
      "summary.csv",
      "timeseries.csv",
    ]);
  });

  it("describes every column of every file, with size and hash; what is missing is an empty cell", () => {
    corridor([...QUICK, "--out", "r"]);
    const { resources } = JSON.parse(read("r", "datapackage.json"));
    expect(resources).toHaveLength(7);
    for (const { path, bytes, hash, schema } of resources) {
      const content = fs.readFileSync(join(folder, "r", path));
      expect(bytes).toBe(content.length);
      expect(hash).toBe(`sha256:${createHash("sha256").update(content).digest("hex")}`);
      const names: string[] = schema.fields.map(({ name }: { name: string }) => name);
      expect(header(content.toString("utf8"))).toEqual(names);
      expect(names.slice(0, 4)).toEqual(["run_id", "strategy", "replicate", "seed"]);
      expect(names.filter((name) => !/^[a-z][a-z0-9_]*$/.test(name))).toEqual([]);
      expect(new Set(names).size).toBe(names.length);
      for (const { description } of schema.fields) expect(description).not.toBe("");
    }
    // Numbers are numbers, and a missing value is an empty cell.
    for (const file of fs.readdirSync(join(folder, "r")).filter((name) => name.endsWith(".csv"))) {
      expect(read("r", file)).not.toMatch(/(^|,)(NaN|-?Infinity|null|undefined|true|false|-0)(,|$)/m);
    }
  });

  it("says in its manifest what was run, from which files, and how each run ended", () => {
    corridor([...QUICK, "--out", "r", "--replicates", "2"]);
    const manifest = JSON.parse(read("r", "manifest.json"));
    expect(manifest).toMatchObject({
      format: "corridor/manifest@1",
      corridor: { version: version() },
      engine: { node: process.versions.node },
      counts: { requested: 2, finished: 2, failed: 0 },
      seed: "1",
      scenario: { name: "tiny", settings: { scale: 40, replicates: 2 }, strategy: { name: "tiny-shaping" } },
    });
    expect(manifest.command.slice(0, 2)).toEqual(["corridor", "run"]);
    expect(manifest.sources.map(({ file }: { file: string }) => file.split("/").at(-1))).toContain("tiny.yaml");
    const ids = rows(read("r", "runs.csv")).map((row) => row.split(",")[0]);
    expect(manifest.runs.map(({ runId }: { runId: string }) => runId)).toEqual(ids);
    expect(new Set(rows(read("r", "timeseries.csv")).map((row) => row.split(",")[0]))).toEqual(new Set(ids));
    for (const { file, sha256 } of manifest.files) {
      expect(
        createHash("sha256")
          .update(fs.readFileSync(join(folder, "r", file)))
          .digest("hex"),
      ).toBe(sha256);
    }
  });

  it("has the same bytes again, alone or among others", () => {
    corridor([...QUICK, "--out", "a", "--replicates", "2"]);
    corridor([...QUICK, "--out", "b", "--replicates", "2", "--check", "--hash"]);
    for (const file of ["timeseries.csv", "market_shares.csv", "events.csv", "runs.csv", "summary.csv"]) {
      expect(read("b", file)).toBe(read("a", file));
    }
    const second = rows(read("a", "runs.csv"))[1]?.split(",") ?? [];
    corridor([...QUICK, "--out", "c", "--seed", second[3] as string]);
    const alone = rows(read("c", "runs.csv"))[0]?.split(",") ?? [];
    expect(alone[0]).toBe(second[0]);
    // All but the number of the replicate.
    expect(alone.slice(3)).toEqual(second.slice(3));
  });

  it("prints its numbers as JSON, and nothing else when it is to be quiet", () => {
    const { status, out, err } = corridor([...QUICK, "--out", "r", "--json", "--quiet"]);
    expect({ status, err }).toEqual({ status: 0, err: "" });
    const said = JSON.parse(out);
    expect(said).toMatchObject({ scenario: "tiny", strategy: "tiny-shaping", folder: "r", failed: [] });
    expect(said.summary).toHaveLength(rows(read("r", "summary.csv")).length);
  });

  it("prints and keeps a hash of every week on request", () => {
    const { out } = corridor([...QUICK, "--out", "r", "--hash"]);
    const weeks = rows(read("r", "hashes.csv"));
    expect(weeks).toHaveLength(25);
    expect(out).toMatch(/^2015-01-05 [0-9a-f]{8}\n/m);
    expect(out.trimEnd().split("\n").at(-1)).toMatch(/^2015-06-22 [0-9a-f]{8}$/);
  });
});

describe("a run that cannot be", () => {
  it("says everything that is wrong with the scenario, status 2, and touches nothing", () => {
    const { status, out, err } = corridor([...QUICK, "--scale", "10%", "--set", "legs.coast-prot.cost=1"]);
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toMatch(/--scale: .*write 0\.1/);
    expect(err).toContain("Did you mean legs.coast-port.cost?");
    const json = corridor(["nowhere", "--json"]);
    expect(json.status).toBe(2);
    expect(JSON.parse(json.out).issues).toHaveLength(1);
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  it("never replaces a result unasked, status 2", () => {
    corridor([...QUICK, "--out", "r"]);
    const before = read("r", "manifest.json");
    const { status, err } = corridor([...QUICK, "--out", "r"]);
    expect(status).toBe(2);
    expect(err).toContain("--force");
    expect(read("r", "manifest.json")).toBe(before);
    expect(corridor([...QUICK, "--out", "r", "--force", "--seed", "2"]).status).toBe(0);
    expect(read("r", "manifest.json")).not.toBe(before);
  });

  it("says that nothing can be written there, status 74", () => {
    const { status, err } = corridor([...QUICK, "--out", "/proc/nowhere/r"]);
    expect(status).toBe(74);
    expect(err).toMatch(/cannot write to \/proc\/nowhere.*\nwhat to do: /);
  });

  it("waits for nobody who is writing the same result, status 75", () => {
    fs.mkdirSync(join(folder, `.r.partial-${process.pid}-${hostname()}`));
    const { status, err } = corridor([...QUICK, "--out", "r"]);
    expect(status).toBe(75);
    expect(err).toContain(`process ${process.pid}`);
  });

  it("finishes the others when one run fails, and tells how to repeat it, status 3", () => {
    const { status, out } = corridor([...QUICK, "--out", "r", "--replicates", "3"], ["--import", FAIL]);
    expect(status).toBe(3);
    expect(rows(read("r", "runs.csv"))).toHaveLength(2);
    const [failed] = rows(read("r", "failures.csv"));
    expect(failed).toContain("planned failure");
    const seed = failed?.split(",")[3];
    expect(failed).toContain(`--seed ${seed} --replicates 1`);
    expect(out).toContain("1 of the runs failed");
    expect(JSON.parse(read("r", "manifest.json")).counts).toEqual({ requested: 3, finished: 2, failed: 1 });
  });

  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("stops on %s with status %i and leaves nothing", async (signal, status) => {
    expect(await meanwhile(ENDLESS, (pid) => process.kill(pid, signal))).toBe(status);
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  it("leaves no result when it is killed, and the next run clears up", async () => {
    await meanwhile([...ENDLESS, "--out", "r"], (pid) => process.kill(pid, "SIGKILL"));
    expect(fs.existsSync(join(folder, "r"))).toBe(false);
    expect(partials(folder)).toHaveLength(1);
    expect(corridor([...QUICK, "--out", "r"]).status).toBe(0);
    expect(fs.readdirSync(folder)).toEqual(["r"]);
  });
});

describe("the program in a shell", () => {
  const shell = (line: string) =>
    spawnSync("bash", ["-c", line], {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, MAIN, NODE: process.execPath },
    });

  it("is content with a reader that has seen enough", () => {
    const { stdout, stderr } = shell('set -o pipefail; "$NODE" "$MAIN" schema ecosystem | head -1; echo $?');
    expect(stdout).toBe("{\n0\n");
    expect(stderr).toBe("");
  });

  it("completes commands, options and names", () => {
    expect(shell('"$NODE" "$MAIN" completion bash').stdout).toContain("complete -F");
    expect(shell('"$NODE" "$MAIN" complete -- run cen').stdout).toContain("central-mediterranean");
    expect(shell('"$NODE" "$MAIN" complete -- run x --str').stdout).toContain("--strategy");
    expect(shell('"$NODE" "$MAIN" complete -- run x --strategy hist').stdout).toContain("historical");
    expect(shell('"$NODE" "$MAIN" complete -- va').stdout).toContain("validate");
    expect(shell('"$NODE" "$MAIN" complete -- sweep wh').stdout).toContain("which-strategy");
    expect(shell('"$NODE" "$MAIN" complete -- compare x sha').stdout).toContain("shaping");
    expect(shell('"$NODE" "$MAIN" complete -- init x --kind exp').stdout).toContain("experiment");
    const sourced = shell('source <("$NODE" "$MAIN" completion bash) && complete -p corridor');
    expect(sourced.stdout).toContain("corridor");
  });
});
