/** The repository as the architecture rules see it: files, and what each file of code imports. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, posix } from "node:path";
import ts from "typescript";

/** A text file; `path` runs from the root of the repository, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

export interface Import {
  readonly from: string;
  /** A path of ours, or what was written if it is a package: `zod`, `node:fs`. */
  readonly to: string;
  readonly ours: boolean;
  /** Erased by the compiler: `import type`, or nothing but `type` names. */
  readonly typeOnly: boolean;
}

const NOT_OURS = new Set([".git", "node_modules", "dist"]);
const LARGEST = 2 ** 20; // bytes; a bigger file is data

/** Every text file of the working tree except what is installed, compiled or produced. */
export function readRepository(root: string, folder = ""): SourceFile[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) {
      return NOT_OURS.has(entry.name) || entry.name.startsWith(".setup-lock") ? [] : readRepository(root, path);
    }
    if (NOT_OURS.has(entry.name)) return []; // a second work tree has a file called .git
    const produced = path.startsWith("output/") && path !== "output/README.md";
    if (!entry.isFile() || produced || statSync(join(root, path)).size > LARGEST) return [];
    return [{ path, text: readFileSync(join(root, path), "utf8") }];
  });
}

export function parse(file: SourceFile): ts.SourceFile {
  const kind = file.path.endsWith("js") ? ts.ScriptKind.JS : file.path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(file.path, file.text, ts.ScriptTarget.ES2022, true, kind);
}

/** Calls `visit` for the node and everything below it. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  node.forEachChild((child) => walk(child, visit));
}

/** Static, dynamic and type imports and re-exports of one file. */
export function importsOf(file: SourceFile): Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, typeOnly: boolean): void => {
    if (!specifier || !ts.isStringLiteral(specifier)) return;
    const ours = specifier.text.startsWith(".");
    const to = ours ? posix.join(posix.dirname(file.path), specifier.text) : specifier.text;
    found.push({ from: file.path, to, ours, typeOnly });
  };
  walk(parse(file), (node) => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, importsOnlyTypes(node));
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false);
    }
  });
  return found;
}

function importsOnlyTypes({ importClause }: ts.ImportDeclaration): boolean {
  if (!importClause) return false;
  if (importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = importClause.namedBindings;
  if (importClause.name || !named || !ts.isNamedImports(named)) return false;
  return named.elements.length > 0 && named.elements.every((element) => element.isTypeOnly);
}

export const isCode = ({ path }: SourceFile): boolean => /^src\/.*\.(tsx?|mjs)$/.test(path);
export const isCore = ({ path }: SourceFile): boolean => /^src\/core\/.*\.ts$/.test(path);
