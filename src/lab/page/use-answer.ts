/** What the engine answers to a question; asked again when the question changes. */
import { useEffect, useState } from "preact/hooks";
import type { Answer } from "../protocol.ts";
import type { Asked } from "./engines.ts";
import type { Store } from "./store.ts";

/** @param state changes when the same question may have another answer */
export function useAnswer(store: Store, question: Asked | undefined, state: string): Answer | undefined {
  const [answer, set] = useState<Answer | undefined>(undefined);
  const asked = JSON.stringify([question, state]);
  useEffect(() => {
    let isWanted = true;
    set(undefined);
    const [one] = JSON.parse(asked) as [Asked | null];
    if (one) {
      store.ask(one).then(
        (found) => isWanted && set(found),
        () => isWanted && set(undefined),
      );
    }
    return () => {
      isWanted = false;
    };
  }, [store, asked]);
  return answer;
}
