/** Strict JSON (RFC 8259), which allows less than YAML: the place where a text stops being JSON. */

export interface JsonFault {
  readonly expected: string;
  readonly offset: number;
}

/** What has to come next, in words. */
const EXPECTED = {
  value: "a value, and no comma before a closing bracket",
  item: "a value or ]",
  key: "a key in double quotes, and no comma before }",
  member: "a key in double quotes or }",
  colon: "a colon",
  rest: "a comma or the closing bracket",
  end: "the end of the file",
} as const;
const UNFINISHED = "a text on one line, closed by a double quote, with no other escapes than JSON has";
type State = keyof typeof EXPECTED;

/** The first fault; undefined for strict JSON. Any depth, linear time. */
export function jsonFault(text: string): JsonFault | undefined {
  const blanks = /[ \t\r\n]*/y;
  // Control characters other than these were refused before.
  const string = /"(?:[^"\\\t\r\n]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
  const literal = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null)(?![\w.+-])/y;
  const open: string[] = [];
  let state: State = "value";
  let position = matchEnd(blanks, text, 0) ?? 0;
  while (position < text.length) {
    const [textEnd, literalEnd] = [matchEnd(string, text, position), matchEnd(literal, text, position)];
    const mark = textEnd !== undefined ? "text" : literalEnd !== undefined ? "literal" : text.charAt(position);
    const next = step(state, mark, open);
    if (next === undefined) return { expected: mark === '"' ? UNFINISHED : EXPECTED[state], offset: position };
    state = next;
    const end = textEnd ?? literalEnd ?? position + 1;
    position = matchEnd(blanks, text, end) ?? end;
  }
  return state === "end" ? undefined : { expected: EXPECTED[state], offset: text.length };
}

/** Where a sticky pattern that matches at an offset ends. */
function matchEnd(sticky: RegExp, text: string, from: number): number | undefined {
  sticky.lastIndex = from;
  return sticky.test(text) ? sticky.lastIndex : undefined;
}

/** The state after a text, another literal or a mark; `open` holds the brackets that wait for their partner. */
function step(state: State, mark: string, open: string[]): State | undefined {
  const within = open.at(-1);
  const after = (): State => (open.length > 0 ? "rest" : "end");
  if (state === "value" || state === "item") {
    if (mark === "text" || mark === "literal") return after();
    if (mark === "[" || mark === "{") {
      open.push(mark);
      return mark === "[" ? "item" : "member";
    }
  }
  if ((state === "key" || state === "member") && mark === "text") return "colon";
  if (state === "colon" && mark === ":") return "value";
  if (state === "rest" && mark === ",") return within === "[" ? "value" : "key";
  const closes = (within === "[" && mark === "]") || (within === "{" && mark === "}");
  if (closes && (state === "rest" || state === "item" || state === "member")) {
    open.pop();
    return after();
  }
  return undefined;
}
