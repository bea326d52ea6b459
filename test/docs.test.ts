/** What the documentation tells readers to type works. */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const PROGRAM = /^node (dist\/cli\/main\.js) (.+)$/;
/** Coarse and short: the same commands, a result at once. What compares strategies ends after the first instrument. */
const QUICK: Readonly<Record<string, readonly string[]>> = {
  run: ["--scale", "500", "--end", "2014-06-29"],
  compare: ["--scale", "2000", "--end", "2018-09-30", "--replicates", "2"],
  sweep: ["--scale", "2000", "--end", "2018-09-30", "--replicates", "2"],
  expand: ["--replicates", "3"],
};

/** Milliseconds that a command may take where everything else is busy. */
const LONGEST = 180_000;

function commands(): string[] {
  const text = fs.readFileSync(join(ROOT, "README.md"), "utf8");
  const blocks = [...text.matchAll(/^```\w*\n(.*?)^```$/gms)].map(([, block = ""]) => block);
  return blocks.flatMap((block) => block.split("\n")).filter((line) => PROGRAM.test(line));
}

let folder: string;
beforeAll(() => {
  folder = fs.mkdtempSync(join(tmpdir(), "corridor-docs-"));
  // A command that writes into the current folder is to find what README names, and to leave nothing in the repository.
  for (const name of ["dist", "scenarios"]) fs.symlinkSync(join(ROOT, name), join(folder, name));
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

describe("README", () => {
  it("names commands", () => expect(commands().length).toBeGreaterThan(3));

  it.each(commands())(
    "%s",
    (line) => {
      const [, program = "", rest = ""] = PROGRAM.exec(line) ?? [];
      const argv = rest.replace(/\s+#.*$/, "").split(/\s+/);
      const out = argv.includes("--out") ? [] : ["--out", join(folder, "result"), "--force"];
      const quick = [...(QUICK[argv[0] ?? ""] ?? []), ...(argv[0] === "run" ? out : [])];
      const { status, stderr } = spawnSync(process.execPath, [join(ROOT, program), ...argv, ...quick], {
        cwd: folder,
        encoding: "utf8",
      });
      expect({ status, stderr: status === 0 ? "" : stderr }).toEqual({ status: 0, stderr: "" });
    },
    LONGEST,
  );
});
