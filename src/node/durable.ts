/** A file that is there whole or not at all, also after a power cut. */
import nodeFs from "node:fs";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { withFiles } from "./failure.ts";

const TEMPORARY = /^\.(.+)\.writing-(\d+)-(.+)$/;

/** Temp file in the same folder, write, fsync, close, rename, fsync of the folder. @throws Failure with status 74 */
export function writeDurably(path: string, chunks: Iterable<string | Uint8Array>, fs: typeof nodeFs = nodeFs): void {
  const writer = durableFile(path, fs);
  try {
    for (const chunk of chunks) writer.append(chunk);
    writer.commit();
  } catch (error) {
    writer.discard();
    throw error;
  }
}

export interface DurableFile {
  append(chunk: string | Uint8Array): void;
  commit(): void;
  /** Harmless after a commit. */
  discard(): void;
}

/** A file that grows out of sight and appears when it is committed. */
export function durableFile(path: string, fs: typeof nodeFs = nodeFs): DurableFile {
  const temporary = join(dirname(path), `.${basename(path)}.writing-${process.pid}-${hostname()}`);
  const doing = `write ${path}`;
  const fd = withFiles(doing, () => fs.openSync(temporary, "w"));
  let isOpen = true;
  return {
    append: (chunk) => void withFiles(doing, () => fs.writeFileSync(fd, chunk)),
    commit: () =>
      withFiles(doing, () => {
        fs.fsyncSync(fd);
        fs.closeSync(fd);
        isOpen = false;
        fs.renameSync(temporary, path);
        syncFolder(dirname(path), fs);
      }),
    discard: () => {
      if (isOpen) fs.closeSync(fd);
      isOpen = false;
      fs.rmSync(temporary, { force: true });
    },
  };
}

export function syncFolder(folder: string, fs: Pick<typeof nodeFs, "openSync" | "fsyncSync" | "closeSync"> = nodeFs): void {
  // Windows cannot open a folder, and needs no such thing.
  if (process.platform === "win32") return;
  const fd = fs.openSync(folder, "r");
  try {
    fs.fsyncSync(fd);
  } finally {
    fs.closeSync(fd);
  }
}

/** Removes what processes of this machine that are gone have left in a folder. */
export function removeUnfinished(folder: string, fs: typeof nodeFs = nodeFs): void {
  for (const entry of fs.readdirSync(folder)) {
    const [, , pid = "", host = ""] = TEMPORARY.exec(entry) ?? [];
    if (pid !== "" && host === hostname() && !isRunning(Number(pid))) fs.rmSync(join(folder, entry), { force: true });
  }
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isDead(pid);
  } catch (error) {
    return !(error instanceof Error && "code" in error && error.code === "ESRCH");
  }
}

/** A killed process keeps its number until its parent has asked how it ended. */
function isDead(pid: number): boolean {
  try {
    return /^\d+ \(.*\) [ZX]/s.test(nodeFs.readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}
