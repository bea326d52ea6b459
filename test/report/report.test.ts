/** `corridor report`: what it says is what the tables say, and the file stands alone. */
import { createHash } from "node:crypto";
import fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pageOf, readEvidence } from "../../src/node/report-result.ts";
import type { Evidence } from "../../src/report/evidence.ts";
import { LIKELIHOODS, likelihood, OPEN } from "../../src/report/likelihood.ts";
import { corridor } from "../cli/sweeps.ts";
import { fixture } from "../fixtures/tiny.ts";
import { HOSTILE, hostile, widened } from "./evidence.ts";

const QUICK = fixture("tiny-quick.yaml");
const SHAPING = fixture("tiny-shaping.yaml");

/** What people call the strategies of the comparison. */
const CALLED: Readonly<Record<string, string>> = { none: "No policy", "tiny-shaping": "Regular rounds against abuse" };

/** Milliseconds that playing takes on a busy machine. */
const BUSY = 240_000;

let root: string;
let page: Document;
let text: string;
let evidence: Evidence;
beforeAll(async () => {
  root = fs.mkdtempSync(join(tmpdir(), "corridor-report-"));
  const { status, err } = corridor(
    ["compare", QUICK, SHAPING, "--end", "2016-03-31", "--scale", "400", "-n", "4", "-o", "compared"],
    root,
  );
  expect([status, err]).toEqual([0, expect.any(String)]);
  const written = corridor(["report", "compared", "-o", "report.html"], root);
  expect([written.status, written.out]).toEqual([0, "report.html\n"]);
  text = fs.readFileSync(join(root, "report.html"), "utf8");
  page = parsed(text);
  evidence = await readEvidence(join(root, "compared"));
}, BUSY);
afterAll(() => {
  fs.rmSync(root, { recursive: true, force: true });
});

const parsed = (html: string): Document => (parseHTML(html) as unknown as { document: Document }).document;
const table = (file: string): Record<string, string>[] =>
  parse(fs.readFileSync(join(root, "compared", file), "utf8"), { columns: true });
const wordsOf = (element: Element): string => (element.textContent ?? "").trim();

describe("the first screen", () => {
  it("has at most five sentences, each that of a row, with an interval and what is compared with what", () => {
    const items = [...page.querySelectorAll(".lead li")].map(wordsOf);
    expect(items.length).toBeGreaterThan(0);
    expect(items.length).toBeLessThanOrEqual(5);
    const rows = table("effects.csv").filter(({ period }) => period === "whole span");
    for (const item of items) {
      const row = rows.find(
        ({ sentence, strategy = "", baseline = "" }) =>
          item.startsWith(`“${CALLED[strategy]}” compared with “${CALLED[baseline]}”: ${sentence}`) && sentence !== "",
      );
      expect([item, row?.strategy]).toEqual([item, expect.any(String)]);
      expect(item).toMatch(/interval|identical|not estimable|in each of/);
    }
  });

  it("states no direction where the interval holds zero", () => {
    const rows = table("effects.csv");
    const open = rows.filter(({ low, high }) => Number(low) <= 0 && Number(high) >= 0);
    expect(open.length).toBeGreaterThan(0);
    for (const { sentence } of open) expect(sentence).not.toMatch(/\b(lower|higher|better|worse)\b/);
    const shown = rows.filter(({ verdict }) => verdict === "lower" || verdict === "higher");
    const titles = [...page.querySelectorAll("#figure-1 h3, #figure-2 h3")].map(wordsOf).join("\n");
    if (shown.length === 0) expect(titles).not.toMatch(/\b(lower|higher)\b/);
    else expect(titles).toMatch(/shown|No clear difference|no clear difference/);
  });

  it("says what was not done, what to expect, what not to promise", () => {
    const heads = [...page.querySelectorAll("h2")].map(wordsOf);
    expect(heads).toEqual(expect.arrayContaining(["What sanctions did not do here", "What not to promise", "Limits"]));
    expect(text).toContain("Model output, not a forecast");
    for (const { word } of LIKELIHOODS) if (page.querySelector("#expect")) expect(text).toContain(word);
  });
});

it("uses a word for a chance only when its whole interval is in the range of the word", () => {
  expect(likelihood(0.15, 0.85)).toBe(OPEN);
  expect(likelihood(0.7, 0.95)).toBe("likely");
  expect(likelihood(0.92, 0.99)).toBe("very likely");
  expect(likelihood(0.02, 0.3)).toBe("unlikely");
  expect(likelihood(0.55, 0.9)).toBe("more likely than not");
  for (const { word, low, high } of LIKELIHOODS) expect([word, likelihood(low, high)]).toEqual([word, word]);
});

