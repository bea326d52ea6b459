/** What is said of mistakes: where, in which order, how much. */
import fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fixture } from "../fixtures/tiny.ts";
import { corridor } from "./terminal.ts";

const TINY = fixture("tiny.yaml");
const HEAD = "format: corridor/strategy@1\nname: x\ntitle: x\nabout: x\n";

let folder: string;
const home = process.cwd();
beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), "corridor-mistakes-"));
  process.chdir(folder);
});
afterEach(() => {
  process.chdir(home);
  fs.rmSync(folder, { recursive: true, force: true });
});

describe("a file on one line", () => {
  const document = { format: "corridor/strategy@1", name: "x", title: "x", about: "x", instruments: {} };
  it.each([
    ["json", JSON.stringify(document)],
    ["json", JSON.stringify({ instruments: {}, about: "x", title: "x", name: "x", format: document.format })],
    ["yaml", "{ format: corridor/strategy@1, name: x, title: x, about: x, instruments: {} }"],
    ["yaml", "# { format: corridor/scenario@1 }\nformat: corridor/strategy@1\nname: x\ntitle: x\nabout: x\ninstruments: {}\n"],
  ])("is of the kind that it says: %s %s", async (ending, text) => {
    fs.writeFileSync(`x.${ending}`, text);
    expect(await corridor("validate", `x.${ending}`)).toEqual({
      status: 0,
      out: `x.${ending}: a valid strategy\n`,
      err: "",
    });
  });
});

describe("init", () => {
  it.each(["mine.yaml", "mine.yml", "mine.json"])("takes the name of a file: %s", async (file) => {
    expect(await corridor("init", file, "--kind", "strategy")).toMatchObject({ status: 0, out: `${file}\n` });
    expect(fs.readFileSync(file, "utf8")).toMatch(/"?name"?: "?mine"?,?$/m);
    expect(await corridor("validate", `./${file}`)).toMatchObject({ status: 0, err: "" });
  });
});

