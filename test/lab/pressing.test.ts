/** What somebody types or is about to press stays as it is while the page is drawn anew around it. */
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { hashes, launch, oneRound, openLab, QUICK } from "./page.ts";

/** A busy machine answers late. */
const BUSY = { timeout: 120_000 };
const LONGEST = 480_000;
const STRATEGY = oneRound("one-round", "2014-06-02");

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Where it is on the page, wherever that is scrolled to. */
const placeOf = (at: Locator) =>
  at.evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x: x + scrollX, y: y + scrollY, width, height };
  });

/** Waits until the page has been drawn many times while runs are played. */
async function whilePlaying(page: Page): Promise<void> {
  const reached = () => page.locator(".run progress").evaluate((bar) => (bar as HTMLProgressElement).value);
  const before = await reached();
  await expect.poll(reached, BUSY).not.toBe(before);
}

it(
  "keeps what is typed in every kind of field until it is left",
  async () => {
    // long enough that the run is not over before everything is typed
    const { page, complaints } = await openLab(browser, "central-mediterranean", [STRATEGY], { ...QUICK, end: "2026-12-27" });
    await page.locator(".settings summary").click();
    const seed = page.getByLabel("Seed");
    await seed.fill("");
    await seed.pressSequentially("lu");
    await whilePlaying(page);
    await seed.pressSequentially("ck");
    expect(await seed.inputValue()).toBe("luck");
    await seed.blur();
    expect(await seed.inputValue()).toBe("luck");

    await page.locator(".timeline .span").last().click();
    const severity = page.locator("#field-minimumSeverity");
    await severity.fill("");
    await severity.pressSequentially("0.05"); // by way of 0, 0. and 0.0
    expect(await severity.inputValue()).toBe("0.05");
    const every = page.locator("#field-every");
    await every.pressSequentially("6 mo");
    await whilePlaying(page);
    await every.pressSequentially("nths");
    await every.blur();
    await page.getByRole("button", { name: "Edit as text" }).click();
    const text = await page.locator("textarea").inputValue();
    expect(text).toContain("minimumSeverity: 0.05");
    expect(text).toMatch(/every: "?6 months/);
    expect(complaints).toEqual([]);
    await page.context().close();
  },
  LONGEST,
);

it(
  "moves nothing when an answer comes, nor when an assumption is changed",
  async () => {
    const { page, complaints } = await openLab(browser, "central-mediterranean", [STRATEGY]);
    await hashes(page);
    await page.getByRole("button", { name: "lower", exact: true }).click();
    const pressed = [
      page.locator(".run .main"),
      page.locator(".curves .tabs button").first(),
      page.locator(".numbers li").nth(4),
    ];
    const places = () => Promise.all(pressed.map(placeOf));
    const before = await places();
    await page.getByRole("button", { name: "Play 2 pairs" }).click();
    await page.locator(".finding").waitFor(BUSY);
    await hashes(page);
    expect((await places()).map(({ y }) => y)).toEqual(before.map(({ y }) => y));

    const first = page.locator(".numbers li").nth(2).locator("input");
    const next = page.locator(".numbers li").nth(4);
    const rest = await placeOf(next);
    const words = await next.textContent();
    await first.click();
    await expect.poll(() => page.locator(".numbers .changed").count(), BUSY).toBe(1);
    expect(await placeOf(next)).toEqual(rest);
    expect(await next.textContent()).toBe(words);

    // what was changed stays in sight when something else is searched for
    await page.getByLabel(/^Search \d+ assumptions/).fill("capital at the start");
    await expect.poll(() => page.locator(".numbers .changed").count(), BUSY).toBe(1);
    expect(await page.locator(".numbers li").first().textContent()).toContain("capital at the start");
    expect(complaints).toEqual([]);
    await page.context().close();
  },
  LONGEST,
);
