/** A program that says how it was called, in places whose names try to be more than names. */
import fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Each would be something else to a shell, to Slurm or to GNU parallel, if it were not quoted. */
export const HOSTILE_NAMES = [
  "plain",
  "with spaces  two",
  "it's",
  'say "yes"',
  "$HOME $PATH $(touch owned) `touch owned`",
  "a;b&c|d>e<f*?[g]!h#i~",
  "%A_%a%%j",
  "back\\slash",
  "{} {.} {#} {%} {1} {= die =} {",
  "-n --help",
  "line\nbreak",
  "tab\tstop",
  "größe €",
  ":::",
];

export interface Called {
  /** The arguments after the program. */
  readonly argv: readonly string[];
  readonly folder: string;
  readonly word: string | undefined;
  readonly pid: number;
}

// CommonJS: Node finds no module below a folder with a backslash in its name.
const PROGRAM = `
const { appendFileSync } = require("node:fs");
const argv = process.argv.slice(2);
appendFileSync(argv[0], JSON.stringify({ argv, folder: process.cwd(), word: process.env.WORD, pid: process.pid }) + "\\n");
process.exitCode = argv.at(-1) === "3" ? 7 : 0;
`;

export interface Place {
  /** A folder of that name, the only thing in `around`. */
  readonly folder: string;
  readonly around: string;
  /** The program, in the folder: its first argument must be `calls`; it fails with status 7 for the last argument 3. */
  readonly program: string;
  readonly calls: string;
  /** What it was called with, in the order of its calls. */
  called(): Called[];
}

export function makePlace(name: string): Place {
  const around = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), "corridor-hostile-")));
  const folder = join(around, name);
  fs.mkdirSync(folder);
  const [program, calls] = [join(folder, "corridor.cjs"), join(folder, "calls")];
  fs.writeFileSync(program, PROGRAM);
  const called = () =>
    fs
      .readFileSync(calls, "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Called);
  return { folder, around, program, calls, called };
}
