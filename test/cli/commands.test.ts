/** Every command but `run` in this process: what it prints where, and with which status it ends. */
import fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createColors } from "picocolors";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/cli/commands/index.ts";
import { invoke } from "../../src/cli/invoke.ts";
import { wantsColors } from "../../src/cli/terminal.ts";
import { TOPICS } from "../../src/cli/topics/index.ts";
import { version } from "../../src/node/version.ts";
import { fixture } from "../fixtures/tiny.ts";
import { corridor } from "./terminal.ts";

const TINY = fixture("tiny.yaml");
const SHAPING = fixture("tiny-shaping.yaml");

let folder: string;
const home = process.cwd();
beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), "corridor-cli-"));
  process.chdir(folder);
});
afterEach(() => {
  process.chdir(home);
  fs.rmSync(folder, { recursive: true, force: true });
});

describe("the program", () => {
  it("prints help and version as data, with status 0", async () => {
    const help = await corridor("--help");
    expect(help).toMatchObject({ status: 0, err: "" });
    for (const { name, about } of COMMANDS)
      expect(help.out.replace(/\s+/g, " ")).toMatch(new RegExp(`${name} .*${about.slice(0, 20)}`));
    expect(await corridor("--version")).toEqual({ status: 0, out: `${version()}\n`, err: "" });
    expect((await corridor("help", "run")).out).toContain("--replicates");
  });

  it.each([
    [["rnu", "x"], /unknown command 'rnu'[\s\S]*Did you mean run\?/],
    [["run", "x", "--replicate", "3"], /unknown option '--replicate'[\s\S]*--replicates/],
    [["run"], /missing required argument 'scenario'/],
    [["why", TINY, "--actor", "s1"], /required option '-d, --date <date>'/],
    [["completion", "cmd"], /Allowed choices are bash, zsh, fish/],
  ])("says what is wrong with %j on stderr, with status 2", async (argv, said) => {
    const { status, out, err } = await corridor(...argv);
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toMatch(said);
  });

  it("owns up to its own faults in two lines, with status 1 and without a stack", async () => {
    let err = "";
    const status = await invoke(["schema"], {
      out: () => {
        throw new Error("boom");
      },
      err: (text) => {
        err += text;
      },
      colors: createColors(false),
      isWatched: false,
    });
    expect(status).toBe(1);
    expect(err).toMatch(/unexpected fault: boom\n.*please report it.*\nCORRIDOR_DEBUG=1/);
    expect(err).not.toContain("    at ");
  });

  it("uses colours only where somebody sees them and nobody minds", () => {
    expect(wantsColors([], {}, true)).toBe(true);
    expect(wantsColors([], {}, false)).toBe(false);
    expect(wantsColors([], { NO_COLOR: "1" }, true)).toBe(false);
    expect(wantsColors([], { NO_COLOR: "" }, true)).toBe(true);
    expect(wantsColors(["run", "--no-color"], {}, true)).toBe(false);
    expect(wantsColors([], { TERM: "dumb" }, true)).toBe(false);
  });
});

describe("validate", () => {
  it("says what is sound", async () => {
    const said = await corridor("validate", TINY, SHAPING, fixture("tiny-scenario.yaml"));
    expect(said).toMatchObject({ status: 0, err: "" });
    expect(said.out).toMatch(/tiny.yaml: a valid ecosystem\n.*: a valid strategy\n.*: a valid scenario\n/);
    expect(await corridor("validate", "--quiet", TINY)).toEqual({ status: 0, out: "", err: "" });
  });

  it("says everything that is wrong in all files, with line and column, with status 2", async () => {
    fs.writeFileSync("one.yaml", "format: corridor/strategy@1\nname: One\ntitle: x\nabout: x\ninstruments: {}\n");
    fs.writeFileSync("two.yaml", "format: corridor/scenario@1\nname: two\necosystem: nowhere\n");
    const { status, out, err } = await corridor("validate", "one.yaml", "two.yaml", "three.yaml");
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toMatch(/^one\.yaml:2:7 name: /m);
    expect(err).toMatch(/there is no ecosystem called "nowhere"/);
    expect(err).toMatch(/there is no file "three\.yaml"/);
  });

  it("checks a strategy against an ecosystem when asked", async () => {
    expect((await corridor("validate", SHAPING, "--ecosystem", TINY)).status).toBe(0);
    const { status, err } = await corridor("validate", "shaping", "--ecosystem", TINY);
    expect(status).toBe(2);
    expect(err).toContain("the ecosystem has no authority called");
  });

  it("prints JSON for programs", async () => {
    fs.writeFileSync("one.yaml", "format: corridor/strategy@1\nname: One\n");
    const { status, out, err } = await corridor("validate", "one.yaml", "--json");
    expect({ status, err }).toEqual({ status: 2, err: "" });
    const { issues } = JSON.parse(out);
    expect(issues).toContainEqual(
      expect.objectContaining({ file: "one.yaml", line: 2, column: 7, path: "name", severity: "error" }),
    );
    expect((await corridor("validate", TINY, "--json")).out).toBe('{\n  "issues": []\n}\n');
  });
});

