/** `corridor compare`, `contribute` and `analyse` as a user meets them. */
import fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fixture } from "../fixtures/tiny.ts";
import { corridor, rowsOf } from "./sweeps.ts";

const TINY = fixture("tiny.yaml");
/** The same with hardly any warm-up. */
const QUICK = fixture("tiny-quick.yaml");
const SHAPING = fixture("tiny-shaping.yaml");
const SHORT = ["--end", "2015-05-31", "--scale", "200"];

let root: string;
let compared: string;
let said: string;
beforeAll(() => {
  root = fs.mkdtempSync(join(tmpdir(), "corridor-compare-"));
  compared = join(root, "compared");
  const { status, out } = corridor(["compare", QUICK, SHAPING, ...SHORT, "-n", "6", "-o", compared], root);
  expect(status).toBe(0);
  said = out;
});
afterAll(() => {
  fs.rmSync(root, { recursive: true, force: true });
});

/** Rows of a table as maps. */
function table(folder: string, file: string): Record<string, string>[] {
  return parse(fs.readFileSync(join(folder, file), "utf8"), { columns: true });
}

describe("a comparison", () => {
  it("gives the mean of paired differences that anybody can recompute from periods.csv", () => {
    const periods = table(compared, "periods.csv").filter(({ period }) => period === "whole span");
    const of = (name: string) => periods.filter(({ strategy }) => strategy === name).map(({ departures }) => Number(departures));
    const [base, treated] = [of("none"), of("tiny-shaping")];
    const differences = treated.map((value, i) => value - (base[i] ?? Number.NaN));
    const mean = differences.reduce((sum, value) => sum + value, 0) / differences.length;
    const row = table(compared, "effects.csv").find(({ outcome, period }) => outcome === "departures" && period === "whole span");
    expect(row?.n).toBe("6");
    expect(Number(row?.difference)).toBeCloseTo(mean, 6);
    expect(Number(row?.low)).toBeLessThanOrEqual(mean);
    expect(said).toMatch(/tiny-shaping against none, whole span, 6 pairs/);
    expect(said).toMatch(/departures[ .;]/);
  });

  it("proves that both worlds were the same until policy made them differ", () => {
    const pairs = table(compared, "pairs.csv");
    expect(pairs.map(({ identity_holds: holds }) => holds)).toEqual(Array(6).fill("TRUE"));
    expect(pairs[0]).toMatchObject({ proof: "state", first_different: "2015-03-02" });
    expect(pairs[1]).toMatchObject({ proof: "series" });
  });

  it("splits every difference exactly", () => {
    const splits = table(compared, "splits.csv");
    expect(splits.length).toBeGreaterThan(0);
    const parts = Object.keys(splits[0] ?? {}).slice(Object.keys(splits[0] ?? {}).indexOf("strategy_value") + 1);
    for (const row of splits) {
      const sum = parts.reduce((total, part) => total + Number(row[part]), 0);
      const difference = Number(row.strategy_value) - Number(row.baseline_value);
      expect(sum).toBeCloseTo(difference, 6);
    }
  });

  it("of a strategy with its copy finds nothing at all", () => {
    const copy = join(root, "copy.yaml");
    fs.writeFileSync(copy, fs.readFileSync(SHAPING, "utf8").replace("name: tiny-shaping", "name: copy"));
    const folder = join(root, "same");
    const argv = ["compare", QUICK, copy, "--baseline", SHAPING, ...SHORT, "-n", "3", "-o", folder];
    expect(corridor(argv, root).status).toBe(0);
    expect(new Set(table(folder, "effects.csv").map(({ verdict }) => verdict))).toEqual(new Set(["identical"]));
    expect(table(folder, "pairs.csv").every(({ diverged, first_different: first }) => diverged === "" && first === "")).toBe(
      true,
    );
    for (const { mean, part } of table(folder, "decomposition.csv")) expect([part, Number(mean)]).toEqual([part, 0]);
  });

  it("of a strategy that lists nobody has no last listing from which an effect could fade", () => {
    const file = join(root, "lists-nobody.yaml");
    const lines = ["format: corridor/strategy@1", "name: lists-nobody", "title: Nobody is listed", "about: For tests."];
    const instrument = "instruments: { assessments: { kind: assess, start: 2015-03-02, by: union } }";
    fs.writeFileSync(file, [...lines, instrument, ""].join("\n"));
    const argv = ["compare", QUICK, file, ...SHORT, "-n", "3", "-o", join(root, "nobody"), "--json"];
    const { status, out } = corridor(argv, root);
    expect(status).toBe(0);
    expect(JSON.parse(out).sentences.join("\n")).toMatch(/half-life not estimable \(nobody was listed\)/);
    expect(table(join(root, "nobody"), "horizon.csv").filter(({ question }) => question === "effect")).toEqual([]);
  });

  it("asked as an experiment gives the same figures", () => {
    const file = join(root, "asked.yaml");
    const lines = ["format: corridor/experiment@1", "name: asked", `ecosystems: [${TINY}]`, `strategies: [none, ${SHAPING}]`];
    const run = "run: { end: 2015-05-31, scale: 200, replicates: 6, warmupWeeks: 8 }";
    fs.writeFileSync(file, [...lines, run, "record: { decompose: true }", "analyses: [effects, decomposition]", ""].join("\n"));
    const folder = join(root, "asked");
    expect(corridor(["sweep", file, "-o", folder], root).status).toBe(0);
    for (const name of ["effects.csv", "decomposition.csv", "periods.csv", "runs.csv", "displacement.csv"]) {
      expect(rowsOf(folder, name)).toEqual(rowsOf(compared, name));
    }
  });

  it("adds pairs until the interval is narrow, whatever the number of threads", () => {
    const argv = ["compare", QUICK, SHAPING, ...SHORT, "--until-ci", "60%", "--until-outcome", "departures", "-n", "30"];
    const one = corridor([...argv, "-w", "1", "-o", join(root, "one")], root);
    const two = corridor([...argv, "-w", "3", "-o", join(root, "two")], root);
    expect(one.out).toMatch(/The interval is narrow enough after \d+ pairs/);
    expect(rowsOf(join(root, "two"), "effects.csv")).toEqual(rowsOf(join(root, "one"), "effects.csv"));
    const [pairs = ""] = /after \d+ pairs/.exec(one.out) ?? [];
    expect(two.out).toContain(pairs);
    expect(rowsOf(join(root, "one"), "pairs.csv")).toHaveLength(Number(/\d+/.exec(pairs)?.[0]));
  });

  it("says what came of a budget that is narrow enough but too short to be sure", () => {
    const argv = ["compare", QUICK, SHAPING, ...SHORT, "--until-ci", "1000%", "--until-outcome", "departures", "-n", "11"];
    const { out } = corridor([...argv, "-o", join(root, "short")], root);
    expect(out).toMatch(/The budget is spent before it is sure that the interval stays narrow enough after 11 pairs/);
    const wider = corridor([...argv.with(argv.indexOf("1000%"), "900%"), "-o", join(root, "short")], root);
    expect(wider).toMatchObject({ status: 2 });
    expect(wider.err).toMatch(/there is another plan: until .*"relative":10.* there, .*"relative":9.* here/);
  });

  it("judges the outcomes that are named, and says what that leaves out", () => {
    const folder = join(root, "few-outcomes");
    const argv = ["compare", QUICK, SHAPING, ...SHORT, "-n", "2", "--outcomes", "departures,arrivals", "-o", folder];
    const { status, err } = corridor(argv, root);
    expect(status).toBe(0);
    expect(err).toMatch(/not ranked: that takes harm_index_expected and spend/);
    expect(new Set(table(folder, "effects.csv").map(({ outcome }) => outcome))).toEqual(new Set(["departures", "arrivals"]));
    expect(fs.existsSync(join(folder, "ranking.csv"))).toBe(false);
    const until = ["--until-ci", "50%", "--until-outcome", "trips", "--dry-run"];
    expect(corridor([...argv, ...until], root)).toMatchObject({ status: 0 });
  });

  it("of a strategy that begins after the end finds nothing, and of one that begins too late says so", () => {
    const from = (date: string, name: string) => {
      const file = join(root, `${name}.yaml`);
      fs.writeFileSync(
        file,
        fs.readFileSync(SHAPING, "utf8").replaceAll("2015-03-02", date).replace("name: tiny-shaping", `name: ${name}`),
      );
      return file;
    };
    const folder = join(root, "never");
    const never = corridor(["compare", QUICK, from("2019-01-07", "never"), ...SHORT, "-n", "2", "-o", folder], root);
    expect(never.status).toBe(0);
    expect(new Set(table(folder, "effects.csv").map(({ verdict }) => verdict))).toEqual(new Set(["identical"]));
    const late = corridor(
      ["compare", QUICK, SHAPING, ...SHORT, "--end", "2015-03-08", "-n", "2", "-o", join(root, "late")],
      root,
    );
    expect(late).toMatchObject({ status: 2 });
    expect(late.err).toMatch(/too little is left to compare after the first instrument: .*a later --end/);
  });

  it("says what is wrong with a question", () => {
    const { status, err } = corridor(["compare", QUICK, SHAPING, ...SHORT, "--outcomes", "departurs"], root);
    expect(status).toBe(2);
    expect(err).toMatch(/there is no outcome departurs.*Did you mean departures/);
    expect(corridor(["compare", QUICK, SHAPING, "--until-ci", "few"], root)).toMatchObject({ status: 2 });
    for (const command of ["compare", "contribute"]) {
      const alone = corridor([command, QUICK, "none", ...SHORT], root);
      expect(alone).toMatchObject({ status: 2 });
      expect(alone.err).toMatch(/none is what the others are compared with, and there are no others/);
    }
  });
});

