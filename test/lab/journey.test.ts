/** How people use the lab: keys alone, a mouse, a telephone, the dark, names that are meant badly; what is saved, what a link holds. */
import fs from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Download, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { hashes, launch, oneRound, openLab } from "./page.ts";

/** A busy machine answers late. */
const BUSY = { timeout: 60_000 };
const LONGEST = 180_000;
const HOSTILE = `"></script><img src=x onerror=alert(1)>=cmd|' /C calc'!A0`;
const STRATEGY = oneRound("one-round", "2014-06-02");

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const lab = (strategies: readonly string[] = [STRATEGY], context = {}) =>
  openLab(browser, "central-mediterranean", strategies, undefined, context);

/** Goes on with Tab until what has the focus answers to a name. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let i = 0; i < 200; i++) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => {
      const { activeElement: at } = document;
      return at?.getAttribute("aria-label") ?? (at as HTMLInputElement | null)?.labels?.[0]?.textContent ?? at?.textContent ?? "";
    });
    if (name.test(focused)) return;
  }
  throw new Error(`Tab never led to ${name}`);
}

const violations = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);

const textOf = async (download: Download): Promise<string> => fs.readFileSync(await download.path(), "utf8");

it(
  "leads from the address to an answer with the keyboard alone",
  async () => {
    const { page, complaints } = await lab();
    await hashes(page);
    await tabTo(page, /^Add an instrument/);
    await page.keyboard.press("s"); // the first kind that begins so
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator(".timeline .span").count(), BUSY).toBe(3);
    await tabTo(page, /^lower$/);
    await page.keyboard.press("Enter");
    await tabTo(page, /^Play 2 pairs$/);
    await page.keyboard.press("Enter");
    await page.locator(".finding").waitFor({ timeout: LONGEST });
    expect(await page.locator(".finding").textContent()).toMatch(/95 % interval|the same as without/);
    expect(await page.locator(".predict li").textContent()).toMatch(/came out/);
    expect(complaints).toEqual([]);
    await page.context().close();
  },
  LONGEST,
);

it(
  "moves an instrument with the mouse as one step that is undone and redone, and saves what it draws",
  async () => {
    const { page, complaints } = await lab();
    const [, before] = await hashes(page);
    const bar = page.locator(".timeline .span").last();
    const box = await bar.boundingBox();
    if (!box) throw new Error("no bar");
    const y = box.y + box.height / 2;
    await page.mouse.move(box.x + 8, y);
    await page.mouse.down();
    for (const dx of [20, 50, 80]) await page.mouse.move(box.x + 8 + dx, y);
    await page.mouse.up();
    await expect.poll(() => bar.getAttribute("aria-label"), BUSY).not.toContain("2014-06-02");
    const moved = await bar.getAttribute("aria-label");
    expect(moved).toMatch(/from 2014-\d\d-\d\d/);
    await expect.poll(async () => (await hashes(page))[1], BUSY).not.toBe(before);
    const [, after] = await hashes(page);
    await page.keyboard.press("Control+z");
    await expect.poll(() => bar.getAttribute("aria-label"), BUSY).toContain("2014-06-02");
    await expect.poll(async () => (await hashes(page))[1], BUSY).toBe(before);
    await page.keyboard.press("Control+y");
    await expect.poll(() => bar.getAttribute("aria-label"), BUSY).toBe(moved);
    await expect.poll(async () => (await hashes(page))[1], BUSY).toBe(after);

    const figure = page.locator(".curves figure");
    const save = async (name: string) => {
      const [download] = await Promise.all([page.waitForEvent("download"), figure.getByRole("button", { name }).click()]);
      return download;
    };
    const csv = await save("CSV");
    expect(csv.suggestedFilename()).toBe("harm_index_expected.csv");
    const [head, first, ...rest] = (await textOf(csv)).trim().split("\n");
    expect(head).toMatch(/^date,"No sanctions",.*"One round"/);
    expect(first).toMatch(/^2014-01-\d\d,[\d.]+,/);
    expect(rest.length).toBe(12);
    const svg = await textOf(await save("SVG"));
    expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    expect(svg).toMatch(/<path[^>]* stroke="rgb/);
    const png = fs.readFileSync(await (await save("PNG")).path());
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect(png.readUInt32BE(16)).toBeGreaterThan(800); // pixels across
    expect(complaints).toEqual([]);
    await page.context().close();
  },
  LONGEST,
);

it(
  "takes names for text in every field, in what it draws and in what it saves",
  async () => {
    const titled = STRATEGY.replace("title: One round", `title: ${JSON.stringify(HOSTILE)}`).replace(
      "name: one-round",
      "name: one-round # <b>x</b>",
    );
    const { page, complaints } = await lab([titled]);
    await hashes(page);
    await page.locator(".settings summary").click();
    await page.getByLabel("Seed").fill(HOSTILE);
    await page.getByLabel("Seed").blur();
    await page.getByLabel("Why (for yourself)").fill(HOSTILE);
    await page.getByRole("button", { name: "lower", exact: true }).click();
    await page.getByLabel(/^Search \d+ assumptions/).fill(HOSTILE);
    await page.locator(".timeline .span").last().click();
    for (const input of await page.locator(".form input[type=text]").all()) await input.fill(HOSTILE);
    await hashes(page);
    // What a field's error adds to the page moves nothing that somebody is about to press.
    const csv = page.locator(".curves figure").getByRole("button", { name: "CSV" });
    await csv.scrollIntoViewIfNeeded();
    const before = await csv.boundingBox();
    await page.locator(".form input[type=text]").last().blur();
    await page.locator(".policy .issues .error").first().waitFor(BUSY);
    expect(await csv.boundingBox()).toEqual(before);
    const [download] = await Promise.all([page.waitForEvent("download"), csv.click()]);
    expect((await textOf(download)).split("\n")[0]).not.toMatch(/(^|,)"?[=+@-]/);
    await page.getByRole("button", { name: "Copy link" }).click();
    await expect.poll(() => page.url(), BUSY).toMatch(/#lab=/);
    expect(await page.locator("img, b").count()).toBe(0);
    expect(complaints).toEqual([]);

    // the link holds what was expected, and why
    const { page: other, complaints: said } = await lab();
    await other.goto("about:blank");
    await other.goto(page.url());
    await other.locator(".predict li").waitFor(BUSY);
    await other.locator(".settings summary").click();
    expect(await other.locator(".predict li").textContent()).toContain(`you said lower (${HOSTILE})`);
    expect(await other.getByLabel("Seed").inputValue()).toBe(HOSTILE);
    expect(said).toEqual([]);
    await page.context().close();
    await other.context().close();
  },
  LONGEST,
);

it.each([
  ["in the dark", { colorScheme: "dark" }],
  ["on a telephone, where nothing moves", { viewport: { width: 390, height: 844 }, reducedMotion: "reduce", hasTouch: true }],
  ["in German", { locale: "de-DE" }],
])(
  "breaks no rule of accessibility %s",
  async (_, context) => {
    const { page, complaints } = await lab([STRATEGY], context);
    await hashes(page);
    await page.locator(".timeline .span").last().click();
    await page.locator(".form input[type=range]").first().waitFor(BUSY);
    expect(await violations(page)).toEqual([]);
    const width = page.viewportSize()?.width ?? 0;
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    const dark = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(dark === "rgb(255, 255, 255)").toBe(!("colorScheme" in context));
    if ("reducedMotion" in context) {
      const moving = await page.evaluate(() => document.getAnimations().length);
      expect(moving).toBe(0);
    }
    if ("locale" in context) {
      expect(await page.locator("main [lang=en]").allTextContents()).not.toContain("What a listing does");
      expect(await page.locator(".form").textContent()).toContain("Eine Behörde listet Akteure");
    }
    expect(complaints).toEqual([]);
    await page.context().close();
  },
  LONGEST,
);

it(
  "says why a migrant at a place and an enabler chose as they did, in both worlds",
  async () => {
    const { page, complaints } = await lab();
    await hashes(page);
    await page.locator(".world input[type=range]").fill("3");
    await page.locator(".ask summary").first().click();
    const whom = page.locator(".ask select");
    await expect.poll(() => whom.locator("option[value^=who]").count(), BUSY).toBeGreaterThan(0);
    // enablers are told apart by what they do, where and for how many, not by their codes alone
    expect(await whom.locator("optgroup").evaluateAll((groups) => groups.map((group) => group.getAttribute("label")))).toContain(
      "Boats and engines",
    );
    for (const text of await whom.locator("option[value^=who]").allTextContents())
      expect(text).toMatch(/^[A-Z][^(]+, (at work|listed|stopping departures), serves [\d,.]+ a week \(e\w+\)$/);
    for (const kind of ["at ", "who "]) {
      await whom.selectOption((await whom.locator(`option[value^='${kind}']`).first().getAttribute("value")) ?? "");
      await page.getByRole("button", { name: "Ask", exact: true }).click();
      await expect.poll(() => page.locator(".ask .inside h4").count(), BUSY).toBe(2);
      await expect.poll(() => page.locator(".ask [role=status]").count(), BUSY).toBe(0);
    }
    const told = await page.locator(".ask .inside").textContent();
    expect(told).toMatch(/\(enabler\), week of|Nobody of whom/);
    if (told?.includes("(enabler), week of")) expect(told).toMatch(/service: [A-Z][a-z]+ [a-z]+/); // its title, as elsewhere
    expect(complaints).toEqual([]);
    await page.context().close();
  },
  LONGEST,
);
