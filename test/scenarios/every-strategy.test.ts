/** Every shipped strategy runs on every shipped ecosystem it is for, some weeks around its first date, and loses nobody. */
import { describe, expect, test } from "vitest";
import { formatDate, parseDate } from "../../src/core/calendar.ts";
import { simulate } from "../../src/core/run.ts";
import { bindStrategy } from "../../src/core/scenario/bind.ts";
import { checkScenario } from "../../src/core/scenario/check.ts";
import { compile } from "../../src/core/scenario/compile.ts";
import { runSchema } from "../../src/core/scenario/schema/scenario.ts";
import { ecosystemSchema, type InstrumentDocument, strategySchema } from "../../src/core/scenario/schema/strategy.ts";
import { homesOf, namesIn, resolve } from "./documents.ts";

const [BEFORE, AFTER] = [2, 6]; // weeks
const DAYS = 7;
const ecosystems = namesIn("ecosystems").filter((name) => name !== "base");
const parsed = new Map(ecosystems.map((name) => [name, ecosystemSchema.parse(resolve("ecosystems", name))]));
const strategies = namesIn("strategies").map((name) => strategySchema.parse(resolve("strategies", name)));

describe.each(ecosystems)("in %s", (home) => {
  const ecosystem = parsed.get(home) as NonNullable<ReturnType<typeof parsed.get>>;
  const fitting = strategies.filter(({ name }) => homesOf(name, ecosystems).includes(home));

  test.each(fitting.map((strategy) => [strategy.name, strategy] as const))("%s", (_, general) => {
    const strategy = bindStrategy(general, ecosystem);
    const instruments = Object.values(strategy.instruments) as unknown as InstrumentDocument[];
    const first = instruments.map(({ start }) => start).sort()[0] ?? ecosystem.start;
    const day = Math.max(parseDate(ecosystem.start) as number, (parseDate(first) as number) - BEFORE * DAYS);
    const settings = runSchema.parse({
      start: formatDate(day),
      end: formatDate(day + (BEFORE + AFTER) * DAYS),
      warmupWeeks: 4,
      scale: 200,
    });
    const { ecosystem: here, strategy: there } = checkScenario(ecosystem, general, settings);
    expect([...here, ...there].filter(({ severity }) => severity === "error")).toEqual([]);
    const { outcome } = simulate(compile(ecosystem, general, settings, 1), { check: true });
    expect(outcome.trips).toBeGreaterThan(0);
    if (instruments.length > 0) expect(outcome.spend).toBeGreaterThan(0);
    else expect(outcome.spend).toBe(0);
  });
});
