/** Undo and redo over states that never change. Changes of one kind in a row, such as a drag, are one step. */
export interface History<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
  /** Kind of the last change; changes of the same kind replace each other. */
  readonly kind: string | undefined;
}

const MOST_STEPS = 200;

export function history<T>(present: T): History<T> {
  return { past: [], present, future: [], kind: undefined };
}

/** @param kind undefined for a step of its own */
export function changeTo<T>({ past, present, kind: last }: History<T>, next: T, kind?: string): History<T> {
  const isSame = kind !== undefined && kind === last;
  return { past: isSame ? past : [...past, present].slice(-MOST_STEPS), present: next, future: [], kind };
}

export function undo<T>(of: History<T>): History<T> {
  const before = of.past.at(-1);
  if (before === undefined) return of;
  return { past: of.past.slice(0, -1), present: before, future: [of.present, ...of.future], kind: undefined };
}

export function redo<T>(of: History<T>): History<T> {
  const [next, ...future] = of.future;
  if (next === undefined) return of;
  return { past: [...of.past, of.present], present: next, future, kind: undefined };
}
