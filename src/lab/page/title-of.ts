/** Titles for the names by which tables know parts of the world. */
import type { WorldInfo } from "../protocol.ts";

/** @param scope of what: a leg, a service, a jurisdiction ... @returns the name itself where the world has no title for it */
export function titleOf({ names }: WorldInfo, scope: string, name: string): string {
  return names[scope]?.find((one) => one.name === name)?.title ?? name;
}
