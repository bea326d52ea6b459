/** One text for one content: the order in which somebody wrote the keys of a file says nothing. */

/** The same value with the keys of every map in order. */
export function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, child]) => [key, sortKeys(child)]));
}

/** Compact JSON with sorted keys: equal contents give equal texts. */
export function canonicalText(value: unknown): string {
  return JSON.stringify(sortKeys(value));
}
