/** What came of a calibration, in plain words. */
import type { Calibrated } from "./calibration.ts";
import type { Check } from "./checks.ts";
import { type Correlated, type Identified, tellingCorrelation, type Verdict } from "./identify.ts";
import { effectiveSize, normalised } from "./posterior.ts";
import type { Rejected, Side } from "./regions.ts";

export interface Findings {
  readonly calibrated: Calibrated;
  readonly identified: readonly Identified[];
  readonly correlated: readonly Correlated[];
  readonly checks: readonly Check[];
  readonly rejected: readonly Rejected[];
}

export interface Section {
  readonly head: string;
  readonly sentences: readonly string[];
}

const DIGITS = 3;
const short = (value: number): string => String(Number(value.toPrecision(DIGITS)));
const PERCENT = 100;
const span = ({ from, until }: { from: number; until: number }): string => (from === until ? `${from}` : `${from} to ${until}`);
const percent = (share: number): string => `${Math.round(share * PERCENT)} %`;
const list = (words: readonly string[]): string => words.join(", ");
const counted = (n: number, one: string): string => `${n} ${one}${n === 1 ? "" : "s"}`;
/** Of correlations and rejected regions: the tables have all. */
const SHOWN = 6;

/** Whether the shipped values belong to the ensemble: as good as its sets, and each among their values. */
export function areDefaultsInside({
  calibrated: { defaults, state },
  identified,
}: Pick<Findings, "calibrated" | "identified">): boolean {
  return defaults.misfit <= (state.kept.at(-1)?.misfit ?? 0) && identified.every(({ isInside }) => isInside);
}

/** The first section is the answer. */
export function summaryOf(findings: Findings): Section[] {
  return [
    { head: "What was found", sentences: answer(findings) },
    { head: "What the figures say about the parameters", sentences: parameters(findings) },
    { head: "Rejected", sentences: rejections(findings) },
    { head: "Figures that were fitted", sentences: figures(findings.checks.filter(({ isFitted }) => isFitted)) },
    { head: "Figures that were held out", sentences: heldOut(findings.checks.filter(({ isFitted }) => !isFitted)) },
    { head: "What this does not say", sentences: limits(findings) },
  ];
}

function answer(findings: Findings): string[] {
  const { calibrated } = findings;
  const { plan, state, tried, defaults } = calibrated;
  const size = effectiveSize(normalised(state.kept));
  const worst = state.kept.at(-1)?.misfit ?? Number.NaN;
  const failed = tried.filter(({ misfit }) => !Number.isFinite(misfit)).length;
  const inside = areDefaultsInside(findings);
  const outside = findings.identified.filter(({ isInside }) => !isInside).map(({ dimension }) => dimension.name);
  return [
    `${counted(state.kept.length, "set")} of ${counted(plan.knobs.length, "parameter")} were accepted of ${tried.length} that were tried, with a misfit from ${short(state.kept[0]?.misfit ?? Number.NaN)} to ${short(worst)}; by their weights they tell as much as ${short(size)}.`,
    `Fitted: ${counted(plan.targets.length, "figure")} of ${span(plan.years)}. A misfit of 1 is one standard deviation from the usual figure: half a band, the model's own error and luck taken together.`,
    `The search ended after ${counted(state.waves.length, "wave")}: ${state.ended ?? ""}.`,
    ...(failed > 0
      ? [`${counted(failed, "set")} could not be played to the end, or gave no value for a figure, and were not accepted.`]
      : []),
    `The shipped values have a misfit of ${short(defaults.misfit)} and ${inside ? "lie inside the ensemble" : "lie outside the ensemble"}${outside.length > 0 ? ` (${list(outside)})` : ""}.`,
  ];
}

function parameters({ identified, correlated, calibrated }: Findings): string[] {
  const named = (verdict: Verdict) => identified.filter((one) => one.verdict === verdict);
  const told = (one: Identified) =>
    `${one.dimension.name} (${short(one.low)} to ${short(one.high)}, of ${short(one.priorLow)} to ${short(one.priorHigh)})`;
  const line = (what: string, rows: readonly Identified[]) => (rows.length > 0 ? [`${what}: ${list(rows.map(told))}.`] : []);
  const telling = correlated.filter(({ correlation }) => Math.abs(correlation) > tellingCorrelation(calibrated));
  return [
    ...line("Identified, half of the prior or less is left", named("identified")),
    ...line("Narrowed", named("narrowed")),
    ...line("Not identified, the figures say next to nothing", named("not identified")),
    telling.length === 0
      ? "No two parameters stand in for each other, as far as so many sets can show."
      : `Parameters that stand in for each other: ${list(telling.slice(0, SHOWN).map(({ first, second, correlation }) => `${first} with ${second} (${correlation.toFixed(2)})`))}.`,
  ];
}

function rejections({ rejected }: Findings): string[] {
  if (rejected.length === 0) return ["No region of the priors could be rejected."];
  const more = rejected.length - SHOWN;
  return [
    ...rejected.slice(0, SHOWN).map(({ sides, tried, share }) => {
      return `${sides.map(sideText).join(" together with ")}: ${tried} sets were tried there, and ${percent(share)} of the ensemble lies there.`;
    }),
    ...(more > 0 ? [`${counted(more, "further region")}: rejected.csv.`] : []),
  ];
}

function sideText({ dimension, low, high }: Side): string {
  if (dimension.kind === "range" && low === dimension.low) return `${dimension.name} below ${short(high)}`;
  if (dimension.kind === "range" && high === dimension.high) return `${dimension.name} above ${short(low)}`;
  return `${dimension.name} from ${short(low)} to ${short(high)}`;
}

function figures(checks: readonly Check[]): string[] {
  const outside = checks.filter(({ isInside }) => !isInside);
  const covered = checks.filter(({ isCovered }) => isCovered).length;
  return [
    `The mean of the ensemble lies in the published band for ${checks.length - outside.length} of ${checks.length} figures; the figure itself lies in the ensemble's 90 % interval for ${covered}. The runs had luck that was not fitted to.`,
    ...outside.map(outsideText),
  ];
}

function heldOut(checks: readonly Check[]): string[] {
  return checks.length === 0 ? ["None was played."] : figures(checks);
}

function outsideText({ target, mean, low, high, defaults }: Check): string {
  return `Outside: ${target.title}, ${short(mean)} (${short(low)} to ${short(high)}; shipped values ${short(defaults)}), published ${short(target.value)} (${short(target.low)} to ${short(target.high)}).`;
}

function limits({ calibrated: { plan } }: Findings): string[] {
  return [
    "Drivers of demand are put in from outside by year, and some of the figures were looked at while they were set: agreement is no validation.",
    `All sets were played with the same luck at a scale of ${plan.settings.scale}; a coarse scale is biased as well as noisy, so another scale may accept other sets.`,
    "The sets are equally good answers to these figures, and no best one is named: use them together.",
    "Parameters that were not free stay as they are shipped, and the structure of the model is not in question here.",
  ];
}
