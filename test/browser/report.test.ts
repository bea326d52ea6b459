/** A report in headless Chromium: readable by everybody, inert, offline, no wider than a phone, no chart cut on paper. */
import fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import AxeBuilder from "@axe-core/playwright";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { pageOf, readEvidence } from "../../src/node/report-result.ts";
import { corridor } from "../cli/sweeps.ts";
import { fixture } from "../fixtures/tiny.ts";
import { hostile, widened } from "../report/evidence.ts";
import { executable, FLAGS } from "./harness.ts";

const A4 = { width: 680, height: 1000 }; // px: 180 x 265 mm at 96 per inch
const WIDTHS = [360, 768, 1280];

/** Milliseconds that playing takes on a busy machine. */
const BUSY = 240_000;

let root: string;
let browser: Browser;
let context: BrowserContext;
let page: Page;
const asked: string[] = [];
const said: string[] = [];
beforeAll(async () => {
  root = fs.mkdtempSync(join(tmpdir(), "corridor-report-"));
  const played = ["compare", fixture("tiny-quick.yaml"), fixture("tiny-shaping.yaml"), "--end", "2016-03-31", "--scale", "400"];
  expect(corridor([...played, "-n", "3", "-o", "compared"], root).status).toBe(0);
  const evidence = await readEvidence(join(root, "compared"));
  fs.writeFileSync(join(root, "wide.html"), pageOf(widened(evidence, 2, 3)));
  fs.writeFileSync(join(root, "crowd.html"), pageOf(widened(evidence, 11, 3)));
  fs.writeFileSync(join(root, "hostile.html"), pageOf(hostile(evidence)));
  browser = await chromium.launch({ executablePath: executable(), args: FLAGS });
  context = await browser.newContext();
  page = await context.newPage();
  page.on("request", (request) => void asked.push(request.url()));
  page.on("console", (message) => void said.push(message.text()));
  page.on("dialog", async (dialog) => {
    said.push(dialog.message());
    await dialog.dismiss();
  });
}, BUSY);
afterAll(async () => {
  await browser?.close();
  fs.rmSync(root, { recursive: true, force: true });
});

const urlOf = (name: string): string => pathToFileURL(join(root, name)).href;

it.each(["wide.html", "crowd.html", "hostile.html"])(
  "%s breaks no rule of accessibility, runs nothing and asks for nothing",
  async (name) => {
    asked.length = 0;
    said.length = 0;
    await page.goto(urlOf(name));
    // A few tables are as good as all, and axe looks at every cell.
    await page.evaluate("for (const one of [...document.querySelectorAll('details')].slice(0, 3)) one.open = true");
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    expect(asked).toEqual([urlOf(name)]);
    expect(said).toEqual([]);
  },
  BUSY,
);

it.each(WIDTHS)("at %i px nothing sticks out", async (width) => {
  await page.setViewportSize({ width, height: 900 });
  for (const name of ["wide.html", "crowd.html", "hostile.html"]) {
    await page.goto(urlOf(name));
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
  }
});

it.each(["wide.html", "crowd.html"])("fits every figure of %s on a page of paper", async (name) => {
  await page.setViewportSize(A4);
  await page.goto(urlOf(name));
  await page.emulateMedia({ media: "print" });
  const boxes = (await page.evaluate(
    "[...document.querySelectorAll('figure')].map((one) => [one.getBoundingClientRect().height, one.querySelector('svg')?.getBoundingClientRect().right ?? 0])",
  )) as [number, number][];
  await page.emulateMedia({ media: "screen" });
  expect(boxes.length).toBeGreaterThan(8);
  for (const [height, right] of boxes) {
    expect(height).toBeLessThan(A4.height);
    expect(right).toBeLessThanOrEqual(A4.width);
  }
});

it("is walked through with the keyboard: the first stop leads to the findings", async () => {
  await page.goto(urlOf("wide.html"));
  await page.keyboard.press("Tab");
  expect(await page.evaluate("document.activeElement.getAttribute('href')")).toBe("#main");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  expect(await page.evaluate("document.activeElement.getAttribute('href')")).toMatch(/^#source-/);
});