describe("describe", () => {
  it("lists its topics", async () => {
    const { status, out } = await corridor("describe");
    expect(status).toBe(0);
    for (const { name } of TOPICS) expect(out).toMatch(new RegExp(`^${name} `, "m"));
  });

  it.each(TOPICS.map(({ name }) => name))("explains %s, as text and as JSON", async (topic) => {
    const text = await corridor("describe", topic, TINY);
    expect(text).toMatchObject({ status: 0, err: "" });
    const { status, out } = await corridor("describe", topic, TINY, "--json");
    expect(status).toBe(0);
    const rows: Record<string, string>[] = JSON.parse(out);
    expect(rows.length).toBeGreaterThan(0);
    const words = text.out.replace(/\s+/g, " ");
    for (const cell of rows.flatMap(Object.values)) expect(words).toContain(cell.trim().replace(/\s+/g, " "));
  });

  it("shows unit, range, value, plausible range, grade and source of a parameter", async () => {
    const { out } = await corridor("describe", "legs.village-coast.price", TINY);
    expect(out).toMatch(/unit: USD\/person\n.*range: 1 to 200000\n.*value: 200\n.*low: 100\n.*high: 400\n.*grade: assumed/);
    expect(out).toContain("--set legs.village-coast.price.value=200");
  });

  it("shows the keys of an instrument, what is allowed, and what they mean", async () => {
    const { out } = await corridor("describe", "designate");
    expect(out).toMatch(/^minimumSeverity +yes +a number from 0 to 1 \(share\) +criterion/m);
  });

  it("names the nearest of what there is", async () => {
    const { status, err } = await corridor("describe", "desginate");
    expect(status).toBe(2);
    expect(err).toContain("did you mean designate?");
  });
});

describe("diff", () => {
  it("shows what differs in meaning, with what is inherited", async () => {
    fs.writeFileSync(
      "mine.yaml",
      `format: corridor/strategy@1\nextends: ${SHAPING}\nname: mine\ninstruments: { rounds: { number: { value: 2 }, clarity: 0.5 } }\n`,
    );
    const said = await corridor("diff", SHAPING, "mine.yaml");
    expect(said).toEqual({
      status: 0,
      out: '~ name: "tiny-shaping" -> "mine"\n~ instruments.rounds.clarity: 0.9 -> 0.5\n',
      err: "",
    });
    const { changes } = JSON.parse((await corridor("diff", SHAPING, "mine.yaml", "--json")).out);
    expect(changes[1]).toEqual({
      kind: "changed",
      path: "instruments.rounds.clarity",
      before: 0.9,
      after: 0.5,
    });
  });

  it("says when nothing differs, and when two documents cannot be compared", async () => {
    expect(await corridor("diff", SHAPING, SHAPING)).toEqual({ status: 0, out: "", err: "no difference\n" });
    expect(await corridor("diff", SHAPING, TINY)).toMatchObject({ status: 2, out: "" });
    expect(await corridor("diff", SHAPING, "nowhere.yaml")).toMatchObject({ status: 2, out: "" });
  });
});

