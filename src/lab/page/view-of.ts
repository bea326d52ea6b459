/** Strategies as the page shows them, with what they take over from shipped ones; each text is read once. */
import { strategies } from "corridor:shipped";
import { viewOf as read, type StrategyView } from "../document.ts";
import { nameIn } from "./shipped-texts.ts";
import type { Language } from "./texts.ts";

const known = new Map<string, StrategyView>();
/** Texts that are remembered; a text that is typed has a view for every letter. */
const MOST_KNOWN = 200;

export function viewOf(text: string): StrategyView {
  const found = known.get(text) ?? read(text, strategies);
  if (known.size > MOST_KNOWN) known.clear();
  known.set(text, found);
  return found;
}

/** What a strategy is called: its title, or its name where it has none. */
export function titleIn(language: Language, text: string): string {
  const { title, name } = viewOf(text);
  return nameIn(language, title) || name;
}

export const SHIPPED: readonly StrategyView[] = Object.values(strategies).map(viewOf);
