/**
 * Files that are put somewhere together: they grow under hidden names beside their places and are renamed when all of
 * them are on the disk. A file that is there is replaced only when that was asked for.
 */
import nodeFs from "node:fs";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { syncFolder } from "./durable.ts";
import { EXIT, Failure, withFiles } from "./failure.ts";
import { makeFolder } from "./make-folder.ts";
import { leftovers, MANIFEST } from "./result-folder.ts";

export interface FileSet {
  /** Adds to the end of a file. @throws Failure with status 74 when the disk will not have it */
  append(path: string, bytes: Uint8Array): void;
  /** Puts everything in its place. */
  commit(): void;
  /** Removes what is not in its place. Harmless after a commit. */
  discard(): void;
}

/**
 * @param paths of all files that may be written; nothing is made before the first bytes come
 * @throws Failure when a file is there and not to be replaced, or belongs to a result, or another process writes it
 */
export function openFileSet(
  paths: readonly string[],
  { force = false }: { readonly force?: boolean },
  fs: typeof nodeFs = nodeFs,
): FileSet {
  const folders = [...new Set(paths.map((path) => dirname(path)))];
  const refuse = () => {
    for (const path of paths) refuseTaken(path, force);
  };
  for (const folder of folders) refuseResult(folder);
  refuse();
  for (const folder of folders) sweep(folder, new Set(paths.map((path) => basename(path))));
  const growing = new Map<string, { fd: number | undefined; readonly partial: string }>();
  const made: { readonly folder: string; readonly highest: string }[] = [];

  const begin = (path: string) => {
    const folder = dirname(path);
    const highest = makeFolder(folder, fs);
    if (highest !== undefined) made.push({ folder, highest });
    const partial = join(folder, `.${basename(path)}.partial-${process.pid}-${hostname()}`);
    const file = { fd: fs.openSync(partial, "w"), partial };
    growing.set(path, file);
    return file;
  };
  const close = (file: { fd: number | undefined }) => {
    const { fd } = file;
    file.fd = undefined;
    if (fd !== undefined) fs.closeSync(fd);
  };

  return {
    append(path, bytes) {
      withFiles(`write ${path}`, () => {
        const { fd } = growing.get(path) ?? begin(path);
        if (fd === undefined) throw new Error(`${path} is finished`);
        fs.writeFileSync(fd, bytes);
      });
    },
    commit() {
      for (const [path, file] of growing) {
        withFiles(`write ${path}`, () => {
          if (file.fd !== undefined) fs.fsyncSync(file.fd);
          close(file);
        });
      }
      // Somebody may have been quicker.
      refuse();
      for (const [path, { partial }] of growing) {
        withFiles(`write ${path}`, () => fs.renameSync(partial, path));
        growing.delete(path);
      }
      made.length = 0;
      for (const folder of folders) withFiles(`write to ${folder}`, () => syncFolder(folder, fs));
    },
    discard() {
      for (const file of growing.values()) {
        close(file);
        fs.rmSync(file.partial, { force: true });
      }
      growing.clear();
      for (const { folder, highest } of made.splice(0)) removeEmpty(folder, highest);
    },
  };
}

/** The files of a result are what its manifest says, for ever. */
function refuseResult(folder: string): void {
  if (!nodeFs.existsSync(join(folder, MANIFEST))) return;
  throw new Failure(
    EXIT.usage,
    `${folder} is a result itself, and stays as it was written`,
    "leave --out away, or name another folder",
  );
}

function refuseTaken(path: string, force: boolean): void {
  const found = withFiles(`write ${path}`, () => nodeFs.statSync(path, { throwIfNoEntry: false }));
  if (!found) return;
  if (found.isDirectory()) throw new Failure(EXIT.usage, `${path}: a folder is in the way`, "name another place with --out");
  if (!force) throw new Failure(EXIT.usage, `${path} is there already`, "add --force to replace it, or name another place");
}

/** Removes what dead processes left of these files. @throws Failure with status 75 when a living one writes them */
function sweep(folder: string, files: ReadonlySet<string>): void {
  for (const { path, of, owner, isAlive } of withFiles(`read ${folder}`, () => leftovers(folder))) {
    if (!files.has(of)) continue;
    if (isAlive) {
      throw new Failure(EXIT.busy, `${join(folder, of)}: ${owner} is writing it`, `wait for it; if it is gone, remove ${path}`);
    }
    withFiles(`remove ${path}`, () => nodeFs.rmSync(path, { force: true, recursive: true }));
  }
}

/** Removes empty folders from one up to another, that one included. */
function removeEmpty(folder: string, highest: string): void {
  for (let at = folder; at.startsWith(highest) && nodeFs.readdirSync(at).length === 0; at = dirname(at)) nodeFs.rmdirSync(at);
}
