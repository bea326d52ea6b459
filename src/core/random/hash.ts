/**
 * A 64-bit hash of a text, for seeds and stream names: threefry with 20 rounds in the Matyas-Meyer-Oseas construction
 * (the chained state is the key, the text the counter, and the text is added to the result), so that texts that repeat or
 * extend each other ("1", "11"; "base", "basebase") share nothing.
 */
import { block, keyFromWords, w0, w1, w2, w3 } from "./threefry.ts";

const UNITS_PER_BLOCK = 8; // 16-bit code units in four 32-bit words

/** Two int32 words. Overwrites the words of the last block. */
export function hashText(text: string): { readonly lo: number; readonly hi: number } {
  let s0 = text.length; // the length is hashed too: padding cannot be mistaken for text
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  const pair = (at: number): number =>
    (at < text.length ? text.charCodeAt(at) : 0) | ((at + 1 < text.length ? text.charCodeAt(at + 1) : 0) << 16);
  for (let at = 0; at === 0 || at < text.length; at += UNITS_PER_BLOCK) {
    const t0 = pair(at);
    const t1 = pair(at + 2);
    const t2 = pair(at + 4);
    const t3 = pair(at + 6);
    block(keyFromWords(s0, s1, s2, s3, 20), t0, t1, t2, t3);
    s0 = w0 ^ t0;
    s1 = w1 ^ t1;
    s2 = w2 ^ t2;
    s3 = w3 ^ t3;
  }
  return { lo: s0, hi: s1 };
}
