/**
 * The text of a scenario file -> a plain value, and the line and column of everything in it.
 *
 * YAML 1.2 core, strict; JSON goes the same way and must be strict JSON in a `.json` file. Not part of a scenario file:
 * anchors and aliases, tags, merge keys, directives, several documents, repeated keys, and anything beyond 1 MiB,
 * 64 levels or 10,000 keys and values. Dates stay texts. Whole numbers that a double cannot hold are refused;
 * `.nan` and `.inf` are left for the schema to refuse.
 */
import { Composer, type Document, LineCounter, type Node } from "yaml";
import type { Issue } from "../core/issue.ts";
import { plainError } from "./yaml/errors.ts";
import { jsonFault } from "./yaml/json.ts";
import { parseWithinLimits } from "./yaml/limits.ts";
import { lineColumn, textOf, type YamlText } from "./yaml/tree.ts";
import { forbiddenCharacter, MOST_CHARACTERS } from "./yaml/utf8.ts";
import { readTree } from "./yaml/value.ts";

/** Values are checked for duplicates and anchors by the tree reader, which knows their paths. */
const OPTIONS = {
  version: "1.2",
  schema: "core",
  strict: true,
  uniqueKeys: false,
  merge: false,
  intAsBigInt: true,
  stringKeys: true,
} as const;

/** One slip makes the parser stumble over what follows, so more of its complaints help nobody. */
const MOST_SYNTAX_ISSUES = 10;

interface Fault {
  readonly message: string;
  readonly offset: number;
  readonly allowed?: string;
  readonly path?: readonly (string | number)[];
}

/** Reads YAML, or strict JSON when the name of the file ends in `.json`. Never throws for what a text contains. */
export function readYaml(text: string, file: string): YamlText {
  const lines = new LineCounter();
  const issue = ({ message, offset, allowed, path = [] }: Fault): Issue => ({
    path,
    message,
    ...(allowed === undefined ? {} : { allowed }),
    file,
    ...lineColumn(lines.lineStarts, offset),
    severity: "error",
  });
  const refuse = (faults: readonly Fault[]): YamlText => ({
    value: undefined,
    locate: () => undefined,
    issues: faults.map(issue),
  });

  const body = text.startsWith("\ufeff") ? text.slice(1) : text;
  const early = earlyFault(body);
  if (early) {
    addLines(body.slice(0, early.offset), lines);
    return refuse([early]);
  }
  const syntax = parseWithinLimits(body, lines.addNewLine);
  if (!Array.isArray(syntax)) return refuse([syntax]);
  const fault = notJson(body, file);
  if (fault) return refuse([fault]);
  if (syntax.some((token) => token.type === "directive")) return refuse([DIRECTIVE]);
  const documents = [...new Composer(OPTIONS).compose(syntax, true, body.length)];
  const faults = syntaxFaults(documents);
  const [document] = documents;
  if (faults.length > 0 || !document) return refuse(faults);

  const { value, spot, complaints } = readTree(document.contents as Node | null);
  return textOf({ value, spot, lineStarts: lines.lineStarts }, complaints.map(issue));
}

const DIRECTIVE: Fault = {
  message: "directives (lines that start with %) are not used here",
  allowed: "YAML 1.2 without a %YAML line",
  offset: 0,
};

/** What can be seen without parsing. */
function earlyFault(text: string): Fault | undefined {
  if (text.length > MOST_CHARACTERS) {
    return {
      message: `the file has ${text.length} characters`,
      allowed: `at most ${MOST_CHARACTERS}`,
      offset: 0,
    };
  }
  const forbidden = forbiddenCharacter(text);
  if (forbidden) return { ...forbidden, allowed: "printable text in UTF-8" };
  if (/^\s*$/.test(text)) return { message: "the file is empty", offset: 0 };
  return undefined;
}

function notJson(text: string, file: string): Fault | undefined {
  const fault = file.toLowerCase().endsWith(".json") ? jsonFault(text) : undefined;
  return fault && { message: "this is not strict JSON", allowed: fault.expected, offset: fault.offset };
}

function addLines(text: string, lines: LineCounter): void {
  lines.addNewLine(0);
  for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", end + 1)) lines.addNewLine(end + 1);
}

/** Errors and warnings of the parser, one for a place, and what else makes the tree useless. */
function syntaxFaults(documents: readonly Document[]): Fault[] {
  const [first, second] = documents;
  const faults = new Map<number, Fault>();
  for (const error of [...(first?.errors ?? []), ...(first?.warnings ?? [])]) {
    const [offset] = error.pos;
    if (!faults.has(offset)) faults.set(offset, { ...plainError(error), offset });
  }
  if (faults.size === 0 && second) {
    const offset = second.range?.[0] ?? 0;
    return [{ message: "a second document starts here", allowed: "one document in a file", offset }];
  }
  if (faults.size === 0 && !first?.contents) return [{ message: "the file has no content", offset: 0 }];
  return [...faults.values()].sort((a, b) => a.offset - b.offset).slice(0, MOST_SYNTAX_ISSUES);
}
