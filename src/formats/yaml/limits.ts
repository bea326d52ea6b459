/**
 * YAML text -> concrete syntax, stopped as soon as it grows beyond what a scenario can be.
 *
 * The later stages of the parser need stack for depth and much more than linear time for breadth, so both are bounded
 * here, lexeme by lexeme, before anything is composed.
 */
import { type CST, Lexer, Parser } from "yaml";

/** Deepest nesting of maps and lists. */
export const MOST_LEVELS = 64;
/** Most keys, values, maps and lists together. */
export const MOST_NODES = 10_000;

/** A node takes about three lexemes that are no blanks; each of them, and each escape, can be an error to report. */
const MOST_MARKS = 4 * MOST_NODES;
/** Every line break and run of blanks is a lexeme too. */
const MOST_LEXEMES = 30 * MOST_NODES;
/** Levels the parser may stack up: the document and the scalar at hand lie on its stack too. */
const MOST_STACKED = MOST_LEVELS + 2;

export interface Exceeded {
  readonly message: string;
  readonly allowed: string;
  readonly offset: number;
}

/** What a too large text is told. */
export const TOO_DEEP = { message: "nested too deep", allowed: `at most ${MOST_LEVELS} levels` } as const;
export const TOO_MANY = {
  message: "too much for one file",
  allowed: `at most ${MOST_NODES} keys, values, maps and lists in a file`,
} as const;

const BLANK = /^[\s#]/;

export function parseWithinLimits(text: string, onLine: (offset: number) => void): CST.Token[] | Exceeded {
  const parser = new Parser(onLine);
  const tokens: CST.Token[] = [];
  let [lexemes, marks] = [0, 0];
  onLine(0);
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    lexemes++;
    if (!BLANK.test(lexeme)) marks += 1 + escapesIn(lexeme);
    const tooDeep = parser.stack.length > MOST_STACKED;
    if (tooDeep || marks > MOST_MARKS || lexemes > MOST_LEXEMES) {
      return { ...(tooDeep ? TOO_DEEP : TOO_MANY), offset: Math.max(0, parser.offset - lexeme.length) };
    }
  }
  for (const token of parser.end()) tokens.push(token);
  return tokens;
}

/** Backslashes in a text in double quotes, counted no further than matters. */
function escapesIn(lexeme: string): number {
  if (!lexeme.startsWith('"')) return 0;
  let escapes = 0;
  for (let at = lexeme.indexOf("\\"); at >= 0 && escapes <= MOST_MARKS; at = lexeme.indexOf("\\", at + 1)) escapes++;
  return escapes;
}
