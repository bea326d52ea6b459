/** What the beginning of a file says that it is, before anybody reads the whole of it. */
import { open, stat } from "node:fs/promises";

/** At the start of a line, or within braces: JSON and YAML may stand on one line. */
const FORMAT = /^(?:[^#\n]*?[{,])?\s*["']?format["']?\s*:\s*["']?corridor\/([a-z]+)@/m;
/** The first key is the format: it stands within the first characters, after a comment at most. */
const HEAD_BYTES = 65536;

/** "strategy" of `format: corridor/strategy@1`, as it is written; undefined of a file that says nothing of the kind. */
export async function statedKind(path: string): Promise<string | undefined> {
  return kindIn(await head(path));
}

/** The same of a text that is there. */
export function kindIn(text: string): string | undefined {
  return FORMAT.exec(text)?.[1];
}

/** The beginning of a file; nothing when it cannot be read, which its reader will say. */
export async function head(path: string): Promise<string> {
  // To open a pipe waits for somebody who writes into it.
  const about = await stat(path).catch(() => undefined);
  const file = about?.isFile() ? await open(path, "r").catch(() => undefined) : undefined;
  if (!file) return "";
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.toString("utf8", 0, bytesRead);
  } catch {
    return "";
  } finally {
    await file.close();
  }
}
