/** `corridor sweep plan`, `shard`, `status`, `merge` as a user or a cluster meets them. */
import { spawn } from "node:child_process";
import fs from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { encodeBlock } from "../../src/node/sweep/block.ts";
import { fixture } from "../fixtures/tiny.ts";
import { blocksIn, EXPERIMENT, flipByte, resultIn, rewritten, SHARED, starting, withOtherNumbers } from "./shards.ts";
import { corridor as corridorIn, type Ended, filesIn, MAIN } from "./sweeps.ts";

/** Several programs start in each test, on machines that do much else. */
const LONGEST = 180_000; // milliseconds

let root: string;
let expected: Map<string, string>;
let empty: string;
/** All shards played, in no order and some of them twice, nothing merged: copied by tests that break something. */
let played: string;

const corridor = (argv: readonly string[], killAt?: string): Ended => corridorIn(argv, root, killAt);
const shard = (folder: string, index: number, killAt?: string) =>
  corridor(["sweep", "shard", folder, "--index", String(index), "-w", "1"], killAt);
const status = (folder: string) => corridor(["sweep", "status", folder]);
const merge = (folder: string) => corridor(["sweep", "merge", folder]);

const PLAN = ["sweep", "plan", EXPERIMENT, "--shards", `${SHARED.shards}`];

/** A sweep of which nothing is played yet. */
function planned(name: string): string {
  const folder = join(root, name);
  fs.cpSync(empty, folder, { recursive: true });
  return folder;
}

function copyOfPlayed(name: string): string {
  const folder = join(root, name);
  fs.cpSync(played, folder, { recursive: true });
  return folder;
}

const bytesOf = (path: string): string => fs.readFileSync(path, "latin1");

function expectWhole(folder: string): void {
  expect(merge(folder)).toMatchObject({ status: 0, err: "" });
  expect(resultIn(folder)).toEqual(expected);
  expect(status(folder)).toMatchObject({ status: 0, out: expect.stringContaining("merged") });
}

beforeAll(() => {
  root = fs.mkdtempSync(join(tmpdir(), "corridor-shards-"));
  const whole = join(root, "whole");
  expect(corridor(["sweep", EXPERIMENT, "-o", whole])).toMatchObject({ status: 0 });
  expected = resultIn(whole);
  empty = join(root, "empty");
  expect(corridor([...PLAN, "-o", empty])).toMatchObject({ status: 0 });
  played = planned("played");
  for (const index of [2, 0, 2, 3, 1]) expect(shard(played, index)).toMatchObject({ status: 0 });
}, LONGEST);
afterAll(() => fs.rmSync(root, { recursive: true, force: true }));

describe("a plan", () => {
  it("is a rule that stays what it is", () => {
    const folder = planned("again");
    const files = () => filesIn(folder).map((file) => [file, fs.readFileSync(join(folder, file), "utf8")]);
    const before = files();
    expect(before.map(([file]) => file)).toEqual(["design.csv", "plan.json", "shards.json"]);
    expect(corridor([...PLAN, "-o", folder])).toMatchObject({ status: 0 });
    expect(corridor(["sweep", "plan", EXPERIMENT, "-o", folder])).toMatchObject({
      status: 0,
      out: expect.stringContaining("4 shards"),
    });
    const other = corridor(["sweep", "plan", EXPERIMENT, "-o", folder, "--shards", "3"]);
    expect(other).toMatchObject({ status: 2, err: expect.stringContaining("shared out into 4 shards") });
    const seed = corridor(["sweep", "plan", EXPERIMENT, "-o", folder, "--seed", "2"]);
    expect(seed).toMatchObject({ status: 2, err: expect.stringContaining("another plan: run.seed") });
    expect(files()).toEqual(before);
  });

  it.each(["0", "7", "many"])("of %s shards is refused", (shards) => {
    const folder = join(root, `shards-${shards}`);
    expect(corridor(["sweep", "plan", EXPERIMENT, "-o", folder, "--shards", shards])).toMatchObject({
      status: 2,
      err: expect.stringContaining("--shards"),
    });
    expect(fs.existsSync(join(folder, "shards.json"))).toBe(false);
  });

  it("of a small sweep is one shard, and says what it takes", () => {
    const { out } = corridor(["sweep", "plan", EXPERIMENT, "-o", join(root, "auto")]);
    expect(out).toMatch(/= 12 runs\n[\s\S]*1 shard \(0 to 0\), about \d+ s each with 1 core/);
  });

  it("leaves experiments reachable that are called like a command", () => {
    const text = fs.readFileSync(EXPERIMENT, "utf8").replaceAll("./tiny", fixture("tiny"));
    fs.writeFileSync(join(root, "plan.yaml"), text);
    expect(corridor(["sweep", "./plan.yaml", "--dry-run"])).toMatchObject({ status: 0, out: expect.stringContaining("12 runs") });
    expect(corridor(["sweep", "plan", "./plan.yaml", "-o", "from-here"])).toMatchObject({ status: 0 });
  });
});

