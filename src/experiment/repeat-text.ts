/** The command that plays one run of a sweep alone. */

const PLAIN = /^[\w./:@%+,-]+$/;

function quoted(word: string): string {
  return PLAIN.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

/** @param folder of the sweep, which knows all that decides the run */
export function repeatText(folder: string, runId: string): string {
  return `corridor run ${quoted(folder)} --run ${runId}`;
}