describe("the file", () => {
  it("forbids itself everything but its own style sheet", () => {
    const policy = page.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute("content") ?? "";
    const style = page.querySelector("style")?.textContent ?? "";
    const hash = createHash("sha256").update(style).digest("base64");
    expect(policy).toBe(`default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`);
    expect(page.querySelectorAll("script, link, img, iframe, object, [style], [onload], [onerror]")).toHaveLength(0);
  });

  it("refers to nothing outside", () => {
    for (const element of page.querySelectorAll("[href], [src], [srcset], [action]")) {
      const target = ["href", "src", "srcset", "action"].map((name) => element.getAttribute(name)).find(Boolean) ?? "";
      expect(target).toMatch(/^(#|data:text\/csv;charset=utf-8,)/);
    }
    expect(text).not.toMatch(/url\(|@import/);
  });

  it("has a target for every link within", () => {
    const ids = new Set([...page.querySelectorAll("[id]")].map(({ id }) => id));
    expect(ids.size).toBe(page.querySelectorAll("[id]").length);
    for (const link of page.querySelectorAll('a[href^="#"]')) expect(ids).toContain(link.getAttribute("href")?.slice(1));
  });

  it("gives each figure a title, a description, a table, its rows as they stand in the file, and their source", () => {
    const figures = [...page.querySelectorAll("figure")];
    expect(figures.length).toBeGreaterThan(8);
    for (const figure of figures) {
      const svg = figure.querySelector("svg");
      if (svg)
        expect([svg.querySelector("title")?.textContent, wordsOf(figure.querySelector("h3")!)]).toEqual([
          expect.any(String),
          svg.querySelector("title")?.textContent,
        ]);
      expect(figure.querySelector("table caption")).not.toBeNull();
      const source = page.querySelector(figure.querySelector('.links a[href^="#"]')?.getAttribute("href") ?? "none");
      const file = source?.querySelector("code")?.textContent ?? "";
      const link = figure.querySelector("a[download]")?.getAttribute("href") ?? "";
      const rows: Record<string, string>[] = parse(decodeURIComponent(link.slice(link.indexOf(",") + 1)), { columns: true });
      expect(rows.length).toBeGreaterThan(0);
      if (!file.endsWith(".csv")) continue;
      const written = new Set(table(file).map((row) => JSON.stringify(Object.keys(rows[0]!).map((name) => row[name]))));
      for (const row of rows) expect(written).toContain(JSON.stringify(Object.values(row)));
    }
  });

  it("names commands that compute a number again", () => {
    const sources = [...page.querySelectorAll("#sources ~ ol li")].map(wordsOf);
    expect(sources.length).toBeGreaterThan(8);
    for (const source of sources)
      expect(source).toMatch(/Again: corridor (analyse compared \w+|reproduce compared\/manifest\.json)/);
  });

  it("is the same for the same result, and under a megabyte for four strategies over twelve years", () => {
    expect(pageOf({ ...evidence, folder: "compared" })).toBe(text);
    expect(Buffer.byteLength(pageOf(widened(evidence, 4, 12)))).toBeLessThan(1e6);
  });

  it("of many strategies has a row each in every chart, is no longer, and calls none by its name in files", () => {
    const few = parsed(pageOf(widened(evidence, 2, 12)));
    const html = pageOf(widened(evidence, 11, 12));
    const many = parsed(html);
    expect(Buffer.byteLength(html)).toBeLessThan(1e6);
    // Of few, each has a figure of its parts and a map; of many, one has a map.
    expect(many.querySelectorAll("figure").length).toBeLessThanOrEqual(few.querySelectorAll("figure").length);
    const called = Array.from({ length: 10 }, (_, i) => `Title of another-strategy-${i + 2}`);
    const drawn = [...many.querySelectorAll("figure")].slice(0, 3);
    for (const figure of drawn) {
      const texts = [...figure.querySelectorAll("svg text")].map(wordsOf);
      for (const name of called) expect(texts).toContain(name);
    }
    const shown = [...many.querySelectorAll("#main section:not([aria-labelledby='sources'])")].map(wordsOf).join("\n");
    expect(shown).not.toMatch(/(?<!Title of |\()another-strategy-\d/);
    expect(many.querySelectorAll("#expect ~ .canvas tbody tr").length).toBeLessThanOrEqual(11);
    expect(many.querySelectorAll("#not-done ~ .canvas tbody tr")).toHaveLength(11);
  });

  it("shows hostile texts as texts", () => {
    const html = pageOf(hostile(evidence));
    expect(html).not.toContain("<img");
    expect(html).not.toContain("\u202e");
    const read = parsed(html);
    expect(read.querySelectorAll("img, script, b")).toHaveLength(0);
    expect(wordsOf(read.querySelector("h1")!)).toContain(HOSTILE.slice(0, 30));
    for (const link of read.querySelectorAll("a[download]")) {
      const [, ...rows] = parse(decodeURIComponent(link.getAttribute("href")?.split(",").slice(1).join(",") ?? "")) as string[][];
      for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+@]/);
    }
  });
});

describe("the command", () => {
  it("says what it leaves out of a run, which compares nothing", () => {
    expect(corridor(["run", QUICK, "--end", "2016-03-31", "--scale", "400", "-n", "2", "-o", "alone"], root).status).toBe(0);
    expect(corridor(["report", "alone", "-o", "alone.html"], root).status).toBe(0);
    const alone = parsed(fs.readFileSync(join(root, "alone.html"), "utf8"));
    const words = wordsOf(alone.querySelector("#main")!);
    expect(words).toContain("compares no strategies");
    expect(words).toMatch(/Left out of this report.*what each strategy changes, with its interval: effects\.csv/s);
    expect(alone.querySelectorAll(".lead li").length).toBeGreaterThan(0);
    for (const item of alone.querySelectorAll(".lead li")) expect(wordsOf(item)).toMatch(/interval/);
  });

  it("replaces no file unasked, and refuses what is no result", () => {
    const again = corridor(["report", "compared", "-o", "report.html"], root);
    expect([again.status, again.err]).toEqual([2, expect.stringContaining("report.html")]);
    expect(corridor(["report", "compared", "-o", "report.html", "--force"], root).status).toBe(0);
    const none = corridor(["report", ".", "-o", "none.html"], root);
    expect([none.status, none.err]).toEqual([2, expect.stringContaining("is no result")]);
    expect(fs.existsSync(join(root, "none.html"))).toBe(false);
  });
});
