/** Files of what was dropped on the page, folders and all. */
import type { ResultFile } from "../opened.ts";

/** Files in a folder of results; more are no result. */
const MOST_FILES = 20_000;

export async function droppedFiles(dropped: DataTransfer | null): Promise<ResultFile[]> {
  // Items are there only until the event is over. What comes from no file system has no entry.
  const items = [...(dropped?.items ?? [])].map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const found: ResultFile[] = [];
  for (const { entry, file } of items) {
    if (entry) await collect(entry, "", found);
    else if (file) found.push({ path: file.name, file });
  }
  return found;
}

async function collect(entry: FileSystemEntry, above: string, into: ResultFile[]): Promise<void> {
  if (into.length >= MOST_FILES) return;
  const path = `${above}${entry.name}`;
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    into.push({ path, file });
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  // A reader tells some at a time, and none when there are no more.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return;
    for (const one of some) await collect(one, `${path}/`, into);
  }
}
