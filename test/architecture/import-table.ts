/**
 * Who may import whom. A file belongs to the first layer whose `of` is its path or a folder above it, and may
 * import what that layer names and nothing else. A file of `src/` that belongs to no layer breaks the rule too:
 * a new folder says here where it stands.
 */
export interface Layer {
  /** A file, or a folder with a slash at its end. */
  readonly of: string;
  /** Files and folders of ours. */
  readonly may: readonly string[];
  /** Files and folders of which only types may be imported. */
  readonly mayTypes?: readonly string[];
  /** Packages; `node:` stands for everything in Node, `*` for every package that is not Node's. */
  readonly packages?: readonly string[];
}

/** Nouns and arithmetic that know nothing of the subject. They may use each other, without cycles. */
const GROUND = [
  "src/core/random/",
  "src/core/math/",
  "src/core/math.ts",
  "src/core/frame.ts",
  "src/core/table.ts",
  "src/core/units.ts",
  "src/core/calendar.ts",
  "src/core/issue.ts",
  "src/core/choice.ts",
];
const DEFINITIONS = ["src/core/quantity.ts", "src/core/catalogue.ts"];
const CATALOGUES = ["src/core/behaviours/", "src/core/instruments/", "src/core/metrics/"];
const INDEXES = CATALOGUES.map((folder) => `${folder}index.ts`);
/** The words of a scenario file that entries of catalogues share: names, references, dates. */
const WORDS = "src/core/scenario/schema/";
/** The core as outer rings see it, and the two nouns in which rings talk: results and complaints. */
const CORE = ["src/core/index.ts", "src/core/table.ts", "src/core/issue.ts"];
/** Work of one phase that fills files of its own. */
const PARTS_OF_PHASES = ["src/core/policy/", "src/core/reasons/"];

const ground: Layer[] = GROUND.map((of) => ({ of, may: GROUND }));

const definitions: Layer[] = DEFINITIONS.map((of) => ({
  of,
  may: ["src/core/units.ts", "src/core/calendar.ts", "src/core/issue.ts", ...DEFINITIONS],
  packages: ["zod"],
}));

const catalogues: Layer[] = CATALOGUES.flatMap((folder) => [
  { of: `${folder}index.ts`, may: [folder, "src/core/catalogue.ts", "src/core/world/"] },
  // Not its own folder: an entry knows no sibling. Not the phases: they come after.
  {
    of: folder,
    may: [
      "src/core/world/",
      "src/core/random/",
      "src/core/math.ts",
      "src/core/choice.ts",
      "src/core/units.ts",
      "src/core/calendar.ts",
      WORDS,
      ...DEFINITIONS,
    ],
    packages: ["zod"],
  },
]);

const core: Layer[] = [
  {
    of: "src/core/world/",
    may: [...GROUND, ...DEFINITIONS, "src/core/world/"],
    mayTypes: ["src/core/scenario/", "zod"],
  },
  { of: "src/core/phases/index.ts", may: ["src/core/phases/", "src/core/world/"] },
  ...["src/core/phases/", ...PARTS_OF_PHASES].map((of) => ({
    of,
    may: [
      "src/core/world/",
      "src/core/random/",
      "src/core/math.ts",
      "src/core/choice.ts",
      "src/core/units.ts",
      "src/core/frame.ts",
      "src/core/catalogue.ts",
      ...PARTS_OF_PHASES,
      ...INDEXES,
    ],
  })),
  {
    of: "src/core/scenario/",
    may: ["src/core/scenario/", ...INDEXES, ...DEFINITIONS, ...GROUND, "src/core/world/"],
    packages: ["zod", "fastest-levenshtein"],
  },
  { of: "src/core/", may: ["src/core/"] },
];

const DESIGNS = ["src/designs/", "src/experiment/"];
/** Drawings: data in, SVG out. They know nothing of ours, so that a page takes them without the rest. */
const CHARTS = "src/charts/";
const REPORT = [...DESIGNS, CHARTS, "src/report/"];
const FORMATS = [...REPORT, "src/formats/"];

/** Isomorphic: they run in Node and in a browser, so none imports anything of Node. */
const ring1: Layer[] = [
  ...DESIGNS.map((of) => ({ of, may: [...CORE, ...DESIGNS], packages: ["*"] })),
  { of: CHARTS, may: [CHARTS], packages: ["*"] },
  { of: "src/report/", may: [...CORE, ...REPORT], packages: ["*"] },
  // Documents are read by the nouns of the scenario: paths, findings, merging.
  { of: "src/formats/", may: [...CORE, ...FORMATS, "src/core/scenario/"], packages: ["*"] },
];

/** What the page of the lab may take of the core itself: words and dates, no model. */
const PAGE_OF_CORE = ["src/core/scenario/path.ts", "src/core/scenario/period.ts", "src/core/calendar.ts"];
/** Modules that the build of the lab makes. */
const BUILT = ["corridor:shipped", "corridor:land", "corridor:worker"];

const INNER = ["src/core/", ...FORMATS];

const ring2: Layer[] = [
  // The library: what a program may call.
  { of: "src/index.ts", may: ["src/core/index.ts", "src/core/table.ts", "src/formats/csv.ts"] },
  { of: "src/node/", may: [...INNER, "src/node/"], packages: ["*", "node:"] },
  { of: "src/cli/", may: [...INNER, "src/node/", "src/cli/"], packages: ["*", "node:"] },
  { of: "src/bench/", may: [...INNER, "src/node/", "src/bench/"], packages: ["*", "node:"] },
  // Runs in a browser. The page sees the engine as messages only, so that the core stays out of its thread.
  {
    of: "src/lab/page/",
    may: ["src/lab/", "src/experiment/", "src/charts/", "src/formats/", ...PAGE_OF_CORE],
    mayTypes: CORE,
    packages: ["preact", "preact/hooks", ...BUILT],
  },
  { of: "src/lab/", may: [...INNER, "src/charts/", "src/lab/"], packages: ["*"] },
  // Runs before anything is installed or compiled.
  { of: "src/setup.mjs", may: ["src/setup/"], packages: ["node:"] },
  // Runs when packages are there.
  { of: "src/setup/library-reference.mjs", may: [], packages: ["node:", "typescript"] },
  { of: "src/setup/lab.mjs", may: ["src/setup/"], packages: ["node:", "esbuild", "yaml"] },
  { of: "src/setup/program.mjs", may: ["src/setup/"], packages: ["node:", "esbuild"] },
  { of: "src/setup/land.mjs", may: [], packages: ["node:", "topojson-client"] },
  { of: "src/setup/", may: ["src/setup/"], packages: ["node:"] },
];

export const LAYERS: readonly Layer[] = [...ground, ...definitions, ...catalogues, ...core, ...ring1, ...ring2];

/** Folders where a thing is a file and one line of `index.ts`. */
export const CATALOGUE_FOLDERS: readonly string[] = [
  ...CATALOGUES,
  "src/core/phases/",
  "src/designs/",
  "src/experiment/designs/",
  "src/formats/outputs/",
  "src/report/figures/",
  "src/cli/commands/",
  "src/cli/commands/sweep/",
  "src/node/cluster/engines/",
];
