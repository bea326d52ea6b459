/** The width of an element on the screen, kept up to date, whenever it comes and goes. */
import { useEffect, useState } from "preact/hooks";

export function useWidth<E extends Element>(first: number) {
  const [current, element] = useState<E | null>(null);
  const [width, set] = useState(first);
  useEffect(() => {
    if (!current) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) set(Math.round(entry.contentRect.width));
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, [current]);
  return { element, width };
}
