/** Which of the changes under `set` belong to which strategy of an experiment. */
import { isMap, parsePath } from "../core/index.ts";
import { childOf } from "../core/scenario/path.ts";
import { loadDocument } from "./scenario-file.ts";

/** For each strategy, in order: what is set in it and in its ecosystem. */
export type Changes = readonly Readonly<Record<string, unknown>>[];

const OF_STRATEGY = "instruments";

/**
 * A change of an instrument holds for the strategies that have the instrument, as an uncertainty does. Where no strategy has
 * it, it is left with those that come nearest, which then say what is wrong.
 */
export async function changesOf(
  set: Readonly<Record<string, unknown>>,
  strategies: readonly string[],
  shipped: string | undefined,
): Promise<Changes> {
  const paths = Object.keys(set).map((text) => ({ text, path: parsePath(text) ?? [] }));
  const isOfStrategy = ({ path }: { path: readonly unknown[] }) => path[0] === OF_STRATEGY;
  if (!paths.some(isOfStrategy)) return strategies.map(() => set);
  const documents = await Promise.all(
    strategies.map(
      async (name) => (await loadDocument(name, { kind: "strategy", ...(shipped === undefined ? {} : { shipped }) })).merged,
    ),
  );
  const depths = new Map(
    paths.filter(isOfStrategy).map(({ text, path }) => [text, documents.map((document) => depth(document, path))]),
  );
  return strategies.map((_, i) => {
    const own = Object.entries(set).filter(([text]) => {
      const found = depths.get(text);
      return found === undefined || found[i] === Math.max(...found);
    });
    return Object.fromEntries(own);
  });
}

/** How many steps of a path lead somewhere, its last one not counted: a key may be left out in a file. */
function depth(document: unknown, path: readonly (string | number)[]): number {
  let node = document;
  for (const [steps, step] of path.slice(0, -1).entries()) {
    node = childOf(node, step);
    if (!isMap(node) && !Array.isArray(node)) return steps;
  }
  return path.length - 1;
}
