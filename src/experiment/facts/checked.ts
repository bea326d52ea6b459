/** What each stylised fact comes to in a sweep: in its band, outside, or not told; as a table and in words. */
import { entryOf } from "../../core/index.ts";
import { type Table, type TableSpec, tableBuilder } from "../../core/table.ts";
import { decimalsFor, figure } from "../compare/figures.ts";
import type { Readings } from "../readings.ts";
import { addTo, type Estimate, estimate as estimated, running } from "../stats/running.ts";
import type { Fact, FactsPlan } from "./schema.ts";
import { STATISTIC_BY_KIND } from "./statistics/index.ts";
import { subjectOf } from "./subject.ts";

export type FactVerdict = "holds" | "fails" | "not told";

export interface CheckedFact {
  readonly name: string;
  readonly fact: Fact;
  readonly estimate: Estimate;
  readonly verdict: FactVerdict;
  /** Fails, and nobody said it would. */
  readonly isSurprise: boolean;
  readonly reason: string;
}

export function checkFacts(readings: Readings, { facts, start }: FactsPlan): CheckedFact[] {
  const subject = subjectOf(readings, start);
  return Object.entries(facts).map(([name, fact]) => {
    const found = entryOf(STATISTIC_BY_KIND, String(fact.statistic.kind)).values(subject, fact.statistic);
    const sum = running();
    if (typeof found !== "string") for (const value of found) addTo(sum, value);
    const estimate = estimated(sum);
    const verdict = verdictOf(fact, estimate);
    const isSurprise = verdict === "fails" && fact.knownToFail === undefined;
    return { name, fact, estimate, verdict, isSurprise, reason: typeof found === "string" ? found : "" };
  });
}

/** Never more than the interval allows. */
export function verdictOf({ low, high }: Pick<Fact, "low" | "high">, estimate: Pick<Estimate, "low" | "high">): FactVerdict {
  if (Number.isNaN(estimate.low)) return "not told";
  if (estimate.low >= low && estimate.high <= high) return "holds";
  return estimate.low > high || estimate.high < low ? "fails" : "not told";
}

const text = (name: string, about: string) => ({ name, type: "string" as const, unit: "", about });
const number = (name: string, about: string) => ({ name, type: "number" as const, unit: "as the statistic", about });

const SPEC: TableSpec = {
  name: "facts",
  about: "one row per stylised fact: the statistic over replicates, beside its band",
  primaryKey: ["fact"],
  columns: [
    text("fact", "its name"),
    text("statement", "what is known"),
    text("statistic", "how it is measured in the model"),
    number("band_low", "lower end of the band"),
    number("band_high", "upper end of the band"),
    { name: "n", type: "integer", unit: "runs", about: "replicates with a value" },
    number("mean", "mean over replicates"),
    number("low", "lower end of its 95 % interval (Student t)"),
    number("high", "upper end"),
    text("verdict", "holds: the interval lies in the band; fails: outside; not told: across an end"),
    text("known_to_fail", "why, if it is known to fail"),
    text("source", "where the band comes from"),
    text("grade", "how far the source can be trusted"),
    text("reason", "why nothing could be measured"),
  ],
};

export function factsTable(checked: readonly CheckedFact[]): Table {
  const builder = tableBuilder(SPEC, checked.length);
  for (const { name, fact, estimate, verdict, reason } of checked) {
    const { statement, statistic, low, high, knownToFail = "", source, grade } = fact;
    builder.add([
      ...[name, statement, statisticWords(statistic), low, high, estimate.n, estimate.mean, estimate.low, estimate.high],
      ...[verdict, knownToFail, source, grade, reason],
    ]);
  }
  return builder.finish();
}

const statisticWords = (statistic: Readonly<Record<string, unknown>>) =>
  Object.entries(statistic)
    .map(([key, value]) => (key === "kind" ? String(value) : `${key} ${String(value)}`))
    .join(", ");

const ORDER: readonly FactVerdict[] = ["fails", "not told", "holds"];

export function factWords(checked: readonly CheckedFact[]): string[] {
  const sorted = [...checked].sort((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict));
  const count = (verdict: FactVerdict) => checked.filter((one) => one.verdict === verdict).length;
  const surprises = checked.filter(({ isSurprise }) => isSurprise).length;
  return [
    `${checked.length} stylised ${checked.length === 1 ? "fact" : "facts"}: ${count("fails")} fail (${surprises} of them unexpectedly), ${count("not told")} not told, ${count("holds")} hold.`,
    ...sorted.map(sentence),
  ];
}

function sentence({ fact, estimate, verdict, reason }: CheckedFact): string {
  const { statement, low, high, knownToFail } = fact;
  const decimals = decimalsFor((estimate.high - estimate.low) / 2, [estimate.low, estimate.high, low, high]);
  const is =
    reason === ""
      ? `${figure(estimate.mean, decimals)} (95 % interval ${figure(estimate.low, decimals)} to ${figure(estimate.high, decimals)}; ${estimate.n} runs)`
      : reason;
  const known =
    knownToFail === undefined || verdict === "not told"
      ? ""
      : verdict === "fails"
        ? ` Known: ${knownToFail}`
        : " It was known to fail, and does not here.";
  return `${verdict.toUpperCase()} - ${statement}: ${is}, band ${low} to ${high}.${known}`;
}
