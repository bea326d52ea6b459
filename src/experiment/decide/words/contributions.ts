import type { SplitBetween } from "../contribution.ts";
import { caveats, list, spread, subject, trialsIn } from "./phrases.ts";

/** What the difference between two strategies is made of. */
export function contributionWords({ from, to, contributions }: SplitBetween, label?: string): string[] {
  const { outcome, total, rows, together, confidence, trials, exact } = contributions;
  const what = `${subject(contributions, label)}: from ${from} to ${to}`;
  if (trials === 0) return [`${what}: not estimable, no trial has a value of every mixture.`];
  const said = (estimate: typeof total) => spread(estimate, outcome.unit, confidence);
  const isShown = ({ low, high }: typeof total) => low > 0 || high < 0;
  const sized = [...rows].sort((a, b) => Math.abs(b.value.mean) - Math.abs(a.value.mean));
  const shown = sized.filter(({ value }) => isShown(value));
  const rest = sized.filter(({ value }) => !isShown(value));
  return [
    `${what} the difference is ${said(total)} (${trialsIn(contributions)}).`,
    ...(shown.length > 0 ? [`Of that: ${list(shown.map(({ part, value }) => `${part} ${said(value)}`))}.`] : []),
    ...(rest.length > 0 ? [`No contribution is shown of ${list(rest.map(({ part }) => part))}.`] : []),
    ...(isShown(together) ? [`The parts together change ${said(together)} beyond what each does alone.`] : []),
    ...(exact ? [] : ["Orders of exchange were sampled; the intervals count that."]),
    ...caveats({ trials, without: [] }),
  ];
}
