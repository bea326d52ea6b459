/**
 * Indices of shards as Slurm writes them: `[23, 24, 107] <-> "23-24,107"`. Shards count from 0, as the completion index of
 * Kubernetes does; a job array does not mind.
 */
import { EXIT, Failure } from "../failure.ts";

/** In ascending order, each once; nothing for no index. Indices are whole numbers from 0. */
export function ranges(indices: Iterable<number>): string {
  const runs: [first: number, last: number][] = [];
  for (const index of [...new Set(indices)].sort((a, b) => a - b)) {
    if (!Number.isSafeInteger(index) || index < 0) throw new RangeError(`invalid index: ${index}`);
    const run = runs.at(-1);
    if (run && run[1] === index - 1) run[1] = index;
    else runs.push([index, index]);
  }
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(",");
}

/**
 * @param text such as `23-24,107`
 * @param count how many shards there are: every index is below it, so a slip of the finger cannot ask for a billion
 * @returns the indices in ascending order
 * @throws Failure (usage) for anything else, and for an index named twice
 */
export function parseRanges(text: string, count: number): number[] {
  const isNamed = new Uint8Array(count);
  for (const part of text.split(",")) {
    const [, from, to = from] = /^\s*(\d{1,9})(?:-(\d{1,9}))?\s*$/.exec(part) ?? refuse(`"${part}" is no index and no range`);
    const [first, last] = [Number(from), Number(to)];
    if (first > last) refuse(`the range ${part} runs backwards`);
    if (last >= count) refuse(`there is no shard ${last}, the last is ${count - 1}`);
    for (let index = first; index <= last; index++) {
      if (isNamed[index]) refuse(`shard ${index} is named twice`);
      isNamed[index] = 1;
    }
  }
  return Array.from(isNamed.keys()).filter((index) => isNamed[index]);
}

function refuse(message: string): never {
  throw new Failure(EXIT.usage, message, "write indices and ranges of them, counted from 0, as in 23-24,107");
}
