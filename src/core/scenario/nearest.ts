/** The nearest of the words that would have been right. */
import { distance } from "fastest-levenshtein";

/** Longer words are no slips of the pen, and comparing them costs time. */
const LONGEST = 64;
/** One slip in this many letters is still taken for the same word; two letters swapped are two slips. */
const LETTERS_PER_SLIP = 3;
const SHORT = 3;

/**
 * The candidate with the fewest edits, or undefined when none is near. Case, hyphens, underscores and blanks do not
 * count: `per_jurisdiction` is `perJurisdiction`. The first of equally near candidates wins.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > LONGEST) return undefined;
  const meant = plain(word);
  let best: string | undefined;
  const most = meant.length <= SHORT ? 1 : Math.max(2, Math.floor(meant.length / LETTERS_PER_SLIP));
  let fewest = most + 1;
  for (const candidate of candidates) {
    if (candidate.length > LONGEST) continue;
    const other = plain(candidate);
    if (Math.abs(other.length - meant.length) >= fewest) continue;
    const edits = distance(meant, other);
    // A word of one or two letters is near to every other: it must share a letter.
    if (edits < fewest && edits < Math.max(meant.length, other.length, 1)) {
      fewest = edits;
      best = candidate;
    }
  }
  return best;
}

function plain(word: string): string {
  return word.toLowerCase().replace(/[-_\s]/g, "");
}
