/**
 * What people call a strategy. Titles of shipped strategies are a name, a dash and what it means: "Placebo - as many listings, drawn at
 * random, without a reason". The name alone is enough where space is short, as long as no other strategy bears it.
 */

const DASH = / [-–—] /;

/** @param titles by the name in documents, tables and commands @returns what to call each, by the same name; no two alike */
export function strategyNames(titles: ReadonlyMap<string, string>): Map<string, string> {
  const heads = [...titles].map(([name, title]) => [name, headOf(title) || name] as const);
  const times = counted(heads.map(([, head]) => head));
  const whole = counted([...titles.values()]);
  return new Map(
    heads.map(([name, head]) => {
      if (times.get(head) === 1) return [name, head];
      const title = titles.get(name) ?? name;
      return [name, title !== "" && whole.get(title) === 1 ? title : `${head} (${name})`];
    }),
  );
}

/** What a title says before the dash; the whole of it where there is none. */
export const headOf = (title: string): string => title.split(DASH)[0]?.trim() ?? title;

/** What a title says after the name; empty when it is a name alone. */
export const meaningOf = (title: string): string => title.split(DASH).slice(1).join(" - ").trim();

function counted(words: readonly string[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const word of words) times.set(word, (times.get(word) ?? 0) + 1);
  return times;
}
