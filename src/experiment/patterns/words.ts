/** Patterns in plain sentences: what went against the expectation first. */
import { decimalsFor, figure, signed } from "../compare/figures.ts";
import { possibleChange } from "../possible.ts";
import type { Carrier } from "./carriers.ts";
import type { PatternsPlan } from "./planned.ts";
import type { Try } from "./points.ts";
import { type Decided, type Outcome, type Tried, triedIn } from "./tried.ts";
import { type Judged, type PatternVerdict, WORST_FIRST } from "./verdict.ts";

const PER_CENT = 100;
const SHOWN = 6;
/** Below this a p is not told apart. */
const SMALLEST_P = 0.001;

type ClaimSaid = Pick<Tried, "name" | "claim" | "pair" | "verdict" | "reason" | "p" | "pHolm" | "family">;

export function patternWords({ rows, verdicts }: Outcome, carriers: readonly Carrier[], planned: PatternsPlan): string[] {
  const names = Object.keys(planned.patterns);
  const here = names.map((name) =>
    verdicts.find(({ pattern, point }) => pattern === name && planned.tries[point]?.of === "default"),
  );
  const order = (verdict: PatternVerdict | undefined) => WORST_FIRST.indexOf(verdict ?? "not told");
  const sorted = names.map((name, i) => ({ name, at: here[i] })).sort((a, b) => order(a.at?.verdict) - order(b.at?.verdict));
  return [
    tally(here, names.length),
    ...sorted.flatMap(({ name, at }) => {
      const pattern = planned.patterns[name];
      const own = rows.filter((row) => row.pattern === name && planned.tries[row.point]?.of === "default");
      const elsewhere = verdicts.filter((one) => one.pattern === name && planned.tries[one.point]?.of !== "default");
      return [
        `${(at?.verdict ?? "not told").toUpperCase()} - ${pattern?.title ?? name}`,
        ...own.map((row) => `  ${claimWords(row)}`),
        ...(at?.placeboToo ? ["  The placebo does it too: it is not what the arm stands for that does it."] : []),
        ...(at?.verdict === "by construction"
          ? [`  ${pattern?.byConstruction ?? "Not even the probe moved it: it could not have failed."}`]
          : []),
        ...elsewhereWords(elsewhere, planned),
        ...carrierWords(carriers.filter((one) => one.pattern === name)),
      ];
    }),
  ];
}

function tally(verdicts: readonly (Decided | undefined)[], patterns: number): string {
  const counts = WORST_FIRST.map((verdict) => [verdict, verdicts.filter((one) => one?.verdict === verdict).length] as const);
  const said = counts.filter(([, n]) => n > 0).map(([verdict, n]) => `${n} ${verdict}`);
  return `${patterns} ${patterns === 1 ? "pattern" : "patterns"} at the defaults: ${said.join(", ")}. Failures first.`;
}

/** "interdict against none, deaths per attempt (year 3): expected higher, is -3 % (-9 to +4 %; 4 pairs): not told". */
export function claimWords({ name, claim, pair, verdict, reason, ...judged }: ClaimSaid): string {
  const { arm, against, outcome, part, expect, low, high, period, perSpend } = claim;
  const of = `${part === undefined ? "" : `${part} part of `}${outcome}${perSpend ? " averted per million" : ""}`;
  const band =
    expect === "between"
      ? `${percent(low)} to ${percent(high)}`
      : expect === "little"
        ? `within ${percent(claim.within)}`
        : expect;
  const subject = `${name}: ${arm} against ${against}, ${of}, ${period}: expected ${band}`;
  if (!pair) return `${subject}; ${reason}: not told.`;
  const { measured } = pair;
  const change = possibleChange(measured.outcome, pair.change);
  const { n } = measured;
  const decimals = decimalsFor(((change.high - change.low) / 2) * PER_CENT, [change.low * PER_CENT, change.high * PER_CENT]);
  const size = (x: number) => signed(x * PER_CENT, decimals);
  const interval = `95 % interval ${size(change.low)} to ${size(change.high)} %; ${n} pairs`;
  return `${subject}; is ${size(change.value)} % (${interval}): ${verdict}${aloneWords(verdict, measured.alpha, judged)}.`;
}

/** An interval alone may show what is not told: then it has to be said that it is one of many. */
function aloneWords(
  verdict: Tried["verdict"],
  alpha: number,
  { p, pHolm, family }: Pick<Judged, "p" | "pHolm" | "family">,
): string {
  if (verdict !== "not told" || !(p < alpha)) return "";
  const decimals = decimalsFor(Math.max(pHolm, SMALLEST_P), [pHolm]);
  return `: told alone, but not among ${family} claims (p = ${figure(pHolm, decimals)} after Holm's correction)`;
}

const percent = (share = Number.NaN) => `${Number((share * PER_CENT).toFixed(1))} %`;

const PLACES: readonly { readonly of: Try["of"]; readonly said: string }[] = [
  { of: "rule", said: "other rules" },
  { of: "alternative", said: "alternatives" },
  { of: "mechanism", said: "switches" },
  { of: "box", said: "points of the box" },
];

function elsewhereWords(verdicts: readonly Decided[], { tries }: PatternsPlan): string[] {
  return PLACES.flatMap(({ of, said }): string[] => {
    const here = verdicts.filter(({ point }) => tries[point]?.of === of);
    if (here.length === 0) return [];
    const groups = WORST_FIRST.flatMap((verdict): string[] => {
      const found = here.filter((one) => one.verdict === verdict);
      if (found.length === 0) return [];
      const isNamed = of !== "box" && (found.length <= SHOWN || verdict !== "holds") && found.length <= here.length / 2 + SHOWN;
      const names = found.map(({ point }) => triedIn(tries[point] as Try));
      const list = isNamed && found.length <= 2 * SHOWN ? ` (${names.join(", ")})` : "";
      return [`${found.length} ${verdict}${list}`];
    });
    return [`  Of ${here.length} ${said}: ${groups.join(", ")}.`];
  });
}

function carrierWords(carriers: readonly Carrier[]): string[] {
  const claims = [...new Set(carriers.map(({ claim }) => claim))];
  return claims.flatMap((claim) => {
    const own = carriers.filter((one) => one.claim === claim);
    const named = (does: Carrier["does"]) => own.filter((one) => one.does === does).map(({ mechanism }) => mechanism);
    const [carry, against] = [named("carries"), named("works against")];
    const said = [
      ...(carry.length > 0 ? [`carried by ${carry.join(", ")}`] : []),
      ...(against.length > 0 ? [`held back by ${against.join(", ")}`] : []),
    ];
    return [`  ${claim}: ${said.length > 0 ? said.join("; ") : "no single mechanism is shown to carry it"}.`];
  });
}
