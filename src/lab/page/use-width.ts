/** The width of an element on the screen, kept up to date. */
import { useEffect, useRef, useState } from "preact/hooks";

export function useWidth<E extends Element>(first: number) {
  const element = useRef<E>(null);
  const [width, set] = useState(first);
  useEffect(() => {
    const { current } = element;
    if (!current) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) set(Math.round(entry.contentRect.width));
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return { element, width };
}