describe("init", () => {
  it.each(["scenario", "strategy", "ecosystem", "experiment"])("begins a %s that is valid and knows its schema", async (kind) => {
    expect(await corridor("init", "north-coast", "--kind", kind)).toMatchObject({
      status: 0,
      out: "north-coast.yaml\n",
    });
    const text = fs.readFileSync("north-coast.yaml", "utf8");
    expect(text).toMatch(/^name: north-coast$/m);
    const schema = /\$schema=(\S+)/.exec(text)?.[1] ?? "";
    expect(fs.existsSync(schema)).toBe(true);
    expect(await corridor("validate", "./north-coast.yaml")).toMatchObject({ status: 0, err: "" });
  });

  it("never overwrites, and takes no name that is none", async () => {
    fs.writeFileSync("mine.yaml", "precious");
    expect(await corridor("init", "mine")).toMatchObject({ status: 2, out: "" });
    expect(fs.readFileSync("mine.yaml", "utf8")).toBe("precious");
    expect((await corridor("init", "../up")).err).toContain("lower-case letters");
    expect((await corridor("init", "x", "--kind", "scenari")).err).toContain("did you mean scenario?");
    expect(fs.readdirSync(".")).toEqual(["mine.yaml"]);
  });
});

describe("schema", () => {
  it("prints one, lists them, writes them all", async () => {
    const { status, out, err } = await corridor("schema");
    expect({ status, err }).toEqual({ status: 0, err: "" });
    const kinds = out.trimEnd().split("\n");
    expect(kinds).toEqual(expect.arrayContaining(["ecosystem", "strategy", "scenario", "experiment"]));
    expect(JSON.parse((await corridor("schema", "strategy")).out)).toMatchObject({
      title: "Corridor strategy",
    });
    expect((await corridor("schema", "strateg")).err).toContain("did you mean strategy?");
    expect((await corridor("schema", "--write", "deep/down")).status).toBe(0);
    expect(fs.readdirSync("deep/down")).toHaveLength(kinds.length);
    fs.writeFileSync("file", "");
    expect((await corridor("schema", "--write", "file")).status).toBe(74);
  });
});

describe("why", () => {
  const short = [TINY, "--end", "2015-03-01", "--set", "migrants.offers=4"];

  it("explains a decision with the numbers that made it", async () => {
    const { status, out } = await corridor("why", ...short, "--actor", "s1", "--date", "2015-01-19", "--json");
    expect(status).toBe(0);
    const { actor, decisions } = JSON.parse(out);
    const { options, chosen } = decisions[0];
    expect(actor).toBe("s1");
    for (const { terms, total } of options) {
      const sum = terms.reduce((all: number, { value }: { value: number }) => all + value, 0);
      expect(sum).toBeCloseTo(total, 9);
    }
    const best = options.reduce((a: { total: number }, b: { total: number }) => (b.total > a.total ? b : a));
    expect(best.name).toBe(chosen);
    const text = await corridor("why", ...short, "--actor", "s1", "--date", "2015-01-19");
    expect(text.out).toContain(`Chosen: ${chosen}`);
    expect(text.out).toContain("perceived risk");
    expect(text.out).toContain("What would have changed it");
  });

  it("says who is unknown, who is gone, and which date is none", async () => {
    const ask = (actor: string, date: string) => corridor("why", ...short, "--actor", actor, "--date", date);
    expect(await ask("nobody", "2015-01-19")).toMatchObject({
      status: 2,
      err: expect.stringContaining("nobody of this run is called nobody"),
    });
    expect((await ask("s1", "2019-01-07")).err).toContain("a date from 2015-01-05 to 2015-03-01");
    expect((await ask("s1", "soon")).err).toContain("YYYY-MM-DD");
  });

  it("finds a migrant at a place, whom its name finds again under another strategy", async () => {
    const ask = (...who: string[]) => corridor("why", ...short, ...who, "--date", "2015-01-19", "--json");
    const some = JSON.parse((await ask("--at", "village", "--decision", "passage")).out);
    expect(some).toMatchObject({ role: "migrant", actor: expect.stringMatching(/^m/) });
    const again = JSON.parse((await ask("--actor", some.actor, "--decision", "passage", "--strategy", SHAPING)).out);
    expect(again).toEqual(some);
  });

  it("says what is no place, no community, no decision, and that nobody is asked about", async () => {
    const ask = (...who: string[]) => corridor("why", ...short, ...who, "--date", "2015-01-19");
    expect((await ask("--at", "vilage")).err).toMatch(/no place called[\s\S]*did you mean village\?/);
    expect((await ask("--at", "village", "--community", "nobody")).err).toContain("no community called nobody");
    expect((await ask("--actor", "s1", "--decision", "condukt")).err).toContain("did you mean conduct?");
    expect((await ask()).err).toContain("--at");
    expect((await ask("--actor", "s1", "--at", "village")).err).toContain("cannot be used with");
  });
});
