/** What `why` says an actor decides is what it then does: every rule, many actors, many weeks. */
import { describe, expect, it } from "vitest";
import { parseDate, weekOfDay } from "../../src/core/calendar.ts";
import { step } from "../../src/core/run.ts";
import { type Explanation, explainDecision, type WhyProblem } from "../../src/core/why.ts";
import { createWorld } from "../../src/core/world/create.ts";
import { actorName } from "../../src/core/world/identity.ts";
import type { Model } from "../../src/core/world/model.ts";
import { RICH } from "./rich-strategy.ts";
import { modelOf } from "./world.ts";

interface Doing {
  readonly before: string;
  readonly after: string;
  /** What it had learned of its demand when it decided. */
  readonly elasticity: number;
}

/** How each actor behaved before and after each week. */
function doings(model: Model): Map<string, Doing>[] {
  const world = createWorld(model);
  const now = () => {
    const { uid, level, conceal } = world.smugglers.columns;
    const name = (row: number) => `${model.labels.level[level[row]]}${conceal[row] === 1 ? ", concealed" : ""}`;
    return new Map([...world.active].map((row) => [actorName(uid[row]), name(row)]));
  };
  return Array.from({ length: model.calendar.weeks }, (_, week) => {
    const before = now();
    step(world, week);
    const after = now();
    const both = [...before].filter(([actor]) => after.has(actor));
    const { uid, elasticity } = world.smugglers.columns;
    const learned = new Map([...world.active].map((row) => [actorName(uid[row]), elasticity[row]]));
    return new Map(
      both.map(([actor, was]) => [
        actor,
        { before: was, after: after.get(actor) as string, elasticity: learned.get(actor) as number },
      ]),
    );
  });
}

const ask = (model: Model, actor: string, week: number) => explainDecision(model, { who: { actor }, week });

/** A review of conduct, flat. */
function reviewIn(found: Explanation | WhyProblem) {
  if (!("decisions" in found)) return undefined;
  const [review] = found.decisions;
  return review ? { ...review, actor: found.actor, date: found.date } : undefined;
}

/** Some actors in some weeks, some who changed (those who keep to their ways prove little), and newcomers. */
function asked(weeks: readonly ReadonlyMap<string, Doing>[]): [string, number][] {
  const pairs = weeks.flatMap((actors, week) => [...actors].map(([actor, doing]) => ({ actor, week, doing })));
  const changed = pairs.filter(({ doing }) => doing.before !== doing.after);
  const newcomers = pairs.filter(({ actor, week }) => week > 0 && !weeks[week - 1].has(actor));
  const few = (all: typeof pairs, count: number) => all.filter((_, i) => i % Math.ceil(all.length / count) === 0);
  const some = [...few(changed, 8), ...few(newcomers, 6), ...few(pairs, 5)];
  return some.map(({ actor, week }) => [actor, week]);
}

describe.each(["logit", "satisficing", "imitation"])("%s", (rule) => {
  const changes = { end: "2015-12-27", smugglers: { conductReview: { rule, imitation: 0.8 } } };
  const model = modelOf({ changes, instruments: RICH });
  const weeks = doings(model);

  it("does what it explains", () => {
    const reviews = asked(weeks)
      .map(([actor, week]) => reviewIn(ask(model, actor, week)))
      .filter((one) => one !== undefined);
    expect(reviews.length).toBeGreaterThan(10);
    expect(reviews.some(({ before, chosen }) => before !== chosen)).toBe(true);
    for (const { actor, date, before, chosen, state } of reviews) {
      const week = weekOfDay(model.calendar, parseDate(date) as number);
      const elasticity = state.find(({ name }) => name === "learned elasticity")?.value;
      expect({ actor, date, ...weeks[week].get(actor) }).toEqual({
        actor,
        date,
        before,
        after: chosen,
        elasticity,
      });
    }
  });

  it("explains a review in the week in which somebody changed", () => {
    const changes = weeks.flatMap((actors, week) =>
      [...actors].filter(([, doing]) => doing.before !== doing.after).map(([actor]) => ({ actor, week })),
    );
    for (const { actor, week } of changes.filter((_, i) => i % Math.ceil(changes.length / 5) === 0)) {
      const found = ask(model, actor, week);
      expect("date" in found && weekOfDay(model.calendar, parseDate(found.date) as number)).toBe(week);
    }
  });

  it("adds up", () => {
    const [actor, week] = asked(weeks)[0];
    const found = reviewIn(ask(model, actor, week));
    expect(found?.rule).toContain(rule);
    for (const { terms, total } of found?.options ?? []) {
      const sum = terms.reduce((all, { value }) => all + value, 0);
      expect(Math.abs(sum - total)).toBeLessThan(1e-9 * (1 + Math.abs(total)));
    }
  });
});

it("says who is unknown and who is gone", () => {
  const model = modelOf();
  expect(ask(model, "nobody", 10)).toMatchObject({ problem: "unknown actor" });
  const weeks = doings(model);
  const last = weeks.at(-1) as Map<string, Doing>;
  const gone = [...weeks[0].keys()].find((actor) => !last.has(actor)) as string;
  expect(ask(model, gone, weeks.length - 2)).toMatchObject({ problem: "gone" });
});