describe("shards", { timeout: LONGEST }, () => {
  it("in any order, some of them twice, come to the bytes of one machine", () => {
    const folder = copyOfPlayed("any-order");
    expect(shard(folder, 3).out).toMatch(/shard 3 of 0 to 3 .*nothing was left to play, 4 runs were there/);
    expectWhole(folder);
    expect(shard(folder, 3)).toMatchObject({ status: 0, out: expect.stringContaining("nothing was left") });
    expectWhole(folder);
  });

  it("in processes at the same time, two of them at the same shard", async () => {
    const folder = planned("at-once");
    const ends = await Promise.all(
      [0, 1, 1, 2, 3].map((index) => starting(["sweep", "shard", folder, "-i", `${index}`, "-w", "1"], root)),
    );
    for (const end of ends) expect(end).toMatchObject({ status: 0 });
    const names = (of: string) => blocksIn(of, 1).map((path) => basename(path));
    expect(names(folder)).toHaveLength(1);
    expect(names(folder)).toEqual(names(played));
    expectWhole(folder);
  });

  it("that are killed at any moment go on to the same bytes", async () => {
    const folder = copyOfPlayed("any-moment");
    for (const index of [1, 3]) fs.rmSync(join(folder, "blocks", `${index}`), { recursive: true });
    for (const [i, milliseconds] of [400, 700, 1100, 1600].entries()) {
      await starting(["sweep", "shard", folder, "-i", i % 2 === 0 ? "1" : "3", "-w", "2"], root, milliseconds);
    }
    for (const index of [1, 3]) expect(shard(folder, index)).toMatchObject({ status: 0 });
    expectWhole(folder);
  });

  // The blocks of a shard are written one by one, then as one; the rest is removed.
  it.each(["renameSync:1", "renameSync:2:after", "renameSync:3", "renameSync:3:after", "rmSync:1:after"])(
    "that are killed at %s go on to the same bytes",
    (killAt) => {
      const folder = planned(killAt.replaceAll(":", "-"));
      fs.cpSync(join(played, "blocks"), join(folder, "blocks"), { recursive: true });
      fs.rmSync(join(folder, "blocks", "3"), { recursive: true });
      expect(shard(folder, 3, killAt).signal).toBe("SIGKILL");
      expect(shard(folder, 3)).toMatchObject({ status: 0 });
      expect(filesIn(folder)).toEqual(filesIn(played));
      expect(blocksIn(folder, 3).map(bytesOf)).toEqual(blocksIn(played, 3).map(bytesOf));
    },
  );

  it.each(["renameSync:3:after", "renameSync:20", "rmSync:2"])(
    "merged and killed at %s, and merged again, are the same bytes",
    (killAt) => {
      const folder = copyOfPlayed(`merge-${killAt.replaceAll(":", "-")}`);
      corridor(["sweep", "merge", folder], killAt);
      expectWhole(folder);
    },
  );

  it("need no lock, look at nobody else's files, and leave those of other machines alone", () => {
    const folder = copyOfPlayed("own");
    fs.rmSync(join(folder, "blocks", "1"), { recursive: true });
    fs.mkdirSync(join(folder, "blocks", "1"));
    const elsewhere = join(folder, "blocks", "1", ".a.block.writing-1-another-host");
    fs.writeFileSync(elsewhere, "half");
    flipByte(blocksIn(folder, 2)[0] ?? "", 5);
    fs.writeFileSync(join(folder, ".lock"), "1 another-host");
    expect(shard(folder, 1)).toMatchObject({ status: 0, err: expect.not.stringContaining("damaged") });
    expect(fs.existsSync(elsewhere)).toBe(true);
    expect(merge(folder)).toMatchObject({ status: 75, err: expect.stringContaining("another-host is at work") });
  });

  it("outside of the plan, or of what is no sweep, are refused", () => {
    for (const index of ["4", "-1", "1.5", "x", ""]) {
      expect(corridor(["sweep", "shard", played, `--index=${index}`])).toMatchObject({ status: 2 });
    }
    expect(shard(played, 4).err).toContain("shards count from 0: use 0 to 3");
    expect(shard(join(root, "whole"), 0)).toMatchObject({ status: 2, err: expect.stringContaining("no shards.json") });
    expect(shard(join(root, "nowhere"), 0)).toMatchObject({ status: 2, err: expect.stringContaining("no sweep") });
  });

  it("that are told to stop keep what is finished, and say how to go on", async () => {
    const folder = join(root, "stopped");
    const long = ["-n", "400", "--shards", "2"];
    expect(corridor(["sweep", "plan", EXPERIMENT, "-o", folder, ...long])).toMatchObject({ status: 0 });
    const child = spawn(process.execPath, [MAIN, "sweep", "shard", folder, "-i", "1"], { stdio: ["ignore", "ignore", "pipe"] });
    let err = "";
    child.stderr.on("data", (chunk: Buffer) => {
      err += chunk.toString();
    });
    const looking = setInterval(() => {
      if (!child.killed && blocksIn(folder, 1).length > 0) child.kill("SIGTERM");
    }, 20);
    expect(await new Promise((resolve) => child.on("close", resolve))).toBe(143);
    clearInterval(looking);
    expect(err).toMatch(/terminated, what was finished is kept; go on with: corridor sweep shard .* --index 1/);
    expect(err).not.toContain("\r");
    expect(blocksIn(folder, 1).length).toBeGreaterThan(0);
    expect(filesIn(folder).filter((file) => /writing|\.lock/.test(file))).toEqual([]);
  });
});

