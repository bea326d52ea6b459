/** Round numbers on a short axis. */

const STEPS = [1, 2, 2.5, 5, 10];
/** Less is nothing: powers of ten below it lose their digits. */
const LEAST_SPAN = 1e-300;

export interface RoundAxis {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
}

/** An axis from a round number to another around all that is to be seen, zero always. @param wanted ticks, about */
export function roundAxis(values: readonly number[], wanted = 3): RoundAxis {
  const known = values.filter(Number.isFinite);
  const [least, most] = [Math.min(0, ...known), Math.max(0, ...known)];
  if (most - least < LEAST_SPAN) return { low: -1, high: 1, ticks: [-1, 0, 1] };
  const rough = (most - least) / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * (STEPS.find((one) => one * power >= rough) ?? 1);
  const [from, to] = [Math.floor(least / step), Math.ceil(most / step)];
  const ticks = Array.from({ length: to - from + 1 }, (_, i) => Number(((from + i) * step).toPrecision(12)));
  return { low: from * step, high: to * step, ticks };
}
