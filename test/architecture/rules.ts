/** Rules about what is written in the files. Each returns what breaks it, one line per offence. */
import { posix } from "node:path";
import ts from "typescript";
import { isCode, isCore, parse, type SourceFile, walk } from "./source.ts";

/** A case where a rule does not hold, and why that is right. */
export interface Exception {
  readonly name: string;
  readonly because: string;
}

/** What every engine computes to the same bit; the other functions of `Math` differ in the last one. */
const EXACT = new Set(
  "abs ceil clz32 floor fround imul max min round sign sqrt trunc E LN10 LN2 LOG10E LOG2E PI SQRT1_2 SQRT2".split(" "),
);
/** A clock, a console, a locale, a source of chance: the same scenario would not always give the same result. */
const AMBIENT = new Set("Date Intl console crypto globalThis performance process".split(" "));
const LOCALE = /^(toLocale\w*|localeCompare)$/;

/** The core computes the same everywhere and always: exact arithmetic only, and nothing from around it. */
export function purity(files: readonly SourceFile[]): string[] {
  return files.filter(isCore).flatMap((file) => {
    const found: string[] = [];
    const tree = parse(file);
    walk(tree, (node) => {
      const offence = impurity(node);
      const line = tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
      if (offence) found.push(`${file.path}:${line} uses ${offence}`);
    });
    return found;
  });
}

function impurity(node: ts.Node): string | undefined {
  if (node.kind === ts.SyntaxKind.AsteriskAsteriskToken) return "**";
  if (node.kind === ts.SyntaxKind.AsteriskAsteriskEqualsToken) return "**=";
  if (!ts.isIdentifier(node)) return undefined;
  const { parent, text } = node;
  const isMember = ts.isPropertyAccessExpression(parent) && parent.name === node;
  if (isMember) return LOCALE.test(text) ? text : undefined;
  if (text === "Math") {
    if (!ts.isPropertyAccessExpression(parent)) return "Math other than as Math.name";
    return EXACT.has(parent.name.text) ? undefined : `Math.${parent.name.text}`;
  }
  const isKey = ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isMethodSignature(parent);
  return AMBIENT.has(text) && !(isKey && parent.name === node) ? text : undefined;
}

const SUBJECTLESS = /^(utils?|helpers?|common|misc|shared|types|manager|service|base)$/;
const SUBJECTLESS_PART = /^(utils?|helpers?|misc|manager)$/;

/** A file or folder is called after its subject; one without a subject has no reason to stop growing. */
export function fileNames(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => /^(src|test)\//.test(path))
    .filter(({ path }) =>
      path
        .split("/")
        .map((part) => part.replace(/\..*$/, ""))
        .some((part) => SUBJECTLESS.test(part) || part.split("-").some((word) => SUBJECTLESS_PART.test(word))),
    )
    .map(({ path }) => `${path} is not named after a subject`);
}

export function fileLengths(files: readonly SourceFile[], most: number, exceptions: readonly Exception[] = []): string[] {
  return files
    .filter((file) => isCode(file) && !exceptions.some(({ name }) => name === file.path))
    .map(({ path, text }) => ({ path, lines: text.trimEnd().split("\n").length }))
    .filter(({ lines }) => lines > most)
    .map(({ path, lines }) => `${path} has ${lines} lines, more than ${most}: split it`);
}

/** The lock file names packages by version and hash; where they were fetched from is the machine's affair. */
export function lockedHosts(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => path === "package-lock.json")
    .flatMap(({ path, text }) => (text.match(/"resolved": *"[^"]*"/g) ?? []).map((entry) => `${path}: ${entry}`));
}

// Written in pieces, so that this file does not break its own rules.
const PLACES = new RegExp(`\\.\\./${"shared"}\\b|(?<![\\w.])/(?:${"work|home|root|Users"})/`);
const UNFINISHED = new RegExp(`\\b(?:${"TO"}DO|${"FIX"}ME)\\b`);
const SWITCHED_OFF = new RegExp(
  `\\b(?:it|test|describe|suite|bench)(?:\\.\\w+)*\\.(?:${"only|skip|skipIf|runIf|todo"})\\b|\\.(?:${"only|skip"})\\(`,
);

/** The repository stands alone: no path of somebody's machine, no folder beside it. */
export const machinePaths = (files: readonly SourceFile[]): string[] => linesThatMatch(files, PLACES);

/** Work not done is an issue, not a remark in a file. */
export const unfinished = (files: readonly SourceFile[]): string[] => linesThatMatch(files, UNFINISHED);

/** Every test runs, always. */
export const switchedOffTests = (files: readonly SourceFile[], exceptions: readonly Exception[] = []): string[] =>
  linesThatMatch(
    files.filter(({ path }) => posix.extname(path) === ".ts" && !exceptions.some(({ name }) => name === path)),
    SWITCHED_OFF,
  );

function linesThatMatch(files: readonly SourceFile[], pattern: RegExp): string[] {
  return files
    .filter(({ path }) => path !== "package-lock.json")
    .flatMap(({ path, text }) =>
      text
        .split("\n")
        .map((line, index) => ({ line, place: `${path}:${index + 1}` }))
        .filter(({ line }) => pattern.test(line))
        .map(({ line, place }) => `${place} ${line.trim().slice(0, 100)}`),
    );
}