describe("contributions", () => {
  it("of instruments add up to the difference", () => {
    const folder = join(root, "contributions");
    expect(corridor(["contribute", QUICK, SHAPING, ...SHORT, "-n", "3", "-o", folder], root).status).toBe(0);
    const rows = table(folder, "contributions.csv");
    expect(rows.map(({ part }) => part)).toEqual(["assessments", "rounds"]);
    expect(rows.reduce((sum, { value }) => sum + Number(value), 0)).toBeCloseTo(Number(rows[0]?.total), 6);
  });
});

describe("more questions to a finished comparison", () => {
  it("are answered in a folder of their own, without playing", () => {
    const { status, out } = corridor(["analyse", compared, "ranking", "--outcome", "departures", "--direction", "down"], root);
    expect(status).toBe(0);
    expect(out).toMatch(/Departures, whole span/);
    expect(fs.existsSync(join(compared, "analysis-001", "ranking.csv"))).toBe(true);
    expect(corridor(["verify", compared, "--sample", "0"], root).status).toBe(0);
  });

  it("that cannot be answered are refused, with the reason", () => {
    const { status, err } = corridor(["analyse", compared, "regret", "boundry"], root);
    expect(status).toBe(2);
    expect(err).toMatch(/there is no analysis boundry; did you mean boundary/);
    expect(corridor(["analyse", compared, "sensitivity"], root).err).toMatch(/nothing is varied/);
  });
});
