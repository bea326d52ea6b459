/** The words of three languages, from the spelling dictionaries that Debian packages: as seeds, titles, cells, and as words meant for others. */
import { parse } from "csv-parse/sync";
import english from "dictionary-en";
import persian from "dictionary-fa";
import russian from "dictionary-ru";
import { describe, expect, it } from "vitest";
import { hashText } from "../../src/core/random/hash.ts";
import { nearest } from "../../src/core/scenario/nearest.ts";
import { text, title } from "../../src/core/scenario/schema/names.ts";
import { csvText } from "../../src/formats/csv.ts";
import { STANDARD } from "../../src/formats/csv-dialect.ts";

/** The first line counts the others; what follows a slash says how a word is bent. */
const WORDS = [
  ...new Set(
    [english, persian, russian]
      .flatMap(({ dic }) => new TextDecoder().decode(dic).split("\n").slice(1))
      .flatMap((line) => {
        const word = line.replace(/[/\t\r].*/s, "").trim();
        return word === "" ? [] : [word];
      }),
  ),
];

it("are there in their hundred thousands", () => expect(WORDS.length).toBeGreaterThan(250_000));

describe("the hash of texts, on which seeds and identities stand", () => {
  const hashes = WORDS.map(hashText);

  it("gives every word a value of its own", () => {
    expect(new Set(hashes.map(({ lo, hi }) => `${lo}/${hi}`)).size).toBe(WORDS.length);
  });

  it("sets every bit in half of them, as far as chance goes", () => {
    const [n, most] = [WORDS.length, 5]; // standard deviations: one of 64 bits errs by chance once in 27,000 lists
    const sd = Math.sqrt(n) / 2;
    for (const half of ["lo", "hi"] as const)
      for (let bit = 0; bit < 32; bit++) {
        const set = hashes.reduce((sum, hash) => sum + ((hash[half] >>> bit) & 1), 0);
        expect(Math.abs(set - n / 2), `${half} ${bit}`).toBeLessThan(most * sd);
      }
  });
});

it("are titles to the letter, unless they hold what a title may not, and cells that come back", () => {
  const refused = WORDS.filter((word) => !title.safeParse(word).success || !text.safeParse(word).success);
  expect(refused.filter((word) => /^[\p{L}\p{M}\p{N}'’.\u200c-]+$/u.test(word) && !/^[-'’.]/.test(word))).toEqual([]);
  const cells = parse(WORDS.map((word) => `${csvText(word, STANDARD)}\n`).join("")) as string[][];
  expect(cells.map(([cell]) => cell)).toEqual(WORDS);
});

it("are taken for a key only when they are near one, letter by letter", () => {
  const keys = ["communities", "legs", "nodes", "vessels", "services", "jurisdictions", "authorities", "instruments"];
  const meant = WORDS.filter((_, index) => index % 20 === 0).flatMap((word) => {
    const key = nearest(word, keys);
    return key === undefined ? [] : [[word, key] as const];
  });
  expect(meant.length).toBeGreaterThan(5);
  for (const [word, key] of meant) {
    const shared = [...new Set(key)].filter((letter) => word.toLowerCase().includes(letter)).length;
    expect(shared, `${word} for ${key}`).toBeGreaterThanOrEqual(Math.min(2, word.length - 1));
  }
});
