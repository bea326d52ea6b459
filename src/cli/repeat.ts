/** The command that was typed, with other options: to repeat one run, or to compare with another strategy. */

/** Names of one option; a value stands in the next word or after an equals sign. */
const SHORT: Readonly<Record<string, string>> = { strategy: "-s", replicates: "-n", out: "-o" };
/** Options that say how a result is shown or kept, not what it is. */
const DROPPED = new Set(["--json", "--force", "-f", "--quiet", "-q", "--hash"]);

/** @param changes new values by the long name of the option; `undefined` removes it */
export function repeatCommand(argv: readonly string[], changes: Readonly<Record<string, string | undefined>>): string {
  const names = new Map(
    Object.keys(changes).flatMap((name) => [
      [`--${name}`, name],
      [SHORT[name] ?? `--${name}`, name],
    ]),
  );
  const words: string[] = [];
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i] as string;
    if (DROPPED.has(word)) continue;
    if (names.has(word)) i++;
    else if (!names.has(word.split("=")[0] as string)) words.push(word);
  }
  const added = Object.entries(changes).flatMap(([name, value]) => (value === undefined ? [] : [`--${name}`, value]));
  return ["corridor", ...words, ...added].map(quoted).join(" ");
}

/** The comparison of the strategy of a run with none, in the same world. @param strategy name or path */
export function compareCommand(argv: readonly string[], strategy: string): string {
  const words = argv.filter((word) => word !== "--check");
  words[words.indexOf("run")] = "compare";
  const dropped = { strategy: undefined, replicates: undefined, record: undefined, out: undefined };
  return `${repeatCommand(words, dropped)} ${quoted(strategy)}`;
}

/** Angle brackets mark a place to fill in; they are meant to be seen. */
const PLAIN = /^(?:[\w./=:@%+,-]+|<\w+>)$/;

/** A word as a shell takes it. */
function quoted(word: string): string {
  return PLAIN.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
