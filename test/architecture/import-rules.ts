/** Rules about imports: the table, cycles, catalogues. Each returns what breaks it, one line per offence. */
import { posix } from "node:path";
import type { Layer } from "./import-table.ts";
import { type Import, importsOf, isCode, type SourceFile } from "./source.ts";

const covers = (place: string, path: string): boolean => (place.endsWith("/") ? path.startsWith(place) : path === place);

/** Every import of `src/` is one that the table allows. */
export function importTable(files: readonly SourceFile[], layers: readonly Layer[]): string[] {
  return files.filter(isCode).flatMap((file) => {
    const layer = layers.find(({ of }) => covers(of, file.path));
    if (!layer) return [`${file.path} belongs to no layer of the import table`];
    return importsOf(file)
      .filter((entry) => !isAllowed(entry, layer))
      .map(({ to, typeOnly }) => `${file.path} (${layer.of}) may not import ${typeOnly ? "types of " : ""}${to}`);
  });
}

function isAllowed({ to, ours, typeOnly }: Import, { may, mayTypes = [], packages = [] }: Layer): boolean {
  const places = typeOnly ? [...may, ...mayTypes] : may;
  if (ours) return places.some((place) => covers(place, to));
  if (to.startsWith("node:")) return packages.includes("node:");
  return packages.includes("*") || packages.includes(to) || (typeOnly && mayTypes.includes(to));
}

/** No file imports itself through others; with `types`, not even through imports that the compiler erases. */
export function cycles(files: readonly SourceFile[], { types }: { types: boolean }): string[] {
  const code = files.filter(isCode);
  const known = new Set(code.map(({ path }) => path));
  const graph = new Map(
    code.map((file) => [file.path, importsOf(file).filter(({ to, typeOnly }) => known.has(to) && (types || !typeOnly))]),
  );
  const found: string[] = [];
  const done = new Set<string>();
  const trail: string[] = [];
  const visit = (path: string): void => {
    const start = trail.indexOf(path);
    if (start >= 0) found.push([...trail.slice(start), path].join(" -> "));
    if (start >= 0 || done.has(path)) return;
    trail.push(path);
    for (const { to } of graph.get(path) ?? []) visit(to);
    trail.pop();
    done.add(path);
  };
  for (const path of graph.keys()) visit(path);
  return found;
}

/** In a catalogue, every file is imported by exactly one line of its index. */
export function catalogues(files: readonly SourceFile[], folders: readonly string[]): string[] {
  return folders.flatMap((folder) => {
    const index = files.find(({ path }) => path === `${folder}index.ts`);
    if (!index) return [];
    const listed = importsOf(index).map(({ to }) => to);
    return files
      .map(({ path }) => path)
      .filter((path) => `${posix.dirname(path)}/` === folder && path.endsWith(".ts") && path !== index.path)
      .map((path) => ({ path, times: listed.filter((to) => to === path).length }))
      .filter(({ times }) => times !== 1)
      .map(({ path, times }) => `${index.path} lists ${posix.basename(path)} ${times} times, not once`);
  });
}
