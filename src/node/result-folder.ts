/**
 * A folder of results that is there whole or not at all. Files grow in a hidden folder beside the target,
 * `.<name>.partial-<process>-<host>`; when everything is on the disk the folder is renamed. What a killed process left
 * is removed by the next one.
 */
import { createHash, type Hash } from "node:crypto";
import nodeFs from "node:fs";
import { hostname } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { isRunning, syncFolder } from "./durable.ts";
import { EXIT, Failure, systemCode, withFiles } from "./failure.ts";
import { makeFolder } from "./make-folder.ts";

/** What is used of the file system; a test can put a full disk in its place. */
export type FileSystem = Pick<
  typeof nodeFs,
  | "closeSync"
  | "existsSync"
  | "fsyncSync"
  | "mkdirSync"
  | "openSync"
  | "readdirSync"
  | "renameSync"
  | "rmSync"
  | "rmdirSync"
  | "statSync"
  | "writeFileSync"
>;

export interface WrittenFile {
  readonly file: string;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

export interface ResultFolder {
  /** Adds to the end of a file. @throws Failure with status 74 when the disk will not have it */
  append(file: string, content: string | Uint8Array): void;
  /** Puts a file on the disk for good. */
  finish(file: string): WrittenFile;
  /** Makes the folder the result. @returns its path */
  commit(): string;
  /** Removes everything written. Harmless after a commit or a second time. */
  discard(): void;
}

export interface Target {
  readonly folder: string;
  /** Replace a result that is there. */
  readonly force?: boolean;
  /** The folder is one of a series: where it is taken by the time of the commit, the name this gives is used. */
  readonly otherwise?: () => string;
}

/** The mark of a result: only a folder that has it is ever replaced. */
export const MANIFEST = "manifest.json";

/** @throws Failure when the target is taken, cannot be written, or is being written by another process */
export function openResultFolder(target: Target, fs: FileSystem = nodeFs): ResultFolder {
  let folder = resolve(target.folder);
  const parent = dirname(folder);
  const partial = join(parent, `.${basename(folder)}.partial-${process.pid}-${hostname()}`);
  sweep(folder, fs);
  refuse(folder, target, fs);
  const created = withFiles(`write to ${parent}`, () => makeFolder(parent, fs));
  withFiles(`write to ${parent}`, () => {
    fs.rmSync(partial, { recursive: true, force: true });
    fs.mkdirSync(partial);
  });
  const files = new Map<string, { fd: number; hash: Hash; bytes: number }>();
  let isOpen = true;

  const open = (file: string) => {
    const known = files.get(file);
    if (known) return known;
    const fd = withFiles(`write ${file}`, () => fs.openSync(join(partial, file), "wx"));
    const opened = { fd, hash: createHash("sha256"), bytes: 0 };
    files.set(file, opened);
    return opened;
  };

  const publish = (): void => {
    for (;;) {
      try {
        replace(partial, folder, target.force === true, fs);
        return;
      } catch (error) {
        const isTaken = ["EEXIST", "ENOTEMPTY"].includes(systemCode(error) ?? "");
        if (!isTaken) throw error;
        if (target.otherwise) folder = resolve(target.otherwise());
        else refuse(folder, target, fs);
      }
    }
  };

  return {
    append(file, content) {
      const bytes = typeof content === "string" ? Buffer.from(content) : content;
      const opened = open(file);
      withFiles(`write ${file}`, () => fs.writeFileSync(opened.fd, bytes));
      opened.hash.update(bytes);
      opened.bytes += bytes.byteLength;
    },
    finish(file) {
      const { fd, hash, bytes } = open(file);
      withFiles(`write ${file}`, () => {
        fs.fsyncSync(fd);
        fs.closeSync(fd);
      });
      files.delete(file);
      return { file, bytes, sha256: hash.digest("hex") };
    },
    commit() {
      if (files.size > 0) throw new Error(`files not finished: ${[...files.keys()].join(", ")}`);
      withFiles(`write ${folder}`, () => {
        syncFolder(partial, fs);
        publish();
        syncFolder(parent, fs);
      });
      isOpen = false;
      return folder;
    },
    discard() {
      if (!isOpen) return;
      isOpen = false;
      for (const { fd } of files.values()) fs.closeSync(fd);
      fs.rmSync(partial, { recursive: true, force: true });
      if (created !== undefined) removeEmpty(parent, dirname(created), fs);
    },
  };
}

/** Refuses what would overwrite something, before any work is done. */
function refuse(folder: string, { force = false }: Target, fs: FileSystem): void {
  const found = withFiles(`write to ${folder}`, () => fs.statSync(folder, { throwIfNoEntry: false }));
  if (!found) return;
  if (!found.isDirectory()) {
    throw new Failure(EXIT.usage, `${folder}: a file is in the way`, "name a folder that does not exist yet");
  }
  const content = withFiles(`read ${folder}`, () => fs.readdirSync(folder));
  if (content.length === 0) return;
  if (!content.includes(MANIFEST)) {
    throw new Failure(EXIT.usage, `${folder}: the folder holds something else than a result`, "name another folder");
  }
  if (!force) {
    throw new Failure(EXIT.usage, `${folder}: there is a result already`, "add --force to replace it, or name another folder");
  }
}

/** Renames the new folder over the target; an old result steps aside first and goes when the new one is there. */
function replace(partial: string, folder: string, force: boolean, fs: FileSystem): void {
  if (!force || !fs.existsSync(folder)) {
    fs.renameSync(partial, folder);
    return;
  }
  const aside = partial.replace(".partial-", ".replaced-");
  fs.renameSync(folder, aside);
  try {
    fs.renameSync(partial, folder);
  } catch (error) {
    fs.renameSync(aside, folder);
    throw error;
  }
  fs.rmSync(aside, { recursive: true, force: true });
}

const LEFTOVER = /^\.(.+)\.(partial|replaced)-(\d+)-(.+)$/;

interface Leftover {
  readonly path: string;
  readonly of: string;
  readonly kind: string;
  readonly owner: string;
  /** A process on another machine cannot be asked and counts as alive. */
  readonly isAlive: boolean;
}

/** Unfinished folders beside a result, with who is or was writing them. */
export function leftovers(parent: string, fs: FileSystem = nodeFs): Leftover[] {
  if (!fs.existsSync(parent)) return [];
  return fs.readdirSync(parent).flatMap((entry) => {
    const [, of = "", kind = "", pid = "", host = ""] = LEFTOVER.exec(entry) ?? [];
    if (of === "") return [];
    const isOther = Number(pid) !== process.pid;
    const isAlive = host !== hostname() || (isOther && isRunning(Number(pid)));
    return [{ path: join(parent, entry), of, kind, owner: `process ${pid} on ${host}`, isAlive }];
  });
}

/** Removes what dead processes left beside the target. @throws Failure with status 75 when a living one writes it */
function sweep(folder: string, fs: FileSystem): void {
  const parent = dirname(folder);
  for (const { path, of, kind, owner, isAlive } of withFiles(`read ${parent}`, () => leftovers(parent, fs))) {
    if (isAlive) {
      if (of !== basename(folder)) continue;
      throw new Failure(EXIT.busy, `${folder}: ${owner} is writing it`, `wait for it; if it is gone, remove ${path}`);
    }
    withFiles(`remove ${path}`, () => {
      // Killed between its two renames: the old result is still the result.
      if (kind === "replaced" && !fs.existsSync(join(parent, of))) fs.renameSync(path, join(parent, of));
      else fs.rmSync(path, { recursive: true, force: true });
    });
  }
}

/** Removes empty folders from one up to, but without, another. */
function removeEmpty(folder: string, up: string, fs: FileSystem): void {
  for (let at = folder; at !== up && at.startsWith(up); at = dirname(at)) {
    if (fs.readdirSync(at).length > 0) return;
    fs.rmdirSync(at);
  }
}
