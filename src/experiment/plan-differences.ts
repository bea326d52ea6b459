/** In which ways two plans differ, in words. */
import { canonicalText } from "./canonical.ts";
import type { PlanDocument } from "./plan.ts";

const same = (a: unknown, b: unknown): boolean => canonicalText(a ?? null) === canonicalText(b ?? null);
const written = (value: unknown): string => JSON.stringify(value) ?? "nothing";

export function planDifferences(there: PlanDocument, here: PlanDocument): string[] {
  const found: string[] = [];
  const say = (what: string, a: unknown, b: unknown) => {
    if (!same(a, b)) found.push(`${what} ${written(a)} there, ${written(b)} here`);
  };
  say("name", there.name, here.name);
  say("version of Corridor", there.version, here.version);
  if (there.version === here.version) say("build of Corridor", there.engine, here.engine);
  const settings = new Set([...Object.keys(there.settings), ...Object.keys(here.settings)]);
  for (const key of settings) {
    say(`run.${key}`, Reflect.get(there.settings, key), Reflect.get(here.settings, key));
  }
  const names = ({ ecosystems, strategies }: PlanDocument) => [...ecosystems, ...strategies].map(({ name }) => name);
  say("ecosystems and strategies", names(there), names(here));
  if (same(names(there), names(here))) {
    const contents = [...there.ecosystems, ...there.strategies];
    [...here.ecosystems, ...here.strategies].forEach((one, i) => {
      if (!same(one, contents[i])) found.push(`another content of ${one.name}`);
    });
  }
  say("baseline", there.baseline, here.baseline);
  say("design", there.design, here.design);
  const knobs = ({ knobs: all }: PlanDocument) => all.map(({ dimension }) => dimension.name);
  say("uncertainties", knobs(there), knobs(here));
  if (same(knobs(there), knobs(here)) && !same(there.knobs, here.knobs)) found.push("other ranges of uncertainties");
  if (!same(there.imported, here.imported)) found.push("other imported points");
  if (!same(there.record, here.record)) found.push("another record of results");
  say("until", there.until, here.until);
  say("analyses", there.analyses, here.analyses);
  say("question", there.question, here.question);
  if (!same(there.mixtures, here.mixtures)) found.push("other mixtures of instruments");
  return found.length > 0 ? found : ["a difference that has no name"];
}
