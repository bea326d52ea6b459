/** Where the lines, bands and ticks of a chart over time lie: numbers and paths, no elements. */
export interface Line {
  readonly key: string;
  readonly label: string;
  /** Class of the style: its colour and dashes. */
  readonly look: string;
  readonly values: Float64Array;
  readonly low?: Float64Array | undefined;
  readonly high?: Float64Array | undefined;
}

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Drawn {
  readonly lines: readonly { readonly line: Line; readonly path: string; readonly band: string; readonly labelY: number }[];
  readonly ticks: readonly { readonly value: number; readonly y: number }[];
  readonly y: (value: number) => number;
  readonly x: (window: number) => number;
}

const TICKS = 5;
/** Pixels between the labels of two lines. */
const LABEL_ROOM = 14;

/** @param windows how many places there are along the line */
export function draw(lines: readonly Line[], windows: number, frame: Frame): Drawn {
  const [least, most] = extent(lines);
  const step = niceStep((most - least) / TICKS);
  const bottom = Math.floor(least / step) * step;
  const top = Math.max(bottom + step, Math.ceil(most / step) * step);
  const inner = { width: frame.width - frame.left - frame.right, height: frame.height - frame.top - frame.bottom };
  const x = (window: number) => frame.left + (windows > 1 ? (window / (windows - 1)) * inner.width : 0);
  const y = (value: number) => frame.top + (1 - (value - bottom) / (top - bottom)) * inner.height;
  const count = Math.round((top - bottom) / step);
  return {
    x,
    y,
    ticks: Array.from({ length: count + 1 }, (_, i) => ({ value: bottom + i * step, y: y(bottom + i * step) })),
    lines: spread(
      lines.map((line) => ({
        line,
        path: pathOf(line.values, x, y),
        band: bandPath(line, x, y),
        labelY: y(lastOf(line.values)),
      })),
      frame,
    ),
  };
}

/** From the least to the largest, zero included where nothing is negative. */
function extent(lines: readonly Line[]): [number, number] {
  let least = 0;
  let most = 0;
  for (const { values, low, high } of lines) {
    for (const column of [values, low, high]) {
      for (const value of column ?? []) {
        if (value < least) least = value;
        if (value > most) most = value;
      }
    }
  }
  return most > least ? [least, most] : [least, least + 1];
}

function niceStep(rough: number): number {
  const size = 10 ** Math.floor(Math.log10(rough));
  const digit = [1, 2, 2.5, 5, 10].find((one) => one * size >= rough) ?? 10;
  return digit * size;
}

function pathOf(values: Float64Array, x: (i: number) => number, y: (value: number) => number): string {
  let path = "";
  let isOn = false;
  values.forEach((value, i) => {
    if (Number.isNaN(value)) isOn = false;
    else {
      path += `${isOn ? "L" : "M"}${x(i).toFixed(1)},${y(value).toFixed(1)}`;
      isOn = true;
    }
  });
  return path;
}

function bandPath({ low, high }: Line, x: (i: number) => number, y: (value: number) => number): string {
  if (!low || !high) return "";
  const there = Array.from(low.keys()).filter((i) => !Number.isNaN(low[i]) && !Number.isNaN(high[i]));
  if (there.length < 2) return "";
  const point = (i: number, of: Float64Array) => `${x(i).toFixed(1)},${y(of[i] as number).toFixed(1)}`;
  const back = [...there].reverse();
  return `M${there.map((i) => point(i, high)).join("L")}L${back.map((i) => point(i, low)).join("L")}Z`;
}

function lastOf(values: Float64Array): number {
  for (let i = values.length - 1; i >= 0; i--) if (!Number.isNaN(values[i])) return values[i] as number;
  return 0;
}

/** Moves labels apart that would lie upon each other, no more than that takes, and within the frame. */
function spread<T extends { readonly labelY: number }>(lines: readonly T[], frame: Frame): T[] {
  const order = lines.map((_, i) => i).sort((a, b) => (lines[a]?.labelY ?? 0) - (lines[b]?.labelY ?? 0));
  const places = lines.map(({ labelY }) => labelY);
  let least = frame.top;
  for (const i of order) {
    places[i] = Math.max(places[i] ?? 0, least);
    least = (places[i] ?? 0) + LABEL_ROOM;
  }
  let most = frame.height - frame.bottom;
  for (const i of order.reverse()) {
    places[i] = Math.min(places[i] ?? 0, most);
    most = (places[i] ?? 0) - LABEL_ROOM;
  }
  return lines.map((line, i) => ({ ...line, labelY: places[i] ?? 0 }));
}
