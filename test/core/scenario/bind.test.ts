/** A strategy that names groups and counts days from the start of policy, in the words of an ecosystem. */
import { describe, expect, it } from "vitest";
import { bindStrategy } from "../../../src/core/scenario/bind.ts";
import { checkScenario } from "../../../src/core/scenario/check.ts";
import { calendarOf, compile } from "../../../src/core/scenario/compile.ts";
import { formatPath } from "../../../src/core/scenario/path.ts";
import { dateFrom, isPolicyDay } from "../../../src/core/scenario/period.ts";
import type { Strategy } from "../../../src/core/scenario/schema/strategy.ts";
import { settingsOf, smallEcosystem, strategyOf } from "../../laws/world.ts";

const plain = smallEcosystem();
const [authority] = Object.keys(plain.authorities) as [string];
const legs = Object.keys(plain.legs).sort().slice(0, 2);
const [jurisdiction] = Object.keys(plain.jurisdictions) as [string];
const GROUPS = {
  policyStart: "2015-01-31",
  groups: {
    authorities: { lead: [authority], pair: Object.keys(plain.authorities).slice(0, 2) },
    legs: { busy: legs },
    jurisdictions: { home: [jurisdiction] },
  },
};
const ecosystem = smallEcosystem(GROUPS);
const rescue = { kind: "search-and-rescue", coverage: 0.3, rampWeeks: 0 };
const general = strategyOf({
  rescue: { ...rescue, start: "policy + 13 weeks", until: "policy + 1 month", legs: ["busy", legs[0]] },
  patrols: { kind: "shock", lever: "prosecution", where: ["home"], value: 2, rampWeeks: 0, start: "policy" },
  looks: { kind: "assess", start: "2015-06-01", by: "lead" },
});
const exact = strategyOf({
  rescue: { ...rescue, start: "2015-05-02", until: "2015-02-28", legs },
  patrols: { kind: "shock", lever: "prosecution", where: [jurisdiction], value: 2, rampWeeks: 0, start: "2015-01-31" },
  looks: { kind: "assess", start: "2015-06-01", by: authority },
});

describe("binding", () => {
  it("puts members for groups and dates for days of policy, and leaves the rest", () => {
    expect(bindStrategy(general, ecosystem)).toEqual(exact);
  });

  it("twice is once", () => {
    expect(bindStrategy(bindStrategy(general, ecosystem), ecosystem)).toEqual(exact);
  });

  it("counts from the start of an ecosystem that does not say when policy begins", () => {
    expect(dateFrom("policy", "2014-01-06")).toBe("2014-01-06");
    const { looks } = bindStrategy(strategyOf({ looks: { kind: "assess", start: "policy", by: authority } }), plain).instruments;
    expect(looks.start).toBe(plain.start);
  });

  it("is part of compiling", () => {
    const settings = settingsOf();
    const model = (strategy: Strategy) =>
      compile(ecosystem, strategy, settings, 1).instruments.map(({ first, uses }) => [first, uses]);
    expect(model(general)).toEqual(model(exact));
    expect(calendarOf(ecosystem, settings).weeks).toBeGreaterThan(0);
  });
});

describe("days of policy", () => {
  it.each(["policy", "policy + 13 weeks", "policy + 1 year"])("%s is one", (text) => expect(isPolicyDay(text)).toBe(true));
  it.each(["policy+1 week", "policy - 1 week", "policy + 0 weeks", "2018-06-04", "politics"])("%s is none", (text) =>
    expect(isPolicyDay(text)).toBe(false),
  );
});

describe("mistakes", () => {
  const found = (strategy: Strategy, of = ecosystem) => {
    const { ecosystem: here, strategy: there } = checkScenario(of, strategy, settingsOf());
    return [...here, ...there]
      .filter(({ severity }) => severity === "error")
      .map(({ path, message }) => `${formatPath(path)}: ${message}`);
  };

  it("a group where one name is wanted has one member", () => {
    const looks = { kind: "assess", start: "policy", by: "pair" };
    expect(found(strategyOf({ looks }))).toEqual([
      "instruments.looks.by: the group pair has 2 members, and one name is wanted here",
    ]);
  });

  it("a name that is neither is said", () => {
    expect(found(strategyOf({ rescue: { ...rescue, start: "policy", legs: ["nowhere"] } }))).toEqual([
      'instruments.rescue.legs[0]: the ecosystem has no leg called "nowhere"',
    ]);
  });

  it("a group has a name of its own, and members that exist", () => {
    const groups = { legs: { [legs[0] as string]: legs, lost: ["nowhere"] } };
    expect(found(strategyOf(), smallEcosystem({ groups })).sort()).toEqual([
      'groups.legs.lost[0]: the ecosystem has no leg called "nowhere"',
    ]);
    expect(found(strategyOf(), smallEcosystem({ groups: { legs: { [legs[0] as string]: legs } } }))).toEqual([
      `groups.legs.${legs[0]}: a leg has this name already`,
    ]);
  });
});
