/** Where a result goes: where the user says, or the next free place in `output`. */
import { join, relative, resolve, sep } from "node:path";
import type { Target } from "../node/result-folder.ts";
import { nextInSeries } from "../node/run-number.ts";
import type { ResolvedScenario } from "../node/scenario.ts";

export function targetOf(
  { name, strategy }: ResolvedScenario,
  { out, force = false }: { readonly out?: string; readonly force?: boolean },
): Target {
  if (out !== undefined) return { folder: resolve(out), force };
  const next = () => nextInSeries(resolve("output", name), strategy.name);
  return { folder: next(), otherwise: next };
}

/** A path as a user of this folder would write it. */
export function shown(path: string): string {
  const local = relative(process.cwd(), path);
  return local === "" ? "." : local.startsWith(`..${sep}`) || local === ".." ? path : join(local);
}