describe("mistakes", () => {
  const instrument = (name: string, dates: string, where = "coast-port") =>
    `  ${name}: { kind: interdict, ${dates}, leg: ${where} }\n`;

  it("in dates need no ecosystem to be seen", async () => {
    fs.writeFileSync("x.yaml", `${HEAD}instruments:\n${instrument("a", "start: 2016-01-04, until: 2015-01-05")}`);
    const { status, err } = await corridor("validate", "x.yaml");
    expect(status).toBe(2);
    expect(err).toMatch(/x\.yaml:6:\d+ instruments\.a\.until: until 2015-01-05 is before start 2016-01-04/);
  });

  it("of shape, of names and of dates are said together", async () => {
    fs.writeFileSync(
      "own.yaml",
      `format: corridor/ecosystem@1\nextends: ${TINY}\nname: own\nlegs:\n  coast-port: { to: prot, weeks: -1 }\n`,
    );
    fs.writeFileSync(
      "x.yaml",
      `${HEAD}instruments:\n  a: { kind: communicate, start: 2016-01-04, until: 2015-01-05, oops: 1, by: uniom }\n`,
    );
    const { status, err } = await corridor("run", "own.yaml", "--strategy", "x.yaml");
    expect(status).toBe(2);
    expect(err).toMatch(/own\.yaml:5:\d+ legs\.coast-port\.weeks: /);
    expect(err).toMatch(/own\.yaml:5:\d+ legs\.coast-port\.to: .*no node called "prot"/);
    expect(err).toMatch(/x\.yaml:6:\d+ instruments\.a.*oops/);
    expect(err).toMatch(/instruments\.a\.until: until 2015-01-05 is before/);
    expect(err).toMatch(/instruments\.a\.by: .*no authority called "uniom"/);
  });

  it("of shape and of what fits together are said together, and nothing that only follows from them", async () => {
    const harm = "{ title: Death again, effect: death, weight: 1, reported: 0.5 }";
    fs.writeFileSync(
      "own.yaml",
      [
        `format: corridor/ecosystem@1\nextends: ${TINY}\nname: own`,
        "legs: { coast-port: { weeks: -1 }, village-coast: { payment: escrow, vessels: [small-boat] } }",
        "communities: { villagers: { births: 90000000 } }",
        `harms: { death-again: ${harm} }`,
        "costs: { interdcit: { perUse: 1, perYear: 1, perActor: 1, perActorYear: 1 } }\n",
      ].join("\n"),
    );
    const { status, err } = await corridor("validate", "own.yaml");
    expect(status).toBe(2);
    const paths = err
      .trimEnd()
      .split("\n")
      .map((line) => line.replace(/^\S+ ([^:]+): .*$/, "$1"));
    expect(paths.sort()).toEqual([
      "communities.villagers.births",
      "costs.interdcit",
      "harms.death-again.effect",
      "legs.coast-port.weeks",
      "legs.village-coast.services",
      "legs.village-coast.vessels[0]",
    ]);
  });

  it("come before warnings, of which few are shown; history outside the run is none", async () => {
    const late = Array.from({ length: 7 }, (_, i) => `  late${i}: { start: 2030-01-0${i + 1} }\n`).join("");
    const kinds = late.replaceAll("{ ", "{ kind: delist, number: 1, below: 0.5, by: union, ");
    fs.writeFileSync(
      "x.yaml",
      `${HEAD}instruments:\n${kinds}  z: { kind: delist, number: 1, below: 0.5, by: uniom, start: 2015-06-01 }\n`,
    );
    const { status, err } = await corridor("run", TINY, "--strategy", "x.yaml");
    expect(status).toBe(2);
    const lines = err.trimEnd().split("\n");
    expect(lines[0]).toContain('no authority called "uniom"');
    expect(lines.slice(1, 6).every((line) => line.includes(" warning: "))).toBe(true);
    expect(lines.slice(6)).toEqual(["and 2 more warnings"]);
    expect((await corridor("validate", "central-mediterranean")).err).toBe("");
  });

  it("in keys without a value are said, not taken for keys that take something out", async () => {
    fs.writeFileSync(
      "below.yaml",
      `${HEAD}instruments:\n${instrument("rounds", "start: 2016-01-04")}${instrument("more", "start: 2016-01-04")}`,
    );
    const keys = "bogus:\ninstruments:\n  ronds: null\n  more: null\n  rounds: { lg: , no such key: }\n";
    fs.writeFileSync("x.yaml", `format: corridor/strategy@1\nextends: ./below.yaml\nname: x\n${keys}`);
    const { status, err } = await corridor("validate", "x.yaml");
    expect(status).toBe(2);
    const lines = err.split("\n").filter((line) => line.includes("has no value"));
    expect(lines.map((line) => line.replace(/ has no value.*(?=Did)| has no value.*/, " "))).toEqual([
      'x.yaml:4:1 bogus: "bogus" ',
      'x.yaml:6:3 instruments.ronds: "ronds" Did you mean rounds?',
      'x.yaml:8:13 instruments.rounds.lg: "lg" Did you mean leg?',
      'x.yaml:8:19 instruments.rounds["no such key"]: "no such key" ',
    ]);
    expect(await corridor("validate", TINY)).toMatchObject({ status: 0 });
    const set = ["--set", "smugglers.capacity={ bogus: null }"];
    expect(await corridor("run", TINY, ...set)).toMatchObject({ status: 2, err: expect.stringContaining("bogus") });
  });

  it("in files of checks are seen before anything is played", async () => {
    const fact = (period: string, outcome: string) =>
      `statement: x, low: 0, high: 1, source: x, grade: D, statistic: { kind: level, outcome: ${outcome}, period: ${period} }`;
    const text = `format: corridor/checks@1\nname: x\ntitle: x\nabout: x\nfacts:\n  a: { ${fact('"1850"', "arrivals")} }\n  b: { ${fact("whole span", "arivals")} }\n`;
    fs.writeFileSync("x.yaml", text);
    for (const command of [
      ["validate", "x.yaml", "--ecosystem", TINY],
      ["check", TINY, "--checks", "x.yaml", "--no-cache"],
    ]) {
      const { status, err } = await corridor(...(command as [string, ...string[]]));
      expect(status).toBe(2);
      expect(err).toMatch(/^x\.yaml:6:\d+ facts\.a\.statistic\.period: the record has no period "1850"/m);
      expect(err).toMatch(
        /^x\.yaml:7:\d+ facts\.b\.statistic\.outcome: there is no outcome "arivals".*Did you mean arrivals\?$/m,
      );
    }
    fs.writeFileSync("y.yaml", text.replace('"1850"', "whole span").replace("arivals", "arrivals"));
    expect(await corridor("validate", "y.yaml", "--ecosystem", TINY)).toMatchObject({ status: 0, out: "y.yaml: valid checks\n" });
  });

  it("in a base are told from what a base leaves open", async () => {
    const base = fs.readFileSync(join(home, "scenarios/ecosystems/base.yaml"), "utf8");
    fs.writeFileSync("own-base.yaml", base);
    expect(await corridor("validate", "own-base.yaml")).toMatchObject({
      status: 0,
      err: "",
      out: expect.stringContaining("a valid base"),
    });
    fs.writeFileSync("own-base.yaml", base.replace("mechanisms: {}", "mechanisms: { freze: false }"));
    const { status, err } = await corridor("validate", "own-base.yaml");
    expect({ status, lines: err.trimEnd().split("\n").length }).toEqual({ status: 2, lines: 1 });
    expect(err).toContain('unknown key "freze"');
  });

  it("in names suggest no file that is no document, and no name is said to be none", async () => {
    fs.writeFileSync("chanel.json", "{}");
    fs.writeFileSync("pack.json", "{}");
    expect((await corridor("validate", "chanel")).err).not.toContain("./chanel");
    expect((await corridor("validate", "./pakc.json")).err).not.toContain("pack.json");
    const { status, err } = await corridor("run", "");
    expect({ status, isFolder: err.includes("folder") }).toEqual({ status: 2, isFolder: false });
    fs.writeFileSync("s6.yaml", `format: corridor/strategy@1\nextends: s6\nname: s6\n`);
    expect((await corridor("validate", "s6.yaml")).err).toContain("s6.yaml:2:10 extends: s6.yaml cannot extend itself");
  });

  it("in the names of documents are said where they are written, with what is near", async () => {
    fs.writeFileSync("s.yaml", "format: corridor/scenario@1\nname: s\necosystem: nowhere\nstrategy: shapin\n");
    const { err } = await corridor("run", "./s.yaml");
    expect(err).toMatch(/s\.yaml:3:12 ecosystem: there is no ecosystem called "nowhere"/);
    expect(err).toMatch(/s\.yaml:4:11 strategy: .*Did you mean shaping\?/);
    expect((await corridor("run", "s")).err).toContain("Did you mean ./s.yaml?");
    const strategy = (await corridor("run", "shaping")).err;
    expect(strategy).toContain('"shaping" is a strategy');
    expect(strategy).not.toMatch(/allowed:.*\bbase\b/);
  });
});

describe("describe", () => {
  it("finds choices and switches with what is allowed", async () => {
    const rule = await corridor("describe", "smugglers.conductReview.rule", TINY);
    expect(rule.out).toMatch(/value: "logit"\n +allowed: logit, satisficing, imitation\n/);
    expect((await corridor("describe", "mechanisms.gossip", TINY)).out).toContain("allowed: true or false");
  });

  it("finds a table by its file", async () => {
    const { status, out } = await corridor("describe", "harms.csv", TINY);
    expect(status).toBe(0);
    expect(out).toMatch(/^harms \(tables\)/);
    expect(await corridor("describe", "nothing.csv", TINY)).toMatchObject({ status: 2 });
  });
});
