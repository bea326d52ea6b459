import type { BoundaryMap, Side } from "../boundary.ts";
import { about, exact, list, percent, subject } from "./phrases.ts";

/** Where which strategy is better, and where nobody knows. */
export function boundaryWords(map: BoundaryMap, label?: string): string[] {
  const { a, b, axes, shares, points, delta, outcome } = map;
  const what = `${subject(map, label)}: ${a} against ${b} over ${list(axes.map(({ name }) => name))}`;
  if (map.cells.every(({ advantage }) => Number.isNaN(advantage.value))) return [`${what}: not estimable from ${points} points.`];
  const by = delta > 0 ? ` by more than ${exact(delta)} ${outcome.unit}` : "";
  if (shares.undecided === 1) return [`${what}: neither is shown to be better${by} anywhere (${points} points).`];
  const said = (
    [
      ["a", a],
      ["b", b],
    ] as const
  )
    .filter(([side]) => shares[side] > 0)
    .map(([side, name]) => `${name} is better${by} in ${percent(shares[side])} of the range`);
  const open = shares.undecided > 0 ? `, and ${percent(shares.undecided)} is undecided` : "";
  return [`${what}: ${list(said)}${open} (${points} points).`, ...(axes.length === 1 ? [`${stretches(map)}.`] : [])];
}

/** "Along reach: lists is better where it is below 0.31; undecided between 0.31 and 0.52; ..." */
function stretches({ cells, axes, a, b }: BoundaryMap): string {
  const name = axes[0]?.name ?? "";
  const runs: { side: Side; from: number; to: number }[] = [];
  cells.forEach(({ side }, i) => {
    const last = runs.at(-1);
    if (last?.side === side) last.to = i;
    else runs.push({ side, from: i, to: i });
  });
  const edge = (i: number) => about(((cells[i - 1]?.at[0] ?? 0) + (cells[i]?.at[0] ?? 0)) / 2);
  const words = { a: `${a} is better`, b: `${b} is better`, undecided: "undecided" };
  const said = runs.map(({ side, from, to }) => {
    if (from === 0 && to === cells.length - 1) return `${words[side]} everywhere`;
    if (from === 0) return `${words[side]} where it is below ${edge(to + 1)}`;
    if (to === cells.length - 1) return `${words[side]} where it is above ${edge(from)}`;
    return `${words[side]} between ${edge(from)} and ${edge(to + 1)}`;
  });
  return `Along ${name}: ${said.join("; ")}`;
}
