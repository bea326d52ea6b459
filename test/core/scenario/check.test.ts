/** Each check has a corridor that breaks it, and the unbroken one passes them all. */
import { beforeAll, describe, expect, it } from "vitest";
import { checkScenario } from "../../../src/core/scenario/check.ts";
import { formatPath, parsePath } from "../../../src/core/scenario/path.ts";
import type { RunSettings } from "../../../src/core/scenario/schema/scenario.ts";
import type { Ecosystem, Strategy } from "../../../src/core/scenario/schema/strategy.ts";
import { fixture, tiny } from "../../fixtures/tiny.ts";

interface Parts {
  readonly ecosystem: Ecosystem;
  readonly strategy: Strategy;
  readonly settings: RunSettings;
}
interface Tree {
  [key: string]: Tree;
}
/** Values by path; a function copies from elsewhere, `undefined` removes. */
type Changes = Readonly<Record<string, unknown>>;

let sound: Parts;
beforeAll(async () => {
  sound = await tiny({ strategy: fixture("tiny-shaping.yaml") });
});

function changed(changes: Changes): Parts {
  const parts = structuredClone({
    ecosystem: sound.ecosystem,
    strategy: sound.strategy,
    settings: sound.settings,
  }) as unknown as Tree;
  for (const [text, value] of Object.entries(changes)) {
    const path = (parsePath(text) ?? []).map(String);
    const last = path.pop() as string;
    const holder = path.reduce((node, key) => node[key], parts);
    if (value === undefined) delete holder[last];
    else holder[last] = (typeof value === "function" ? value(parts) : value) as Tree;
  }
  return parts as unknown as Parts;
}

/** What is said of the small corridor after some changes. */
function saidAfter(changes: Changes): string[] {
  const { ecosystem, strategy, settings } = changed(changes);
  const checked = checkScenario(ecosystem, strategy, settings);
  return [...checked.ecosystem, ...checked.strategy, ...checked.run].map(
    ({ path, severity, message }) => `${severity} ${formatPath(path)}: ${message}`,
  );
}

const copies = (count: number, of: string, kind: string) => (parts: Tree) => ({
  ...parts.ecosystem[kind],
  ...Object.fromEntries(Array.from({ length: count }, (_, i) => [`copy-${i}`, parts.ecosystem[kind][of]])),
});
const LEG = "ecosystem.legs.coast-port";
const PEOPLE = "ecosystem.communities.villagers";
const ROUNDS = "strategy.instruments.rounds";

