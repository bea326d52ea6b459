/** A text as one word of a POSIX shell, whatever it contains. */

/** Read by no shell as anything but itself, wherever in a command it stands. */
const PLAIN = /^[\w@+:,./][\w@+:,./-]*$/;
/** Told by a leading dash that it is an option, which needs no quotes either. */
const OPTION = /^--?[\w-]+$/;

export const shellWord = (text: string): string =>
  PLAIN.test(text) || OPTION.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;

/** A command as somebody could type it. */
export const shellLine = (words: readonly string[]): string => words.map(shellWord).join(" ");
