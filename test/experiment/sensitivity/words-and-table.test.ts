import { describe, expect, it } from "vitest";
import { numbersOf, textsOf } from "../../../src/core/table.ts";
import {
  METHODS,
  type Study,
  type Subject,
  sensitivity,
  sensitivityTable,
  sensitivityWords,
} from "../../../src/experiment/sensitivity/index.ts";
import { ISHIGAMI, ishigami, study, unitCube } from "./studies.ts";

const EFFECT: Subject = {
  ...{ ecosystem: "east", strategy: "listing", baseline: "nothing", outcome: "deaths", unit: "persons" },
  ...{ period: "5 years", target: "effect" },
};
const LEVEL: Subject = { ...EFFECT, baseline: "", target: "level" };
const draw = (r: number, p: number) => {
  const x = Math.sin(12.9898 * (p + 1) + 78.233 * (r + 1)) * 43758.5453;
  return x - Math.floor(x);
};
const words = (subject: Subject, one: Study) => sensitivityWords(subject, one.responses, sensitivity(one));

describe("methods", () => {
  it("say what they are and fit the layout of the points", () => {
    for (const { about } of METHODS) expect(about).toMatch(/^[A-Z].*\.$/);
    const kinds = (written: { kind: string }) =>
      sensitivity(study(unitCube(2), written, ([x]) => x!)).map(({ method }) => method);
    expect(kinds({ kind: "morris" })).toEqual(["morris"]);
    expect(kinds({ kind: "saltelli", blocks: 4 } as { kind: string })).toEqual(["sobol"]);
    expect(kinds({ kind: "latin-hypercube", points: 20 } as { kind: string })).toEqual(["prcc", "src"]);
    expect(kinds({ kind: "grid" })).toEqual(["prcc", "src"]);
  });
});

describe("words", () => {
  it("say what was asked, what matters and what was lost", () => {
    const one = study(ISHIGAMI, { kind: "saltelli", blocks: 2048 }, (x, _, p) => (p === 3 ? Number.NaN : ishigami(x)));
    const said = words(LEVEL, one);
    expect(said[0]).toBe("deaths under listing, 5 years.");
    expect(said[1]).toMatch(
      /^What matters, by share of the variance with all interactions: a 5\d % \(alone 3\d %\), b 4\d % \(alone 4\d %\) and c 2\d % \(alone \d %\)\.$/,
    );
    expect(said[2]).toMatch(/^In interaction with other inputs: a 2\d % and c 2\d %\.$/);
    expect(said.at(-2)).toBe("1 of 2048 blocks lack a value and are left out; inputs that make runs fail are seen too little.");
    expect(said.at(-1)).toBe("With one replicate a point, luck and inputs cannot be told apart; use several.");
  });

  it("warn of effects with few pairs, and of luck", () => {
    const noisy = (noise: number, replicates: number) =>
      study(unitCube(2), { kind: "latin-hypercube", points: 60 }, ([x], r, p) => x! + noise * draw(r, p), { replicates });
    expect(words(EFFECT, noisy(1, 1)).at(-1)).toBe(
      "With one pair a point, luck and inputs cannot be told apart; use 10 or more.",
    );
    const few = words(EFFECT, noisy(1.5, 2));
    expect(few[0]).toBe("The effect of listing against nothing on deaths, 5 years.");
    expect(few.at(-2)).toMatch(
      /^Luck makes up \d\d % of the differences between points \(2 pairs a point\): about \d+ pairs a point would bring it to 20 %\.$/,
    );
    expect(few.at(-1)).toBe("2 pairs a point are few: the inputs of an effect show with 10 or more.");
    expect(words(EFFECT, noisy(0.1, 12)).at(-1)).toMatch(
      /^Luck makes up 0 % of the differences between points \(12 pairs a point\)\.$/,
    );
    const nothing = study(
      unitCube(1),
      { kind: "latin-hypercube", points: 4 },
      (_, r, p) => [3, 0, 0, 2.9, 1, 2, 2, 1][2 * p + r]!,
      { replicates: 2 },
    );
    expect(words(LEVEL, nothing).join("\n")).toMatch(
      "Luck makes up 100 % of the differences between points (2 replicates a point): the points do not differ by more than luck.",
    );
  });

  it("say of a missing replicate that it is missing", () => {
    const one = study(
      unitCube(1),
      { kind: "latin-hypercube", points: 20 },
      ([x], r, p) => (p === 2 && r === 1 ? Number.NaN : x! + draw(r, p)),
      {
        replicates: 3,
      },
    );
    expect(words(LEVEL, one)).toContain("1 points rest on fewer than 3 replicates.");
  });
});

describe("the table", () => {
  const good = study(unitCube(2), { kind: "latin-hypercube", points: 30 }, ([x, y]) => x! + y! ** 2);
  const bad = study(unitCube(2), { kind: "latin-hypercube", points: 30 }, () => 1);
  const table = sensitivityTable([
    { subject: LEVEL, responses: good.responses, analyses: sensitivity(good) },
    { subject: EFFECT, responses: bad.responses, analyses: sensitivity(bad) },
  ]);

  it("has every row once by its key, with words where numbers are missing", () => {
    const keys = table.spec.primaryKey.map((name) => textsOf(table, name));
    const rows = Array.from({ length: table.rows }, (_, i) => keys.map((column) => column[i]).join("|"));
    expect(new Set(rows).size).toBe(table.rows);
    const [value, note] = [numbersOf(table, "value"), textsOf(table, "note")];
    value.forEach((x, i) => void (Number.isNaN(x) && expect(note[i]).not.toBe("")));
    for (const { name, about } of table.spec.columns) {
      expect(name).toMatch(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/);
      expect(about).not.toBe("");
    }
  });

  it("says in which unit, and why there is nothing", () => {
    const [index, unit, note] = ["index", "unit", "note"].map((name) => textsOf(table, name)) as [string[], string[], string[]];
    expect(index.filter((one) => one === "none")).toHaveLength(2);
    expect(note[index.indexOf("none")]).toBe("not estimable: the outcome is the same at every point");
    expect(unit[index.indexOf("R2")]).toBe("share");
    const walks = study(unitCube(2), { kind: "morris" }, ([x]) => x!);
    const morris = sensitivityTable([{ subject: LEVEL, responses: walks.responses, analyses: sensitivity(walks) }]);
    expect(textsOf(morris, "unit")[textsOf(morris, "index").indexOf("mu*")]).toBe("persons");
  });
});