describe("the parts of a scenario fit together", () => {
  it("in the small corridor", () => {
    expect(saidAfter({})).toEqual([]);
  });

  it("names exist: in values, lists, keys of maps, instruments and shocks", () => {
    const issues = saidAfter({
      [`${LEG}.to`]: "prot",
      [`${LEG}.services`]: ["boats", "boat"],
      [`${PEOPLE}.stock`]: { cost: { value: 1 } },
      "ecosystem.conduct.predatory.harms.deth": { value: 0 },
      "ecosystem.shocks.war": {
        kind: "shock",
        start: "2015-03-02",
        lever: "wage",
        where: ["coast-port"],
        value: { value: 1 },
        rampWeeks: { value: 0 },
      },
      [`${ROUNDS}.by`]: "uniom",
    });
    expect(issues).toEqual([
      'error legs.coast-port.to: the ecosystem has no node called "prot"',
      'error legs.coast-port.services[1]: the ecosystem has no service called "boat"',
      'error communities.villagers.stock.cost: the ecosystem has no node called "cost"',
      'error conduct.predatory.harms.deth: the ecosystem has no harm called "deth"',
      'error shocks.war.where[0]: the ecosystem has no node called "coast-port"',
      'error instruments.rounds.by: the ecosystem has no authority called "uniom"',
    ]);
  });

  it("suggests the name that was meant", () => {
    const { ecosystem, strategy, settings } = changed({ [`${LEG}.to`]: "prot" });
    const [issue] = checkScenario(ecosystem, strategy, settings).ecosystem;
    expect(issue).toMatchObject({ suggestion: "port", allowed: "village, coast, port" });
  });

  it.each<[string, Changes, RegExp]>([
    ["a run that ends before it starts", { "settings.end": "2014-01-01" }, /error end: .*before/],
    ["an ecosystem that ends before it starts", { "ecosystem.end": "2014-01-01" }, /error end: .*before/],
    ["a run shorter than a week", { "settings.end": "2015-01-06" }, /shorter than a week/],
    ["a run too long", { "settings.end": "2100-01-06" }, /error end: the run has \d+ weeks/],
    ["until before start", { [`${ROUNDS}.until`]: "2015-01-01" }, /error .*rounds.until/],
    ["use after the run", { [`${ROUNDS}.start`]: "2020-01-01" }, /warning .*after the run/],
    [
      "force before the run",
      { [`${ROUNDS}.start`]: "2013-01-01", [`${ROUNDS}.until`]: "2014-01-01" },
      /warning .*rounds.until: ends on/,
    ],
    [
      "a single use before the run",
      { [`${ROUNDS}.start`]: "2013-01-01", [`${ROUNDS}.every`]: undefined },
      /warning .*single use/,
    ],
    ["nowhere to go", { [LEG]: undefined }, /no legs lead from village to port/],
    ["a leg in a circle", { [`${LEG}.to`]: "coast" }, /leads back/],
    ["a leg to an origin", { [`${LEG}.to`]: "village" }, /is an origin/],
    ["a leg from a destination", { "ecosystem.legs.village-coast.from": "port" }, /leaves port/],
    [
      "a boat on land",
      { "ecosystem.legs.village-coast.vessels": ["bus", "rubber-boat"] },
      /vessels\[1\]: rubber-boat goes by sea/,
    ],
    ["a destination that is none", { [`${PEOPLE}.destination`]: "coast" }, /is not a destination/],
    ["an origin that is a destination", { [`${PEOPLE}.origin`]: "port" }, /port is a destination/],
    ["workers where there is no work", { [`${PEOPLE}.stock`]: { village: { value: 5 } } }, /warning .*offers no work/],
    ["no death", { "ecosystem.harms.death.effect": "none" }, /no harm has the effect death/],
    [
      "two deaths",
      { "ecosystem.harms.drowning": (parts: Tree) => parts.ecosystem.harms.death },
      /death has the effect death already/,
    ],
    ["equal severities", { "ecosystem.conduct.coercive.severity": { value: 1 } }, /the severity 1 already/],
    [
      "death by conduct",
      { "ecosystem.conduct.predatory.harms.death": { value: 0.1 } },
      /follows from wrecks and interceptions, not from conduct/,
    ],
    [
      "a cost of nothing",
      { "ecosystem.costs.patrol": (parts: Tree) => parts.ecosystem.costs.assess },
      /no instrument called patrol/,
    ],
    [
      "two figures for one year",
      { "ecosystem.targets.again": (parts: Tree) => parts.ecosystem.targets["arrivals-2015"] },
      /arrivals-2015 is about arrivals in 2015 already/,
    ],
    ["escrow with nobody to hold it", { [`${LEG}.payment`]: "escrow" }, /none of its services holds/],
    ["armed groups with nobody to pay", { [`${LEG}.territorial`]: true }, /none of its services protects/],
    ["too many harms", { "ecosystem.harms": copies(16, "physical-abuse", "harms") }, /error harms: \d+ harms/],
    [
      "too many communities",
      { "ecosystem.communities": copies(64, "villagers", "communities") },
      /error communities: 65 communities/,
    ],
    ["no community", { "ecosystem.communities": {} }, /the ecosystem has no communities/],
    ["too many births", { [`${PEOPLE}.births`]: { value: 4_000_000 }, "settings.scale": 1 }, /births: 76662 births a week/],
    [
      "too many people at the start",
      { [`${PEOPLE}.stock`]: { coast: { value: 4_000_000 } }, "settings.scale": 1 },
      /stock: 4000000 persons/,
    ],
  ])("unless there is %s", (_, changes, said) => {
    const issues = saidAfter(changes);
    expect(issues.join("\n")).toMatch(said);
    expect(issues.length).toBeLessThanOrEqual(2);
  });
});

describe("the scale", () => {
  it("is said to be coarse from less than one seat a week and smuggler, with the coarsest that is not", () => {
    const { ecosystem, strategy, settings } = changed({ "settings.scale": 25, [`${LEG}.smugglerCapacity`]: { value: 60 } });
    const { run } = checkScenario(ecosystem, strategy, settings);
    expect(run).toMatchObject([{ severity: "warning", path: ["scale"], allowed: expect.stringMatching(/^20 or less/) }]);
    expect(run[0]?.message).toContain("0.8 seats a week on village-coast");
    expect(checkScenario(ecosystem, strategy, { ...settings, scale: 20 }).run).toEqual([]);
  });
});
