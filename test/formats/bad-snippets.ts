/** What people write by mistake: a snippet, where the issue must be, what it must say. */
import { z } from "zod";
import { dateSchema, quantity, series, share } from "../../src/core/quantity.ts";

const name = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: "must be lower-case words joined by hyphens" });

/** A small document with one of everything that scenario files have. */
export const SCHEMA = z.strictObject({
  title: z.string().min(1).max(20).default("x"),
  weeks: z.int().min(1).max(520).meta({ unit: "weeks" }).default(10),
  on: z.boolean().default(true),
  start: dateSchema.optional(),
  day: z.iso.date().optional(),
  mode: z.enum(["fast", "careful"]).optional(),
  list: z.array(z.number()).max(3).optional(),
  pair: z.tuple([z.number(), z.number()]).optional(),
  even: z.number().multipleOf(2).optional(),
  seed: z.union([z.string().min(1), z.int().min(0)]).default(1),
  legs: z
    .record(
      name,
      z.strictObject({
        weeks: quantity({ unit: "weeks", about: "travel time", min: 0, max: 50 }),
        fee: series({ unit: "USD/person", about: "fare", min: 0, max: 10_000 }).optional(),
        risk: share("risk").optional(),
        from: name.optional(),
      }),
    )
    .default({}),
  instruments: z
    .array(
      z.discriminatedUnion("kind", [
        z.strictObject({ kind: z.literal("patrol"), start: dateSchema, boats: z.int() }),
        z.strictObject({ kind: z.literal("asset-freeze"), start: dateSchema, targets: z.array(z.string()) }),
      ]),
    )
    .default([]),
  need: z.strictObject({ a: z.number() }).default({ a: 1 }),
});

export interface Bad {
  readonly text: string;
  /** Every issue, in order: `line:column path`, and parts of the line that says what is wrong. */
  readonly issues: readonly { readonly at: string; readonly says: readonly string[] }[];
}

const one = (text: string, at: string, ...says: string[]): Bad => ({ text, issues: [{ at, says }] });

export const NUMBERS: readonly Bad[] = [
  one("weeks: 25%", "1:8 weeks", 'found "25%"', "write 0.25", "a whole number from 1 to 520 (weeks)"),
  one("weeks: 1,5", "1:8 weeks", '"1,5"', "write 1.5"),
  one("weeks: 1,500", "1:8 weeks", "write 1500", "or 1.500 if"),
  one("weeks: 1_000", "1:8 weeks", "write 1000"),
  one("weeks: '12'", "1:8 weeks", "write 12 without quotes"),
  one('weeks: "1e3"', "1:8 weeks", "write 1000 without quotes"),
  one("weeks: NaN", "1:8 weeks", "write a finite number"),
  one("weeks: .nan", "1:8 weeks", "found .nan", "write a finite number"),
  one("weeks: -.inf", "1:8 weeks", "found -.inf"),
  one("weeks: 1e400", "1:8 weeks", "found .inf"),
  one("weeks: 600", "1:8 weeks", "600 is too large", "from 1 to 520 (weeks)"),
  one("weeks: 0", "1:8 weeks", "0 is too small"),
  one("weeks: 1.5", "1:8 weeks", "expected a whole number, found 1.5"),
  one("weeks:", "1:1 weeks", "found nothing", "after the colon"),
  one("weeks: true", "1:8 weeks", "expected a number, found true"),
  one("weeks: 10 weeks", "1:8 weeks", "write 10 alone; the unit is weeks"),
  one("weeks: 10k", "1:8 weeks", "write 10000"),
  one("weeks: 5-10", "1:8 weeks", "low: 5, high: 10"),
  one("seed: 12345678901234567890", "1:7 seed", "12345678901234567890 has too many digits"),
  one("even: 3", "1:7 even", "3 is no multiple of 2"),
];

export const OTHERS: readonly Bad[] = [
  one("on: yes", "1:5 on", 'found "yes"', "write true", "allowed: true or false"),
  one("on: No", "1:5 on", "write false"),
  one("on: 1", "1:5 on", "write true"),
  one("start: 2018-6-7", "1:8 start", '"2018-6-7" is no calendar date', "write 2018-06-07", "YYYY-MM-DD"),
  one("start: 07/06/2018", "1:8 start", "write 2018-06-07 if the day came first, or 2018-07-06"),
  one("start: 18.6.2018", "1:8 start", "write 2018-06-18"),
  one("start: June 7, 2018", "1:8 start", "write 2018-06-07"),
  one("start: 2018", "1:8 start", "expected a date, found 2018", "write 2018-01-01"),
  one("start: 2018-02-30", "1:8 start", "that month ends on 2018-02-28"),
  one("day: 2018/6/7", "1:6 day", "write 2018-06-07"),
  one("mode: fsat", "1:7 mode", 'unknown mode "fsat"', "allowed: fast, careful", "Did you mean fast?"),
  one("title: 7", "1:8 title", "expected a text, found 7", 'write "7", in quotes'),
  one("title: ''", "1:8 title", "the text is empty"),
  one("title: a text that is far too long", "1:8 title", "has 27 characters, more than 20"),
  one("list: 3", "1:7 list", "expected a list, found 3", "write [3]"),
  one("list: [1, 2, 3, 4]", "1:7 list", "the list has 4 items, more than 3"),
  one("list: [1, x]", "1:11 list[1]", 'expected a number, found "x"'),
  one("pair: [1]", "1:7 pair", "fewer than 2"),
];

