/** Numbers for people: thousands apart, as many digits as they deserve. */

const DIGITS_IN_GROUP = /\B(?=(\d{3})+(?!\d))/g;

/** "12,345.6"; a dash for what is missing. */
export function formatNumber(value: number, digits = 0): string {
  if (Number.isNaN(value)) return "–";
  const [whole = "", fraction] = value.toFixed(digits).split(".");
  const grouped = whole.replace(DIGITS_IN_GROUP, ",");
  const text = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  return /^-[0.,]*$/.test(text) ? text.slice(1) : text;
}

/** "1 run", "20 runs", "3 communities". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}

const SIGNIFICANT = 4;
const PLAIN_FROM = 1e-4;
const PLAIN_TO = 1e9;

/** A parameter as somebody would write it: 0.35, 1300, 2e-7. */
export function formatQuantity(value: number): string {
  if (value === 0) return "0";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "-∞";
  const size = Math.abs(value);
  if (size < PLAIN_FROM || size >= PLAIN_TO) return value.toExponential(SIGNIFICANT - 1).replace(/\.?0+(?=e)/, "");
  return String(Number(value.toPrecision(SIGNIFICANT + 2)));
}

const BARS = "▁▂▃▄▅▆▇█";

/** A series as a line of bars, from 0 to its largest; a blank for what is missing. */
export function sparkline(values: readonly number[]): string {
  const present = values.filter((value) => !Number.isNaN(value));
  const [low, high] = [Math.min(0, ...present), Math.max(0, ...present)];
  return values
    .map((value) => {
      if (Number.isNaN(value)) return " ";
      const level = high === low ? 0 : Math.round(((value - low) / (high - low)) * (BARS.length - 1));
      return BARS[level];
    })
    .join("");
}
