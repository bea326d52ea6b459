/** What the project holds itself to, and how today's figures stand: raw, and as they would be on the machine of the bars. */
import type { Machine } from "./machine.ts";

export interface Bar {
  readonly name: string;
  readonly unit: string;
  readonly bar: number;
  readonly moonshot: number;
  readonly moreIsBetter: boolean;
  readonly raw: number;
  /** Raw, where the speed of the machine has no part in it. */
  readonly normalised: number;
}

/** A name, unit, bar and moonshot. */
type Aim = readonly [name: string, unit: string, bar: number, moonshot: number];

/** Something that takes long on a slow machine. */
export function time(aim: Aim, raw: number, machine: Machine): Bar {
  return make(aim, false, raw, raw / machine.slowness);
}

/** Something of which a slow machine does little. */
export function rate(aim: Aim, raw: number, machine: Machine): Bar {
  return make(aim, true, raw, raw * machine.slowness);
}

export const most = (aim: Aim, raw: number): Bar => make(aim, false, raw, raw);
export const least = (aim: Aim, raw: number): Bar => make(aim, true, raw, raw);

function make([name, unit, bar, moonshot]: Aim, moreIsBetter: boolean, raw: number, normalised: number): Bar {
  return { name, unit, bar, moonshot, moreIsBetter, raw, normalised };
}

export function verdict({ normalised, bar, moonshot, moreIsBetter }: Bar): string {
  const reaches = (line: number) => (moreIsBetter ? normalised >= line : normalised <= line);
  return reaches(moonshot) ? "moonshot" : reaches(bar) ? "held" : "missed";
}
