import type { Information, Worth } from "../information.ts";
import { about, caveats, list, spread, subject } from "./phrases.ts";

/** A finding is more than one of twenty chances. */
const LEVEL = 0.05;

/** Which unknown is worth research first; or that none would change the choice. */
export function informationWords(one: Information, label?: string): string[] {
  const { rows, all, points, choice, outcome, confidence } = one;
  const what = `${subject(one, label)}, ${points} points`;
  const end = caveats({ trials: points, without: one.without });
  const gain = ({ value }: Worth) => spread(value, outcome.unit, confidence);
  const isShown = ({ p, value }: Worth) => p <= LEVEL && value.value > 0;
  if (!rows.some(({ value }) => !Number.isNaN(value.value))) {
    return [`${what}: not estimable, too few points have a value of every strategy.`, ...end];
  }
  const together = rows.length > 1 && isShown(all) ? [`To know all of them would be worth ${gain(all)}.`] : [];
  const [first, ...others] = rows.filter(isShown);
  if (!first) {
    const names = list(rows.map(({ name }) => name));
    const [top] = rows;
    const largest =
      top && top.value.value > 0
        ? [
            `The largest estimate, ${gain(top)} for ${top.name}, is no more than chance gives (${about(top.byChance)} on average).`,
          ]
        : [];
    return [
      `${what}: as far as these show, research on none of ${names} ${together.length > 0 ? "alone " : ""}would change the choice of ${choice}.`,
      ...largest,
      ...together,
      ...end,
    ];
  }
  return [
    `${what}: ${first.name} is worth research first: to know it before choosing gains ${gain(first)} on average over choosing ${choice} now.`,
    ...(others.length > 0 ? [`Then ${list(others.map((one) => `${one.name}, worth ${gain(one)}`))}.`] : []),
    ...together,
    ...end,
  ];
}
