/**
 * The reference of the library: what the entries of the package export, with signature and docstring, and the types these mention.
 * `npm run library-reference` writes it to docs/library-reference.md; test/package/library-reference.test.ts holds it current.
 */
import { writeFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const PAGE = join("docs", "library-reference.md");
/** What a program imports, and where it is made. */
const ENTRIES = [
  { name: "corridor", file: join("src", "index.ts") },
  { name: "corridor/node", file: join("src", "node", "index.ts") },
];
const HEAD = `# Reference of the library

Generated from the sources by \`npm run library-reference\`; \`docs/library.md\` shows how the parts go together.
`;

/**
 * @param {string} root of the repository
 * @returns {string} the page
 * @throws Error for a name that is exported without a docstring
 */
export function libraryReference(root) {
  const options = { module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2022, noEmit: true, strict: true, types: [] };
  const files = ENTRIES.map(({ file }) => join(root, file));
  const program = ts.createProgram(files, { ...options, allowImportingTsExtensions: true });
  const checker = program.getTypeChecker();

  /** @param {ts.Symbol} symbol @returns {ts.Declaration} */
  const declarationOf = (symbol) => {
    const real = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    const declaration = real.declarations?.[0];
    if (!declaration) throw new Error(`${symbol.name} is exported and declared nowhere`);
    return declaration;
  };
  const entries = ENTRIES.map(({ name, file }) => {
    const source = program.getSourceFile(join(root, file));
    const module = source && checker.getSymbolAtLocation(source);
    if (!module) throw new Error(`${file} is no module`);
    const symbols = checker.getExportsOfModule(module).sort((a, b) => (a.name < b.name ? -1 : 1));
    return { name, declarations: symbols.map(declarationOf) };
  });
  const shown = new Set(entries.flatMap(({ declarations }) => declarations));
  const mentioned = mentionedTypes(shown, checker, resolve(root, "src") + sep);
  const sections = [
    ...entries.map(({ name, declarations }) => ({ title: `\`import … from "${name}"\``, declarations, isExported: true })),
    { title: "Types that these mention, not exported by name", declarations: mentioned, isExported: false },
  ];
  const text = sections.map(
    ({ title, declarations, isExported }) =>
      `\n## ${title}\n${declarations.map((one) => entryOf(one, root, isExported)).join("")}`,
  );
  return HEAD + text.join("");
}

/**
 * Types of ours in what is shown, and in these types in turn. A class or an interface that says it is opaque is not looked into.
 * @param {ReadonlySet<ts.Declaration>} shown @param {ts.TypeChecker} checker @param {string} ours
 * @returns {ts.Declaration[]} in the order of their names
 */
function mentionedTypes(shown, checker, ours) {
  const found = new Set(shown);
  for (const declaration of found) {
    if (isOpaque(declaration)) continue;
    /** @param {ts.Node} node */
    const visit = (node) => {
      if (ts.isBlock(node) || ts.isVariableDeclaration(node.parent)) return;
      const name = ts.isTypeReferenceNode(node)
        ? node.typeName
        : ts.isExpressionWithTypeArguments(node)
          ? node.expression
          : undefined;
      const symbol = name && checker.getSymbolAtLocation(name);
      const real = symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
      const type = real?.declarations?.find((one) => ts.isInterfaceDeclaration(one) || ts.isTypeAliasDeclaration(one));
      if (type && resolve(type.getSourceFile().fileName).startsWith(ours)) found.add(type);
      node.forEachChild(visit);
    };
    declaration.forEachChild(visit);
  }
  return [...found].filter((one) => !shown.has(one)).sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}

/** @param {ts.Declaration} declaration */
const nameOf = (declaration) => ts.getNameOfDeclaration(declaration)?.getText() ?? "";

/** @param {ts.Declaration} declaration @returns {string} its docstring as text, "" without one */
function docstringOf(declaration) {
  const documented = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
  const comment = ts.getJSDocCommentsAndTags(documented).filter(ts.isJSDoc).at(-1);
  if (!comment) return "";
  const lines = comment
    .getText()
    .replace(/^\/\*\*|\*\/$/g, "")
    .split("\n");
  return lines
    .map((line) => line.replace(/^\s*\* ?/, "").trim())
    .join("\n")
    .trim();
}

/** @param {ts.Declaration} declaration whether it says that nobody should look into it */
const isOpaque = (declaration) => /\bopaque\b/i.test(docstringOf(declaration));

/** @param {ts.Declaration} declaration @returns {string} what the compiler sees of it from outside */
function signatureOf(declaration) {
  const name = nameOf(declaration);
  if (isOpaque(declaration)) return `interface ${name} { … }`;
  const text = declaration.getText().replace(/^export /, "");
  if (ts.isFunctionDeclaration(declaration) && declaration.body) {
    return text.slice(0, text.length - declaration.body.getText().length).trimEnd();
  }
  if (ts.isClassDeclaration(declaration)) return classSignature(declaration);
  if (!ts.isVariableDeclaration(declaration)) return text;
  const { initializer } = declaration;
  if (initializer && ts.isArrowFunction(initializer)) {
    return `const ${name}: ${initializer.getText().slice(0, initializer.equalsGreaterThanToken.getStart() - initializer.getStart())}`;
  }
  if (!initializer?.getText().startsWith("z.")) throw new Error(`${name} is neither a type, a function, a class nor a schema`);
  return `const ${name}: zod schema`;
}

/** @param {ts.ClassDeclaration} declaration @returns {string} without the bodies of its methods */
function classSignature(declaration) {
  const members = declaration.members.map((member) => {
    const body = "body" in member && member.body ? /** @type {ts.Block} */ (member.body).getText() : "";
    const text = member.getFullText().trimEnd();
    return `${text
      .slice(0, text.length - body.length)
      .trimEnd()
      .replace(/^\n+/, "")}${body ? ";" : ""}`;
  });
  const parents = (declaration.heritageClauses ?? []).map((clause) => ` ${clause.getText()}`).join("");
  return `class ${nameOf(declaration)}${parents} {\n${members.join("\n")}\n}`;
}

/** @param {ts.Declaration} declaration @param {string} root @param {boolean} isExported */
function entryOf(declaration, root, isExported) {
  const name = nameOf(declaration);
  const docstring = docstringOf(declaration);
  if (!docstring && isExported) throw new Error(`${name} is exported without a docstring`);
  const file = relative(root, declaration.getSourceFile().fileName).split(sep).join("/");
  const about = docstring
    .replace(/\s*@throws\s+/g, "\n\nThrows ")
    .replace(/\s*@param\s+(\w+)\s+/g, "\n\n`$1`: ")
    .trim();
  return `\n### ${name}\n\n${about ? `${about}\n\n` : ""}\`\`\`ts\n${signatureOf(declaration)}\n\`\`\`\n\n\`${file}\`\n`;
}

const [, program = ""] = process.argv;
if (resolve(program) === fileURLToPath(import.meta.url)) {
  const root = resolve(fileURLToPath(new URL("../..", import.meta.url)));
  writeFileSync(join(root, PAGE), libraryReference(root));
}