export const KEYS: readonly Bad[] = [
  one("weks: 3", "1:1 weks", 'unknown key "weks"', "Did you mean weeks?"),
  one("need: {}", "1:1 need", 'key "a" is missing', "a: a number"),
  one("legs:\n  a-b:\n    fee: 3", "2:3 legs.a-b", 'key "weeks" is missing', "weeks: a number from 0 to 50 (weeks)"),
  one("legs:\n  a-b:\n    weks: 3", "3:5 legs.a-b.weks", "Did you mean weeks?"),
  one("legs:\n  A B: {weeks: 1}", '2:3 legs["A B"]', '"A B" must be lower-case words'),
  one("legs:\n  a-b: {weeks:1}", '2:9 legs.a-b["weeks:1"]', "a space is missing after the colon", "Did you mean weeks: 1?"),
  one("legs: [1]", "1:7 legs", "expected a map of keys and values, found a list of 1"),
  one("legs:\n  a-b:\n    weeks: {}", "3:5 legs.a-b.weeks", 'key "value" is missing'),
  one("legs:\n  a-b:\n    weeks: {value: 3, lo: 1}", "3:23 legs.a-b.weeks.lo", "Did you mean low?"),
  one("legs:\n  a-b:\n    weeks: {value: 3, low: 4}", "3:12 legs.a-b.weeks", "low <= value <= high must hold"),
  one("legs:\n  a-b: {weeks: 1, risk: 25}", "2:25 legs.a-b.risk", "25 is too large: for 25 % write 0.25"),
  one("legs:\n  a-b: {weeks: 1, fee: 12 USD}", "2:24 legs.a-b.fee", "write 12 alone; the unit is USD/person"),
  one("legs:\n  a-b: {weeks: 1, fee: {series: {2018-6-7: 3}}}", "2:34 legs.a-b.fee.series.2018-6-7", "write 2018-06-07"),
  {
    text: "legs:\n  a-b: {weeks: 1, fee: {value: 10 000, grade: E}}",
    issues: [
      { at: "2:32 legs.a-b.fee.value", says: ["write 10000", "from 0 to 10000 (USD/person)"] },
      { at: "2:47 legs.a-b.fee.grade", says: ['unknown grade "E"', "A, B, C, D, assumed"] },
    ],
  },
  one(
    "instruments:\n  - kind: patroll",
    "2:11 instruments[0].kind",
    'unknown kind "patroll"',
    "patrol, asset-freeze",
    "Did you mean patrol?",
  ),
  one("instruments:\n  - start: 2018-01-01", "2:5 instruments[0]", 'key "kind" is missing', "kind: patrol, asset-freeze"),
  one("instruments:\n  - patrol", "2:5 instruments[0]", 'found "patrol"'),
  {
    text: "instruments:\n  - kind: patrol\n    start: 2018-1-1\n    boat: 3\n\n  - kind: asset-freeze\nwekes: 1",
    issues: [
      { at: "3:12 instruments[0].start", says: ["write 2018-01-01"] },
      { at: "4:5 instruments[0].boat", says: ["Did you mean boats?"] },
      { at: "6:5 instruments[1]", says: ['"start" is missing', "YYYY-MM-DD, such as 2018-06-07"] },
      { at: "6:5 instruments[1]", says: ['"targets" is missing', "a list, each a text"] },
      { at: "7:1 wekes", says: ["Did you mean weeks?"] },
    ],
  },
];

export const SYNTAX: readonly Bad[] = [
  one("", "1:1 ", "the file is empty"),
  one("# nothing\n", "1:1 ", "the file has no content"),
  one("weeks: 1\nweeks: 2", "2:1 weeks", 'key "weeks" is already there'),
  one("weeks: [1", "1:10 ", "a bracket is not closed"),
  one("title: {a: 1\nweeks: 2", "2:1 ", "a bracket is not closed"),
  one('title: "a', "1:10 ", "a quotation mark is not closed"),
  one("legs:\n\ta-b: 1", "2:1 ", "a tab is used for indentation"),
  one("title: a: b", "1:8 ", "a second colon"),
  one("weeks\ntitle: x", "1:1 ", "the colon after it is missing"),
  one("need:\n  a: 1\n b: 2", "3:1 ", "wrong indentation"),
  one("title: @x", "1:8 ", "reserved character", "in quotes"),
  one('title: "\\q"', "1:9 ", "unknown escape"),
  one('title: "\\ud800"', "1:8 title", "half of a character"),
  one('title: "\\e[31m"', "1:8 title", "control character"),
  one("title: &x y", "1:11 title", "anchors (&x) are not used here"),
  one("title: *x", "1:8 title", "aliases (*x) are not used here"),
  one("title: !!str x", "1:14 title", "tags (!name) are not used here"),
  one("title: !x y", "1:8 ", "tags (!name) are not used here"),
  one("<<: {weeks: 1}", '1:1 ["<<"]', "merge keys"),
  one("__proto__: {weeks: 1}", "1:1 __proto__", "reserved"),
  one("need: {a: 1, constructor: 1}", "1:14 need.constructor", "reserved"),
  one(": 3", '1:1 [""]', "a key is empty"),
  one("[a]: 1", "1:1 ", "a list or map is used as a key"),
  one("weeks: 1\n---\nweeks: 2", "2:1 ", "a second document"),
  one("%YAML 1.1\n---\nweeks: 1", "1:1 ", "directives"),
  one("weeks: 1\0", "1:9 ", "a NUL byte"),
  one("weeks: 1\rtitle: x", "1:9 ", "carriage return"),
  one("title: \u0007", "1:8 ", "control character U+0007"),
  one("title: \ud83d", "1:8 ", "half of a character (U+D83D)"),
  one("weeks: 1\n\ufeffx: 1", "2:1 ", "byte order mark"),
  one("just words", "1:1 ", "expected a map of keys and values, found"),
];
