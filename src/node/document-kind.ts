/** What a document that a user names is: what its file says, or where the shipped one lies. */
import { join } from "node:path";
import type { Issue } from "../core/issue.ts";
import { listed } from "../core/scenario/allowed.ts";
import { echo } from "../core/scenario/echo.ts";
import { nearest } from "../core/scenario/nearest.ts";
import { DOCUMENT_FOLDERS, type DocumentKind, documentNames, EXTENSIONS, shippedFolder } from "./scenario-file.ts";
import { head, kindIn, statedKind } from "./stated-kind.ts";

const KINDS = Object.keys(DOCUMENT_FOLDERS) as DocumentKind[];
const NAME = /^[\w-]*$/;
/** What shipped ecosystems extend: it has no map, so it is never offered as something to run. */
const BASE = "base";

/**
 * The kind of a document by name or path, among those that are wanted. A file that does not say what it is counts as
 * the first of them, so that its reader says what is missing.
 */
export async function documentKind(
  nameOrPath: string,
  wanted: readonly DocumentKind[],
  shipped?: string,
): Promise<DocumentKind | Issue> {
  const [first] = wanted;
  if (first === undefined) throw new Error("no kind of document is wanted");
  if (!NAME.test(nameOrPath)) return kindOf(await head(nameOrPath), wanted) ?? first;
  const names = await Promise.all(wanted.map((kind) => shippedNames(kind, shipped)));
  const index = names.findIndex((known) => known.includes(nameOrPath));
  if (index >= 0) return wanted[index] ?? first;
  const file = nameOrPath === "" ? "" : await head(nameOrPath);
  if (file !== "") return kindOf(file, wanted) ?? first;
  const known = names.flat().filter((name) => name !== BASE);
  const missing = { path: [], severity: "error" } as const;
  for (const kind of KINDS.filter((other) => !wanted.includes(other))) {
    if (!(await shippedNames(kind, shipped)).includes(nameOrPath)) continue;
    const use =
      kind === "strategy" && wanted.includes("ecosystem") && known[0] ? `, such as ${known[0]} --strategy ${nameOrPath}` : "";
    return {
      ...missing,
      message: `${echo(nameOrPath)} is ${oneOf([kind])}, expected the name of ${oneOf(wanted)}`,
      allowed: `${listed(known)}, or the path of a file${use}`,
    };
  }
  const isNamed = nameOrPath !== "";
  const beside = isNamed ? await firstThere(EXTENSIONS.map((ending) => `./${nameOrPath}${ending}`)) : undefined;
  const meant = beside ?? nearest(nameOrPath, known) ?? known.find((name) => isNamed && name.startsWith(nameOrPath));
  return {
    ...missing,
    message: isNamed ? `there is no ${wanted.join(" or ")} called ${echo(nameOrPath)}` : "the name is empty",
    allowed: `${listed(known)}, or the path of a file`,
    ...(meant === undefined ? {} : { suggestion: meant }),
  };
}

/** "a scenario or ecosystem", "an experiment". */
function oneOf(kinds: readonly DocumentKind[]): string {
  const words = kinds.join(" or ");
  return `${/^[aeiou]/.test(words) ? "an" : "a"} ${words}`;
}

async function firstThere(paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) if ((await statedKind(path)) !== undefined) return path;
  return undefined;
}

/** Names of the shipped documents that say they are of this kind. */
export async function shippedNames(kind: DocumentKind, shipped?: string): Promise<string[]> {
  const root = shipped ?? (await shippedFolder());
  const names = await documentNames({ kind, shipped: root });
  const heads = await Promise.all(names.map((name) => head(join(root, DOCUMENT_FOLDERS[kind], `${name}.yaml`))));
  return names.filter((_, index) => kindOf(heads[index] ?? "", [kind]) === kind);
}

function kindOf(text: string, wanted: readonly DocumentKind[]): DocumentKind | undefined {
  const found = kindIn(text);
  if (found === undefined) return undefined;
  const kind = KINDS.find((one) => one === found) ?? KINDS.find((one) => one === nearest(found, KINDS));
  return kind && wanted.includes(kind) ? kind : undefined;
}
