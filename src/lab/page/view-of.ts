/** Strategies as the page shows them, with what they take over from shipped ones; each text is read once. */
import { strategies } from "corridor:shipped";
import { viewOf as read, type StrategyView } from "../document.ts";

const known = new Map<string, StrategyView>();
/** Texts that are remembered; a text that is typed has a view for every letter. */
const MOST_KNOWN = 200;

export function viewOf(text: string): StrategyView {
  const found = known.get(text) ?? read(text, strategies);
  if (known.size > MOST_KNOWN) known.clear();
  known.set(text, found);
  return found;
}

export const SHIPPED: readonly StrategyView[] = Object.values(strategies).map(viewOf);