describe("what does not belong there", () => {
  it("a gap is named, and nothing is merged", () => {
    const folder = copyOfPlayed("gap");
    for (const index of [0, 2, 3]) fs.rmSync(join(folder, "blocks", String(index)), { recursive: true });
    const { status: code, out } = status(folder);
    expect(code).toBe(75);
    expect(out).toContain(
      "shards: 1 of 4 complete\nmissing shards: 0,2-3\ntrials: 2 of 6 done\nruns: 4 of 12 done, 0 failed, 8 missing\n",
    );
    expect(merge(folder)).toMatchObject({ status: 75, err: expect.stringMatching(/missing in shards 0,2-3\n.*sweep submit/) });
    expect(filesIn(folder)).not.toContain("runs.csv");
  });

  it("damaged blocks are found out, and their shards play them again", () => {
    const folder = copyOfPlayed("damaged");
    const [changed = "", cut = "", empty = "", forged = ""] = [0, 1, 2, 3].flatMap((index) => blocksIn(folder, index));
    flipByte(changed, 10);
    fs.truncateSync(cut, fs.statSync(cut).size - 1);
    fs.truncateSync(empty, 0);
    // All hashes within are right, the name is not.
    fs.writeFileSync(forged, rewritten(forged, withOtherNumbers).bytes);
    const [said, refused] = [status(folder), merge(folder)];
    expect(said).toMatchObject({ status: 75, out: expect.stringContaining("missing shards: 0-3") });
    expect(refused).toMatchObject({ status: 2, err: expect.stringContaining("--shards 0-3") });
    for (const [index, path] of [changed, cut, empty, forged].entries()) {
      expect(said.out).toContain(`damaged: blocks/${index}/${basename(path)}`);
      expect(refused.err).toContain(`blocks/${index}/${basename(path)} is damaged`);
      expect(shard(folder, index)).toMatchObject({ status: 0, err: expect.stringContaining("was damaged") });
    }
    expectWhole(folder);
  });

  it("a block of another plan is refused by name", () => {
    const folder = copyOfPlayed("foreign");
    const other = join(root, "other-seed");
    expect(corridor([...PLAN, "-o", other, "--seed", "2"])).toMatchObject({ status: 0 });
    expect(shard(other, 0)).toMatchObject({ status: 0 });
    const [path = ""] = blocksIn(other, 0);
    fs.copyFileSync(path, join(folder, "blocks", "0", basename(path)));
    expect(merge(folder)).toMatchObject({
      status: 2,
      err: expect.stringContaining(`blocks/0/${basename(path)} has runs that the plan does not`),
    });
    fs.rmSync(join(folder, "blocks", "0", basename(path)));
    expectWhole(folder);
  });

  it("the same runs twice are fine, with other bytes they are refused", () => {
    const folder = copyOfPlayed("repeat");
    const [path = ""] = blocksIn(folder, 0);
    fs.cpSync(join(folder, "blocks", "0"), join(folder, "blocks", "1"), { recursive: true });
    const block = rewritten(path, withOtherNumbers);
    fs.writeFileSync(join(folder, "blocks", "0", block.name), block.bytes);
    const said = expect.stringMatching(/blocks\/0\/\w+\.block has other bytes for a run than blocks\/0\/\w+\.block/);
    expect(merge(folder)).toMatchObject({ status: 2, err: said });
    expect(shard(folder, 0)).toMatchObject({ status: 2, err: said });
    fs.rmSync(join(folder, "blocks", "0", block.name));
    expectWhole(folder);
  });

  it("shards.json of another plan, or changed, is refused", () => {
    const folder = copyOfPlayed("other-shards");
    const path = join(folder, "shards.json");
    const text = fs.readFileSync(path, "utf8");
    for (const wrong of [text.replace(/"plan": "s./, '"plan": "sx'), text.replace('"shards": 4', '"shards": 7'), text.slice(1)]) {
      fs.writeFileSync(path, wrong);
      for (const end of [status(folder), merge(folder), shard(folder, 0)]) expect(end).toMatchObject({ status: 2 });
    }
  });
});

describe("runs that failed", () => {
  it("are named with the reason, become failures.csv, and are tried again by their shard", () => {
    const folder = copyOfPlayed("failed");
    const [path = ""] = blocksIn(folder, 2);
    // The first run of its only trial, and with it the pair.
    const block = rewritten(path, ([first, second, pair]) =>
      encodeBlock(
        second ? [second] : [],
        [first, pair].flatMap((piece) => (piece ? [{ key: piece.key, message: "ran out of memory" }] : [])),
      ),
    );
    fs.rmSync(path);
    fs.writeFileSync(join(folder, "blocks", "2", block.name), block.bytes);
    const said = status(folder);
    expect(said.status).toBe(3);
    expect(said.out).toMatch(
      /runs: 11 of 12 done, 1 failed, 0 missing\nfailed: tiny, point p\w+, none, replicate 2 \(shard 2\): ran out of memory/,
    );
    expect(said.out).toMatch(/alone: corridor run \S+ --run r[0-9a-f]{12}\n/);
    const again = join(root, "failed-again");
    fs.cpSync(folder, again, { recursive: true });
    expect(merge(folder)).toMatchObject({ status: 3 });
    expect(fs.readFileSync(join(folder, "failures.csv"), "utf8")).toContain("ran out of memory");
    expect(status(folder)).toMatchObject({ status: 3, out: expect.stringContaining("failures.csv says why") });
    expect(shard(again, 2)).toMatchObject({ status: 0, out: expect.stringContaining("1 run played") });
    expectWhole(again);
    expect(shard(folder, 2)).toMatchObject({ status: 0 });
    expect(merge(folder)).toMatchObject({ status: 0 });
  });

  it("give a shard status 3", () => {
    const folder = join(root, "too-slow");
    const slow = join(root, "slow.yaml");
    const text = fs.readFileSync(EXPERIMENT, "utf8").replaceAll("./tiny", fixture("tiny"));
    fs.writeFileSync(slow, `${text.replace("scale: 200", "scale: 20")}timeoutMinutes: 0.0001\n`);
    const plan = ["--shards", "6", "--end", "2016-12-25"];
    expect(corridor(["sweep", "plan", slow, "-o", folder, ...plan])).toMatchObject({ status: 0 });
    expect(shard(folder, 0)).toMatchObject({ status: 3, out: expect.stringContaining("2 runs played") });
    const now = JSON.parse(corridor(["sweep", "status", folder, "--json"]).out);
    expect(now).toMatchObject({ runs: { failed: 2, missing: 10 }, shards: { complete: 1, missing: "1-5", failed: "0" } });
    expect(now.failures[0].reason).toContain("took longer than");
  });
});
