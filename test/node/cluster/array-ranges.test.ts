import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseRanges, ranges } from "../../../src/node/cluster/array-ranges.ts";
import { Failure } from "../../../src/node/failure.ts";

describe("ranges", () => {
  it.each([
    [[], ""],
    [[0], "0"],
    [[23, 24, 107], "23-24,107"],
    [[3, 1, 2, 2, 0, 9], "0-3,9"],
    [[10, 9, 11], "9-11"],
  ])("%j is written %s", (indices, text) => expect(ranges(indices)).toBe(text));

  it.each([-1, 1.5, Number.NaN])("%d is no index", (index) => expect(() => ranges([index])).toThrow(RangeError));

  it("are read back as they were", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(999), { minLength: 1, maxLength: 1000 }), (indices) => {
        expect(parseRanges(ranges(indices), 1000)).toEqual(indices.sort((a, b) => a - b));
      }),
    );
  });
});

describe("reading ranges", () => {
  it("allows spaces and any order", () => expect(parseRanges(" 7 , 2-4,0", 8)).toEqual([0, 2, 3, 4, 7]));

  it.each([
    ["", /no index/],
    ["a", /no index/],
    ["1,,2", /no index/],
    ["-3", /no index/],
    ["1-", /no index/],
    ["0-8:2", /no index/],
    ["0x1", /no index/],
    ["1.0", /no index/],
    ["5-2", /backwards/],
    ["10", /no shard 10, the last is 9/],
    ["0-99999999", /no shard 99999999/],
    ["0-4,4-6", /shard 4 is named twice/],
    ["9999999999", /no index/],
  ])("refuses %j", (text, message) => {
    expect(() => parseRanges(text, 10)).toThrow(Failure);
    expect(() => parseRanges(text, 10)).toThrow(message);
  });
});
