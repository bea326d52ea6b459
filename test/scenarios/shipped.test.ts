/** The shipped files: they merge, the schema accepts them, every name exists, every figure says how far to trust it. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { INSTRUMENTS } from "../../src/core/instruments/index.ts";
import { bindStrategy } from "../../src/core/scenario/bind.ts";
import { scenarioSchema } from "../../src/core/scenario/schema/scenario.ts";
import { ecosystemSchema, strategySchema } from "../../src/core/scenario/schema/strategy.ts";
import {
  dangling,
  danglingPlaces,
  errors,
  homesOf,
  namesIn,
  ROOT,
  read,
  resolve,
  type Tree,
  ungraded,
  usedSources,
} from "./documents.ts";

const strategies = namesIn("strategies");
const ecosystems = namesIn("ecosystems").filter((name) => name !== "base");
const sources = read("sources.yaml");

describe("sources", () => {
  const entry = z.strictObject({
    title: z.string().min(1),
    publisher: z.string().min(1),
    year: z.int().min(1900).max(2100),
    url: z.url({ protocol: /^https?$/ }),
    licence: z.string().min(1).optional(),
    note: z.string().min(1).optional(),
  });

  test("have title, publisher, year and a public address", () => {
    expect(
      errors(z.strictObject({ format: z.literal("corridor/sources@1"), sources: z.record(z.string(), entry) }), sources),
    ).toEqual([]);
  });

  test("each figure's source is listed, and each listed source is used", () => {
    const files = [
      ...namesIn("ecosystems").map((name) => read(`ecosystems/${name}.yaml`)),
      ...strategies.map((name) => read(`strategies/${name}.yaml`)),
      ...namesIn("templates").map((name) => read(`templates/${name}.yaml`)),
    ];
    const prose = ecosystems.map((name) => readFileSync(new URL(`ecosystems/${name}.md`, ROOT), "utf8")).join("\n");
    const used = new Set(usedSources(files));
    const listed = Object.keys(sources.sources as Tree);
    expect([...used].filter((key) => !listed.includes(key))).toEqual([]);
    expect(listed.filter((key) => !used.has(key) && !prose.includes(`\`${key}\``))).toEqual([]);
  });
});

describe.each(ecosystems)("ecosystem %s", (name) => {
  const ecosystem = resolve("ecosystems", name);

  test("is accepted under the name of its file", () => {
    expect(errors(ecosystemSchema, ecosystem)).toEqual([]);
    expect(ecosystem.name).toBe(name);
  });

  test("names only what it defines", () => {
    expect(dangling(ecosystemSchema, ecosystem, ecosystem)).toEqual([]);
    expect(danglingPlaces(ecosystem.shocks as Tree, ecosystem)).toEqual([]);
  });

  test("grades every figure", () => {
    expect(ungraded(ecosystemSchema, ecosystem)).toEqual([]);
  });

  test("has a cost for every kind of instrument, and for nothing else", () => {
    expect(Object.keys(ecosystem.costs as Tree).sort()).toEqual(INSTRUMENTS.map(({ kind }) => kind).sort());
  });

  test("every leg leads on to a destination, and every community can reach its own", () => {
    const legs = Object.values(ecosystem.legs as Record<string, { from: string; to: string }>);
    const reached = (from: string): Set<string> => {
      const seen = new Set([from]);
      for (const node of seen) for (const leg of legs) if (leg.from === node) seen.add(leg.to);
      return seen;
    };
    const communities = Object.entries(
      ecosystem.communities as Record<string, { origin: string; destination: string; stock: Tree }>,
    );
    const stranded = communities.flatMap(([community, { origin, destination, stock }]) =>
      [origin, ...Object.keys(stock)].filter((node) => !reached(node).has(destination)).map((node) => `${community} at ${node}`),
    );
    expect(stranded).toEqual([]);
    const destinations = new Set(communities.map(([, { destination }]) => destination));
    expect(legs.filter(({ to }) => ![...reached(to)].some((node) => destinations.has(node)))).toEqual([]);
  });

  test("vessels travel as their legs do, and probabilities of harm rise with severity", () => {
    const vessels = ecosystem.vessels as Record<string, { mode: string }>;
    const legs = ecosystem.legs as Record<string, { mode: string; vessels: string[] }>;
    const wrong = Object.entries(legs).filter(([, leg]) => leg.vessels.some((vessel) => vessels[vessel].mode !== leg.mode));
    expect(wrong.map(([leg]) => leg)).toEqual([]);
    const levels = Object.values(
      ecosystem.conduct as Record<string, { severity: { value: number }; harms: Record<string, { value: number }> }>,
    ).sort((a, b) => a.severity.value - b.severity.value);
    for (const harm of Object.keys(levels[0].harms)) {
      const byLevel = levels.map((level) => level.harms[harm].value);
      expect(byLevel, harm).toEqual([...byLevel].sort((a, b) => a - b));
    }
  });
});

describe.each(strategies)("strategy %s", (name) => {
  const written = resolve("strategies", name);

  test("is accepted under the name of its file", () => {
    expect(errors(strategySchema, written)).toEqual([]);
    expect(written.name).toBe(name);
    expect(homesOf(name, ecosystems)).not.toEqual([]);
  });

  test("says what it costs a year", () => {
    expect(written.about).toMatch(/costs? (about|nothing)/i);
  });

  describe.each(homesOf(name, ecosystems))("in %s", (home) => {
    const ecosystem = resolve("ecosystems", home);
    const strategy = bindStrategy(strategySchema.parse(written), ecosystemSchema.parse(ecosystem)) as unknown as Tree;

    test("names only what the ecosystem defines", () => {
      expect(dangling(strategySchema, strategy, ecosystem)).toEqual([]);
      expect(danglingPlaces(strategy.instruments as Tree, ecosystem)).toEqual([]);
    });

    test("is in force within its time", () => {
      const instruments = Object.values(strategy.instruments as Record<string, { start: string }>);
      for (const { start } of instruments) {
        expect(start >= String(ecosystem.start) && start <= String(ecosystem.end), start).toBe(true);
      }
    });

    test("lists nobody whom its authority has not assessed before", () => {
      const instruments = Object.values(strategy.instruments as Record<string, { kind: string; by: string; start: string }>);
      for (const listing of instruments.filter(({ kind }) => kind === "designate")) {
        const before = instruments.filter(
          ({ kind, by, start }) => kind === "assess" && by === listing.by && start <= listing.start,
        );
        expect(before, `${listing.by} ${listing.start}`).not.toEqual([]);
      }
    });

    test("lists no more in a year than its authority can", () => {
      const authorities = ecosystem.authorities as Record<string, { listingsPerYear: { value: number } }>;
      const perYear = new Map<string, number>();
      const instruments = Object.values(
        strategy.instruments as Record<string, { kind: string; by: string; number: { value: number }; every?: string }>,
      );
      for (const { kind, by, number, every } of instruments) {
        if (kind !== "designate") continue;
        const months = every === undefined ? 12 : Number(/^(\d+) months$/.exec(every)?.[1]);
        perYear.set(by, (perYear.get(by) ?? 0) + (number.value * 12) / months);
      }
      for (const [by, number] of perYear) expect(number, by).toBeLessThanOrEqual(authorities[by].listingsPerYear.value);
    });
  });
});

describe("templates", () => {
  test("are accepted as they are", () => {
    const scenario = read("templates/scenario.yaml");
    expect(errors(scenarioSchema, scenario)).toEqual([]);
    expect(strategies).toContain(scenario.strategy);
    expect(ecosystems).toContain(scenario.ecosystem);
    const strategy = resolve("strategies", "", "templates/strategy.yaml");
    expect(errors(strategySchema, strategy)).toEqual([]);
    const ecosystem = resolve("ecosystems", "", "templates/ecosystem.yaml");
    expect(dangling(strategySchema, strategy, ecosystem)).toEqual([]);
    expect(errors(ecosystemSchema, ecosystem)).toEqual([]);
    expect(dangling(ecosystemSchema, ecosystem, ecosystem)).toEqual([]);
  });
});

test("every file names its schema in the first line, for editors", () => {
  const kinds = {
    ...{ ecosystems: "ecosystem", strategies: "strategy", experiments: "experiment" },
    ...{ calibrations: "calibration", ensembles: "ensemble" },
  } as const;
  for (const [folder, kind] of Object.entries(kinds)) {
    for (const name of namesIn(folder)) {
      const first = readFileSync(new URL(`${folder}/${name}.yaml`, ROOT), "utf8").split("\n", 1)[0];
      expect(first, name).toBe(`# yaml-language-server: $schema=../schema/${kind}.schema.json`);
    }
  }
});
