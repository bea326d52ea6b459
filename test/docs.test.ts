/** What the documentation tells readers to type works. */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const PROGRAM = /^node (dist\/corridor\.js) (.+)$/;
/** Finished runs of what documents have in common, for the time of these tests. */
const PLAYED = fs.mkdtempSync(join(tmpdir(), "corridor-docs-played-"));
/** On one thread: each more would have to compile what it plays, for a second's work. */
const ALONE = ["--workers", "1"];
/** From just before the first instrument to just after it, in both strategies that are compared. */
const DIFFERENT = ["--scale", "5000", "--start", "2018-04-02", "--end", "2018-09-30", "--replicates", "2"];
/** Coarse and short: the same commands, a result at once. */
const QUICK: Readonly<Record<string, readonly string[]>> = {
  run: ["--scale", "500", "--end", "2014-06-29"],
  why: ["--scale", "500", "--start", "2016-01-04"],
  compare: [...DIFFERENT, ...ALONE, "--cache", PLAYED],
  sweep: [...DIFFERENT, ...ALONE, "--cache", PLAYED],
  expand: ["--replicates", "3", ...ALONE],
  resume: ALONE,
  verify: ALONE,
  reproduce: ALONE,
};

/** Milliseconds that a command may take where everything else is busy. */
const LONGEST = 180_000;

const PAGES = fs.readdirSync(join(ROOT, "docs")).filter((file) => file.endsWith(".md"));
const DOCUMENTS = ["README.md", ...PAGES.map((file) => join("docs", file))];

function blocksOf(document: string): { language: string; text: string }[] {
  const text = fs.readFileSync(join(ROOT, document), "utf8");
  return [...text.matchAll(/^```(\w*)\n(.*?)^```$/gms)].map(([, language = "", block = ""]) => ({ language, text: block }));
}

const commandsOf = (document: string): string[] =>
  blocksOf(document).flatMap(({ text }) => text.split("\n").filter((line) => PROGRAM.test(line)));

/** Programs that run snippets of other languages; where there is none, that is said and the snippet is not run. */
const INTERPRETERS: Readonly<Record<string, { program: string; args: readonly string[]; needs: readonly string[] }>> = {
  r: { program: "Rscript", args: ["-e"], needs: ["-e", "1"] },
  python: { program: "python3", args: ["-c"], needs: ["-c", "import pandas"] },
};

const isThere = (language: string): boolean => {
  const interpreter = INTERPRETERS[language];
  return interpreter !== undefined && spawnSync(interpreter.program, interpreter.needs, { stdio: "ignore" }).status === 0;
};

afterAll(() => fs.rmSync(PLAYED, { recursive: true, force: true }));

it("README names commands", () => expect(commandsOf("README.md").length).toBeGreaterThan(3));

describe.each(DOCUMENTS.filter((document) => commandsOf(document).length > 0))("%s", (document) => {
  let folder: string;
  beforeAll(() => {
    folder = fs.mkdtempSync(join(tmpdir(), "corridor-docs-"));
    // A command that writes into the current folder is to find what documents name, and to leave nothing in the repository.
    for (const name of ["dist", "scenarios"]) fs.symlinkSync(join(ROOT, name), join(folder, name));
  });
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

  it.each(commandsOf(document))(
    "%s",
    (line) => {
      const [, program = "", rest = ""] = PROGRAM.exec(line) ?? [];
      const argv = rest.replace(/\s+#.*$/, "").split(/\s+/);
      const out = argv.includes("--out") ? [] : ["--out", join(folder, "result"), "--force"];
      const few = argv[0] === "run" && argv.includes("--replicates") ? ["--replicates", "2"] : [];
      const quick = [...(QUICK[argv[0] ?? ""] ?? []), ...few, ...(argv[0] === "run" ? out : [])];
      const { status, stderr } = spawnSync(process.execPath, [join(ROOT, program), ...argv, ...quick], {
        cwd: folder,
        encoding: "utf8",
      });
      expect({ status, stderr: status === 0 ? "" : stderr }).toEqual({ status: 0, stderr: "" });
    },
    LONGEST,
  );

  // README's snippets are lines to begin with; those of a tutorial are whole.
  for (const { language, text } of document === "README.md" ? [] : blocksOf(document)) {
    const interpreter = INTERPRETERS[language];
    if (!interpreter) continue;
    it(`runs what it shows in ${language}`, () => {
      if (!isThere(language)) return console.warn(`not run: ${document} in ${language}, which is not installed here`);
      const { status, stderr } = spawnSync(interpreter.program, [...interpreter.args, text], { cwd: folder, encoding: "utf8" });
      expect({ status, stderr: status === 0 ? "" : stderr }).toEqual({ status: 0, stderr: "" });
    });
  }
});
