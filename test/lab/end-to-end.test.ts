/** The lab from the first look to the answer: in Chromium, from a file, without network. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { hashes, launch, openLab, QUICK, ROOT } from "./page.ts";

const ECOSYSTEM = "central-mediterranean";
const STRATEGY = `# what a team has agreed on
format: corridor/strategy@1
name: two-rounds
title: Two rounds
about: Two rounds of listings.
instruments:
  # assessments come first
  look:
    kind: assess
    start: 2014-02-03
    by: eu
  rounds: # the list itself
    kind: designate
    start: 2014-06-02
    by: eu
    role: smuggler
    number: { value: 20, low: 5, high: 40, grade: assumed } # as many as can be afforded
    minimumSeverity: 0.1
    minimumHarm: 0
    ranking: harm-per-trip
    measures: [freeze, travel]
    clarity: 0.9
`;

/** A busy machine answers late. */
const SLOW = { timeout: 90_000 };

let browser: Browser;
let folder: string;
beforeAll(async () => {
  browser = await launch();
  folder = mkdtempSync(join(tmpdir(), "corridor-lab-"));
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

it("opens from a file, is moved with keys, undone, played, and has the hash of the terminal", async () => {
  const { page, complaints } = await openLab(browser, ECOSYSTEM, [STRATEGY]);
  const [base, first] = await hashes(page);
  expect(first).not.toBe(base);

  // a curve for the world without policy and one for the strategy
  await expect.poll(() => page.locator(".chart .line").count(), SLOW).toBe(2);

  // an instrument is moved with the arrow keys: another world; undone: the same as before
  const bar = page.getByRole("button", { name: /from 2014-06-02/ });
  await bar.focus();
  await page.keyboard.press("ArrowLeft");
  await page.getByRole("button", { name: /from 2014-05-05/ }).waitFor();
  await expect.poll(async () => (await hashes(page))[1], SLOW).not.toBe(first);
  const [, moved] = await hashes(page);
  await page.getByRole("button", { name: "Edit as text" }).click();
  const text = await page.locator("textarea").inputValue();
  expect(text).toBe(STRATEGY.replace("2014-06-02", "2014-05-05")); // comments and all

  // what stands in the page, saved and played in the terminal, ends in the same state
  const file = join(folder, "two-rounds.yaml");
  writeFileSync(file, text);
  const { seed, scale, end } = QUICK;
  const out = join(folder, "result");
  const argv = ["run", ECOSYSTEM, "--strategy", file, "--seed", seed, "--scale", String(scale), "--end", end, "--out", out];
  const played = spawnSync(process.execPath, [join(ROOT, "dist/corridor.js"), ...argv], { encoding: "utf8" });
  expect(played).toMatchObject({ status: 0 });
  expect(played.stdout).toContain(`Final state: ${moved} (`);

  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(async () => (await hashes(page))[1], SLOW).toBe(first);
  expect(await page.locator("textarea").inputValue()).toBe(STRATEGY);

  // a guess, then pairs: an answer that names its interval, and that few pairs are few
  await page.getByRole("group", { name: "First say what you expect" }).getByRole("button", { name: "lower" }).click();
  await page.getByRole("button", { name: "Play 2 pairs" }).click();
  await page.locator(".finding").waitFor({ timeout: 120_000 });
  expect(await page.locator(".finding").textContent()).toMatch(/95 % interval|the same as without/);
  expect(await page.locator(".caution").first().textContent()).toContain("Indicative only: 2 pairs");
  expect(await page.locator(".predict li").textContent()).toMatch(/you said lower .*came out/);

  // inside the first pair: flows, who holds the market, one life in both worlds and a reason
  expect(await page.locator(".map .flow").count()).toBeGreaterThan(0);
  await page.locator(".market tbody button").first().click();
  await expect.poll(() => page.locator(".life li").count(), SLOW).toBeGreaterThan(1);
  await expect.poll(() => page.locator(".life summary").count(), SLOW).toBe(2);
  await page.locator(".life summary").first().click();
  await page.locator(".life .facts").first().waitFor(SLOW);
  expect(await page.locator(".life .facts").textContent()).toMatch(/home: [A-Z]/);
  // an assumption plays both worlds anew; the life is told again when they are done
  const lives = page.locator(".life ul:not(.facts)");
  const told = await lives.allTextContents();
  await page.locator(".numbers input[type=checkbox]").first().click();
  await page.locator(".life ul.stale").first().waitFor(SLOW);
  await expect.poll(() => page.locator(".life ul.stale").count(), SLOW).toBe(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => lives.allTextContents(), SLOW).toEqual(told);

  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
  expect(complaints).toEqual([]);
}, 480_000);

it("takes names for text and bad strategies for what they are", async () => {
  const hostile = STRATEGY.replace("Two rounds\n", '"<img src=x onerror=alert(1)> </script><b>bold</b>"\n');
  const { page, complaints } = await openLab(browser, ECOSYSTEM, [hostile, STRATEGY.replace("kind: assess", "kind: asess")]);
  await page.getByRole("button", { name: "<img src=x onerror=alert(1)>" }).waitFor();
  expect(await page.locator("main img, main b").count()).toBe(0);
  await page.getByRole("button", { name: "Two rounds", exact: true }).click();
  const wrong = page.locator(".issues .error").first();
  await wrong.waitFor();
  expect(await wrong.textContent()).toMatch(/line 9:\d+ instruments.look.kind.*asess.*Did you mean assess\?/);
  expect(complaints).toEqual([]);
}, 240_000);
