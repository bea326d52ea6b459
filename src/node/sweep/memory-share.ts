/** How much memory a run may take: what arrays hold is outside the limits that an engine keeps by itself. */
import { totalmem } from "node:os";
import { getHeapStatistics } from "node:v8";

/** Of the machine, what all threads together may take; the rest is for the system and the main thread. Assumed. */
const FOR_RUNS = 0.8;

/** Bytes that each of some threads may take of the machine, or of what a container or a task of a queue may use of it. */
export function memoryShare(threads: number): number {
  const allowed = process.constrainedMemory();
  const all = totalmem();
  // No limit is reported as 0, or as more than there is.
  return (FOR_RUNS * (allowed > 0 && allowed < all ? allowed : all)) / threads;
}

/** Bytes that this thread holds: objects and arrays. */
export function memoryHeld(): number {
  const { used_heap_size, external_memory } = getHeapStatistics();
  return used_heap_size + external_memory;
}
