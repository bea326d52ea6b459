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

/** Refuses --out before anything else is done, where nothing could be written. @throws Failure */
export async function refuseOut({ out, dryRun }: { readonly out?: string; readonly dryRun?: boolean }): Promise<void> {
  if (out === undefined || dryRun) return;
  const { refuseEarly } = await import("../node/early-refusal.ts");
  refuseEarly(out);
}

/** A path as a user of this folder would write it. */
export function shown(path: string): string {
  const local = relative(process.cwd(), path);
  return local === "" ? "." : local.startsWith(`..${sep}`) || local === ".." ? path : join(local);
}
