/** Paths into a document: how they are written, and what lies at one. */

export type Path = readonly (string | number)[];

const PLAIN_KEY = /^[\w-]+$/;
const STEP = /(?:^|\.)([\p{L}\p{N}_-]+)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]/uy;

/** `instruments[1].kind`, `legs.hub-coast.weeks`, `names["a b"]`; "" is the whole document. */
export function formatPath(path: Path): string {
  return path
    .map((step, depth) => {
      if (typeof step === "number") return `[${step}]`;
      if (!PLAIN_KEY.test(step)) return `[${JSON.stringify(step)}]`;
      return depth === 0 ? step : `.${step}`;
    })
    .join("");
}

/** Reads what `formatPath` writes, and `instruments.1.kind`; undefined when the text is no path. */
export function parsePath(text: string): (string | number)[] | undefined {
  const path: (string | number)[] = [];
  const step = new RegExp(STEP);
  while (step.lastIndex < text.length) {
    const found = step.exec(text);
    if (!found) return undefined;
    const [, key, index, quoted] = found;
    if (key !== undefined) path.push(key);
    else if (index !== undefined) path.push(Number(index));
    else {
      const unquoted = unquote(quoted as string);
      if (unquoted === undefined) return undefined;
      path.push(unquoted);
    }
  }
  return path.length > 0 ? path : undefined;
}

function unquote(text: string): string | undefined {
  try {
    return String(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** A plain map, as documents have them: no array, no null. */
export function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What lies under one key or index; undefined when nothing does. */
export function childOf(value: unknown, step: string | number): unknown {
  if (Array.isArray(value)) return value[Number(step)];
  return isMap(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}

/** What lies at a path; undefined when nothing does. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce(childOf, value);
}
