/** Every claim of every pattern at every point, judged point by point. */
import type { Readings } from "../readings.ts";
import { type ClaimedPair, measureClaim } from "./measured.ts";
import type { PatternsPlan } from "./planned.ts";
import type { Try } from "./points.ts";
import type { Claim, Pattern } from "./schema.ts";
import { type Judged, judgeClaims, type PatternVerdict, patternVerdict } from "./verdict.ts";

export interface Tried extends Judged {
  readonly pattern: string;
  /** Its name; "placebo" and "probe" for these two. */
  readonly name: string;
  readonly role: "claim" | "placebo" | "probe";
  readonly claim: Claim;
  readonly point: number;
  readonly pair?: ClaimedPair;
  /** Why nothing could be measured. */
  readonly reason: string;
}

export interface Decided {
  readonly pattern: string;
  readonly point: number;
  readonly verdict: PatternVerdict;
  /** The placebo does what the arm is claimed to do. */
  readonly placeboToo: boolean;
}

export interface Outcome {
  readonly rows: readonly Tried[];
  readonly verdicts: readonly Decided[];
}

/** @param ecosystem number in the plan */
export function tryPatterns(readings: Readings, { patterns, tries, start }: PatternsPlan, ecosystem: number): Outcome {
  const rows: Tried[] = [];
  const verdicts: Decided[] = [];
  tries.forEach((_, point) => {
    const asked = Object.entries(patterns).flatMap(([pattern, of]) => claimsOf(of).map((one) => ({ pattern, ...one })));
    const found = asked.map((one) => ({ ...one, pair: measureClaim(readings, { ecosystem, point }, one.claim, start) }));
    const judged = judgeClaims(found.map(({ claim, pair }) => ({ claim, pair: typeof pair === "string" ? undefined : pair })));
    const own = found.map(({ pair, ...one }, i): Tried => {
      const verdict = judged[i] as Judged;
      return typeof pair === "string"
        ? { ...one, ...verdict, point, reason: pair }
        : { ...one, ...verdict, point, pair, reason: "" };
    });
    rows.push(...own);
    for (const [pattern, of] of Object.entries(patterns)) {
      const mine = own.filter((row) => row.pattern === pattern);
      const probe = mine.find(({ role }) => role === "probe");
      const placebo = mine.find(({ role }) => role === "placebo");
      const claims = mine.filter(({ role }) => role === "claim").map(({ verdict }) => verdict);
      verdicts.push({
        ...{ pattern, point },
        verdict: patternVerdict(claims, of.byConstruction !== undefined, probe?.verdict),
        placeboToo: placebo?.verdict === "holds" && claims[0] === "holds",
      });
    }
  });
  return { rows, verdicts };
}

function claimsOf({ claims, placebo, probe }: Pattern): { name: string; role: Tried["role"]; claim: Claim }[] {
  const all = Object.entries(claims).map(([name, claim]) => ({ name, role: "claim" as const, claim }));
  const [first] = all;
  return [
    ...all,
    ...(placebo !== undefined && first
      ? [{ name: "placebo", role: "placebo" as const, claim: { ...first.claim, arm: placebo } }]
      : []),
    ...(probe ? [{ name: "probe", role: "probe" as const, claim: probe }] : []),
  ];
}

/** "default", "rule imitation", "without gossip". */
export function triedIn({ of, name }: Try): string {
  if (of === "default") return "at the defaults";
  if (of === "mechanism") return `without ${name}`;
  return of === "box" ? `in the box (${name})` : `${of} ${name}`;
}
