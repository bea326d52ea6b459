/** What the engine answers to a question; asked again when the question changes. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { Answer } from "../protocol.ts";
import type { Asked } from "./engines.ts";
import type { Store } from "./store.ts";

/**
 * What was answered stays until the same question is answered anew, so that nothing on the page shrinks and grows meanwhile.
 * @param state changes when the same question may have another answer
 */
export function useAnswer(store: Store, question: Asked | undefined, state: string): Answer | undefined {
  const [answer, set] = useState<Answer | undefined>(undefined);
  const asked = JSON.stringify([question, state]);
  const before = useRef("");
  useEffect(() => {
    let isWanted = true;
    const [one] = JSON.parse(asked) as [Asked | null];
    if (before.current !== JSON.stringify(one)) set(undefined);
    before.current = JSON.stringify(one);
    if (one) {
      store.ask(one).then(
        (found) => isWanted && set((known) => (known && found.type === "none" ? known : found)),
        () => isWanted && set(undefined),
      );
    }
    return () => {
      isWanted = false;
    };
  }, [store, asked]);
  return answer;
}
