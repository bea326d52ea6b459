/** What every part of the page is given. */
import type { Store } from "./store.ts";
import type { Say } from "./texts.ts";

export interface Shared {
  readonly store: Store;
  readonly say: Say;
  /** The name of an outcome, kind, conduct ... in words. */
  readonly label: (group: string, name: string) => string;
}
