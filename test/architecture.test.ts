/**
 * The rules that keep the house in order, each with a small offender that it must catch: a rule that cannot fail
 * proves nothing.
 */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { catalogues, cycles, importTable } from "./architecture/import-rules.ts";
import { CATALOGUE_FOLDERS, LAYERS } from "./architecture/import-table.ts";
import {
  type Exception,
  fileLengths,
  fileNames,
  lockedHosts,
  machinePaths,
  purity,
  switchedOffTests,
  unfinished,
} from "./architecture/rules.ts";
import { namesInCode, scenarioNames } from "./architecture/scenario-names.ts";
import { readRepository, type SourceFile } from "./architecture/source.ts";

const LONGEST = 300; // lines
const LONG_FILES: readonly Exception[] = [];
const ORDINARY_NAMES: readonly Exception[] = [
  { name: "base", because: "an ordinary word of code; the file that other ecosystems inherit from" },
  { name: "none", because: "an ordinary word of code; the strategy of that name is an empty list" },
  { name: "follow-up", because: "also the kind of an instrument, whose file defines it" },
];
const OPTIONAL_TESTS: readonly Exception[] = [
  {
    name: "test/cluster/where-installed.ts",
    because: "Slurm cannot be installed everywhere; it says why, and nobody else skips",
  },
];

interface Rule {
  readonly name: string;
  readonly broken: (files: readonly SourceFile[]) => string[];
  /** Texts of files by path; together they break the rule in `offences` places. */
  readonly offender: Readonly<Record<string, string>>;
  readonly offences: number;
}

const rules: readonly Rule[] = [
  {
    name: "imports follow the table",
    broken: (files) => importTable(files, LAYERS),
    offender: {
      "src/core/metrics/deaths.ts": 'import { abuse } from "./abuse.ts";\nimport "../phases/travel.ts";',
      "src/core/phases/travel.ts": 'export { die } from "./die.ts";',
      "src/core/world/create.ts": 'import { z } from "zod";\nimport type { z as zod } from "zod";',
      "src/core/math.ts": 'import { readFileSync } from "node:fs";',
      "src/lab/engine/worker.ts": 'const pool = await import("../../node/pool.ts");',
      "src/lab/page/app.tsx": 'import { simulate } from "../../core/index.ts";\nexport const a = <p>{simulate}</p>;',
      "src/experiment/plan.ts": 'type World = import("../core/world/create.ts").World;',
      "src/attic/old.ts": "",
    },
    offences: 9,
  },
  {
    name: "no file imports itself through others",
    broken: (files) => cycles(files, { types: false }),
    offender: {
      "src/core/a.ts": 'import { b } from "./b.ts";',
      "src/core/b.ts": 'import { type C, c } from "./c.ts";',
      "src/core/c.ts": 'export * from "./a.ts";',
      "src/core/d.ts": 'import type { D } from "./d.ts";',
    },
    offences: 1,
  },
  {
    name: "no file imports itself through others, types included",
    broken: (files) => cycles(files, { types: true }),
    offender: {
      "src/core/a.ts": 'import type { B } from "./b.ts";',
      "src/core/b.ts": 'import { type A } from "./a.ts";',
    },
    offences: 1,
  },
  {
    name: "the core computes the same everywhere and always",
    broken: purity,
    offender: {
      "src/core/chance.ts": "export const a = Math.random() + Math.exp(1) + Math.hypot(3, 4);",
      "src/core/power.ts": "let a = 2 ** 3;\na **= 2;",
      "src/core/clock.ts": "export const now = new Date();\nconsole.log(performance.now(), process.pid);",
      "src/core/hidden.ts": "const { log } = Math;\nexport const text = (1).toLocaleString();",
      "src/core/clean.ts": '/** Math.random, 2 ** 3 */\nexport const a = Math.sqrt(4) + "Date".length;',
    },
    offences: 11,
  },
  {
    name: "a catalogue lists each of its files once",
    broken: (files) => catalogues(files, CATALOGUE_FOLDERS),
    offender: {
      "src/core/metrics/index.ts": 'import { a } from "./a.ts";\nimport { b } from "./b.ts";\nexport * from "./b.ts";',
      "src/core/metrics/a.ts": "",
      "src/core/metrics/b.ts": "",
      "src/core/metrics/c.ts": "",
    },
    offences: 2,
  },
  {
    name: "files are named after subjects",
    broken: fileNames,
    offender: {
      "src/core/utils.ts": "",
      "src/shared/frame.ts": "",
      "src/node/file-helper.ts": "",
      "test/common.test.ts": "",
      "src/core/base-rate.ts": "",
    },
    offences: 4,
  },
  {
    name: `no file of code is longer than ${LONGEST} lines`,
    broken: (files) => fileLengths(files, LONGEST, LONG_FILES),
    offender: {
      "src/core/long.ts": `${"\n".repeat(LONGEST)}end\n`,
      "src/core/full.ts": "x\n".repeat(LONGEST),
    },
    offences: 1,
  },
  {
    name: "the program knows no scenario by name",
    broken: (files) => namesInCode(files, scenarioNames(files), ORDINARY_NAMES),
    offender: {
      "scenarios/ecosystems/northern-sea.yaml": "jurisdictions: { elbonia: {} }\nnodes: { port-royal: {}, us: {} }",
      "scenarios/strategies/shaping.yaml": "",
      "scenarios/strategies/none.yaml": "",
      "src/core/phases/sail.ts": 'const isShort = from === "us" && leg !== "none"; // shaping for us',
      "src/core/phases/land.ts": "export const portRoyal = 1; // the Northern Sea reaches Elbonia",
      "src/cli/commands/run.ts": 'const strategy = "shaping";',
    },
    offences: 5,
  },
  {
    name: "the lock file names no host",
    broken: lockedHosts,
    offender: { "package-lock.json": '{ "resolved": "https://registry.example/a.tgz" }' },
    offences: 1,
  },
  {
    name: "no path of somebody's machine, no folder beside the repository",
    broken: machinePaths,
    offender: {
      "docs/a.md": `see ../${"shared"}/facts\nor /${"home"}/ada/corridor`,
      "src/b.ts": 'const fine = ["/usr/bin/chromium", "https://example.org/home/"];',
    },
    offences: 2,
  },
  {
    name: "every test runs",
    broken: (files) => switchedOffTests(files, OPTIONAL_TESTS),
    offender: {
      "test/a.test.ts": `it.${"only"}("a");\ndescribe.${"skip"}.each([])("b");\nit.${"todo"}("c");\nit.each([]).${"skip"}("d");`,
    },
    offences: 4,
  },
  {
    name: "work not done is not left in files",
    broken: unfinished,
    offender: { "src/a.ts": `// ${"TO"}DO later\n// ${"FIX"}ME`, "src/b.ts": "const todos = [];" },
    offences: 2,
  },
];

const repository = readRepository(join(import.meta.dirname, ".."));

describe.each(rules)("$name", ({ broken, offender, offences }) => {
  it("holds here", () => {
    expect(broken(repository)).toEqual([]);
  });

  it("is seen to be broken", () => {
    const files = Object.entries(offender).map(([path, text]) => ({ path, text }));
    expect(broken(files)).toHaveLength(offences);
  });
});

it("reads the whole repository", () => {
  const paths = repository.map(({ path }) => path);
  for (const path of ["package.json", ".ci/run", "src/setup/lock.mjs", "src/core/tsconfig.json", "output/README.md"]) {
    expect(paths).toContain(path);
  }
});
