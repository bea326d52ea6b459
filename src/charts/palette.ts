/**
 * Colours, dashes and symbols that stay apart for the colour-blind and in greyscale. Strokes reach a contrast of 3:1 on white.
 * Colours after the categorical palette of the UK Government Analysis Function.
 */
export interface SeriesStyle {
  readonly color: string;
  /** Lengths of dash and gap, px; empty for a whole line. */
  readonly dash: string;
  readonly symbol: "circle" | "square" | "triangle" | "diamond" | "star" | "cross";
}

export const INK = "#0b0c0c";
export const PALE = "#d0d4d8";
/** What the others are compared with. */
export const BASELINE: SeriesStyle = { color: "#3d3d3d", dash: "7 4", symbol: "circle" };

const STYLES: readonly SeriesStyle[] = [
  { color: "#12436d", dash: "", symbol: "square" },
  { color: "#b6480c", dash: "12 3 2 3", symbol: "triangle" },
  { color: "#801650", dash: "3 3", symbol: "diamond" },
  { color: "#1d7a70", dash: "10 4", symbol: "star" },
  { color: "#6b4fa0", dash: "2 5", symbol: "cross" },
];

/** @param index of the series; 0 is the baseline */
export function styleOf(index: number): SeriesStyle {
  if (index === 0) return BASELINE;
  return STYLES[(index - 1) % STYLES.length] ?? BASELINE;
}

/** Fills from light to dark for parts that have an order: as apart in grey as in colour. */
export function ramp(parts: number): string[] {
  const [light, dark] = [0xdc, 0x1c];
  return Array.from({ length: parts }, (_, i) => {
    const grey = parts === 1 ? dark : Math.round(light + ((dark - light) * i) / (parts - 1));
    const channel = (value: number) => Math.max(0, Math.min(255, value)).toString(16).padStart(2, "0");
    return `#${channel(grey - 18)}${channel(grey + 4)}${channel(grey + 26)}`;
  });
}
