/** Strategies between two strategies: some of their differing instruments as in the one, the others as in the other. */
import type { Strategy } from "../../core/index.ts";
import { canonicalText } from "../canonical.ts";

/** Names of the instruments that only one of the two has, or that they have with different content; in alphabetical order. */
export function differingInstruments(first: Strategy, second: Strategy): string[] {
  const [from, to] = [first.instruments, second.instruments];
  const names = [...new Set([...Object.keys(from), ...Object.keys(to)])].sort();
  return names.filter((name) => textOf(from, name) !== textOf(to, name));
}

/**
 * The first strategy with those instruments as in the second whose bit is set in the mask. Its name says which, so that runs
 * of one mixture are never taken for another's.
 * @param parts what `differingInstruments` gave, in its order
 */
export function mixture(first: Strategy, second: Strategy, parts: readonly string[], mask: number): Strategy {
  const exchanged = parts.filter((_, bit) => mask & (1 << bit));
  const instruments = { ...first.instruments };
  for (const name of exchanged) {
    const other = second.instruments[name];
    if (other === undefined) delete instruments[name];
    else instruments[name] = other;
  }
  if (exchanged.length === 0) return first;
  if (exchanged.length === parts.length) return second;
  return {
    ...first,
    name: `${first.name}-to-${second.name}-${mask}`,
    title: `${first.title}, with ${exchanged.join(", ")} as in ${second.title}`,
    instruments,
  };
}

function textOf(instruments: Strategy["instruments"], name: string): string {
  return Object.hasOwn(instruments, name) ? canonicalText(instruments[name]) : "";
}
