/** From what a user types to a scenario that can be run, and what is said when it cannot. */
import fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { formatIssues } from "../../src/formats/issue-text.ts";
import { resolveScenario, type ScenarioRequest } from "../../src/node/scenario.ts";
import { fixture, tiny } from "../fixtures/tiny.ts";

const said = async (request: ScenarioRequest) => formatIssues((await resolveScenario(request)).issues);

describe("a scenario", () => {
  it("is an ecosystem with the strategy none and the settings of a run by default", async () => {
    const scenario = await tiny();
    expect(scenario).toMatchObject({ name: "tiny", settings: { replicates: 1, seed: 1 } });
    expect(scenario.strategy.name).toBe("none");
    expect(scenario.ecosystem.legs["coast-port"]?.cost.value).toBe(150);
  });

  it("is what a scenario file says, with names and paths that count from the file", async () => {
    const scenario = await tiny({ scenario: fixture("tiny-scenario.yaml") });
    expect(scenario).toMatchObject({
      name: "tiny-2015",
      settings: { seed: "pilot", scale: 15, end: "2015-12-27" },
      strategy: { name: "tiny-shaping" },
      ecosystem: { name: "tiny", mechanisms: { gossip: false, doubt: true } },
    });
    expect(scenario.ecosystem.legs["coast-port"]?.cost.value).toBe(160);
    expect(scenario.sources.map(({ file }) => file.split("/").at(-1))).toEqual([
      "tiny-scenario.yaml",
      "base.yaml",
      "tiny.yaml",
      "tiny-shaping.yaml",
    ]);
  });

  it("takes what is typed over what is written", async () => {
    const scenario = await tiny({
      scenario: fixture("tiny-scenario.yaml"),
      strategy: "none",
      seed: "007",
      scale: "50",
      record: "every=8",
      replicates: "3",
      set: ["legs.coast-port.cost=170", "legs.coast-port.price.value=900"],
    });
    expect(scenario.settings).toMatchObject({ seed: "007", scale: 50, recordWeeks: 8, replicates: 3 });
    expect(scenario.strategy.name).toBe("none");
    expect(scenario.ecosystem.legs["coast-port"]).toMatchObject({
      cost: { value: 170 },
      price: { value: 900 },
    });
  });

  it("can have the strategy changed by path too", async () => {
    const { strategy } = await tiny({
      scenario: fixture("tiny-scenario.yaml"),
      set: ["instruments.rounds.number=7"],
    });
    expect(strategy.instruments.rounds).toMatchObject({ number: { value: 7 } });
  });

  it("says everything that is wrong at once, with the place", async () => {
    const text = await said({
      scenario: fixture("tiny.yaml"),
      strategy: "nonee",
      seed: "",
      scale: "10%",
      start: "2015-02-30",
      set: ["legs.coast-prot.cost=1", "migrants.offers=2x", "oops"],
    });
    expect(text).toContain('nonee: there is no strategy called "nonee"');
    expect(text).toContain("Did you mean none?");
    expect(text).toContain("--seed:");
    expect(text).toMatch(/--scale: .*write 0.1/);
    expect(text).toMatch(/--start: .*ends on 2015-02-28/);
    expect(text).toMatch(/--set:1:\d+ .*legs\.coast-port\.cost/);
    expect(text).toMatch(/--set:2:\d+ migrants\.offers: .*write 2 alone/);
    expect(text).toMatch(/--set:3:\d+/);
  });

  it("is told of a published figure about no outcome of a run", async () => {
    const text = await said({
      scenario: fixture("tiny.yaml"),
      set: ["targets.arrivals-2015.metric=arivals"],
    });
    expect(text).toMatch(/--set:1:\d+ targets\.arrivals-2015\.metric: .*Did you mean arrivals\?/);
  });

  it("names the nearest of what there is", async () => {
    expect(await said({ scenario: "central-mediteranean" })).toContain("Did you mean central-mediterranean?");
    expect(await said({ scenario: "central-med" })).toContain("Did you mean central-mediterranean?");
    expect(await said({ scenario: "no/such.yaml" })).toContain("there is no file");
  });
});

describe("a scenario file", () => {
  let root: string;
  beforeEach(() => {
    root = fs.mkdtempSync(join(tmpdir(), "corridor-scenario-"));
  });
  afterEach(() => {
    fs.rmSync(root, { recursive: true, force: true });
  });
  const file = (name: string, lines: readonly string[]) => {
    fs.writeFileSync(join(root, name), lines.join("\n"));
    return join(root, name);
  };

  it("is told where its own mistakes are", async () => {
    const path = file("mine.yaml", [
      "format: corridor/scenario@1",
      "name: mine",
      `ecosystem: ${fixture("tiny.yaml")}`,
      "run:",
      "  end: 2014-01-01",
      "set:",
      "  legs.coast-port.weeks: 2%",
      "  mechanisms.gosip: false",
    ]);
    const text = await said({ scenario: path });
    expect(text).toMatch(/mine\.yaml:7:\d+ legs\.coast-port\.weeks/);
    expect(text).toMatch(/mine\.yaml:8:\d+ .*Did you mean mechanisms\.gossip\?/);
    const dates = await said({ scenario: path, set: [] });
    expect(dates).toContain("mine.yaml");
  });

  it("is told of dates that do not fit, at their place", async () => {
    const path = file("mine.yaml", [
      "format: corridor/scenario@1",
      "name: mine",
      `ecosystem: ${fixture("tiny.yaml")}`,
      "run:",
      "  end: 2014-01-01",
    ]);
    expect(await said({ scenario: path })).toMatch(/mine\.yaml:5:8 run\.end: .*before it starts/);
  });

  it("is told of names that its strategy uses and the ecosystem has not, at their place", async () => {
    const path = file("mine.yaml", [
      "format: corridor/strategy@1",
      `extends: ${fixture("tiny-shaping.yaml")}`,
      "name: mine",
      "instruments:",
      "  rounds:",
      "    legs: [coast-prot]",
    ]);
    expect(await said({ scenario: fixture("tiny.yaml"), strategy: path })).toMatch(
      /mine\.yaml:6:12 instruments\.rounds\.legs\[0\]: .*Did you mean coast-port\?/,
    );
  });

  it("runs with a warning", async () => {
    const path = file("late.yaml", [
      "format: corridor/strategy@1",
      `extends: ${fixture("tiny-shaping.yaml")}`,
      "name: late",
      "instruments: { rounds: { start: 2030-01-07 } }",
    ]);
    const { scenario, issues } = await resolveScenario({ scenario: fixture("tiny.yaml"), strategy: path });
    expect(scenario?.strategy.name).toBe("late");
    expect(issues).toEqual([expect.objectContaining({ severity: "warning", line: 4 })]);
  });
});
