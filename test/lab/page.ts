/** The page of the lab in headless Chromium, opened as a file, with no network. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { linkOf } from "../../src/lab/link.ts";
import { version } from "../../src/node/version.ts";
import { findChromium, recordedChromium } from "../../src/setup/chromium.mjs";

export const ROOT = join(import.meta.dirname, "..", "..");
export const PAGE = join(ROOT, "dist", "lab", "lab.html");

/** Milliseconds until something that must come has not come: a busy machine takes half a minute to open the page. */
const PATIENCE = 120_000;

/** A world that is played in seconds: the shipped one, coarse and short. */
export const QUICK = { seed: "lab", scale: 1000, end: "2014-12-28", replicates: 2 } as const;

/** A strategy of one round of listings. @param name of which the title is made @param start of the round */
export const oneRound = (name: string, start: string): string => `format: corridor/strategy@1
name: ${name}
title: ${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll("-", " ")}
about: One round of listings.
instruments:
  look: { kind: assess, start: 2014-02-03, by: eu }
  rounds:
    kind: designate
    start: ${start}
    by: eu
    role: smuggler
    number: 20
    minimumSeverity: 0.1
    minimumHarm: 0
    ranking: harm-per-trip
    measures: [freeze, travel]
    clarity: 0.9
`;

export async function launch(): Promise<Browser> {
  const browser = recordedChromium(ROOT) ?? findChromium();
  if (!browser) throw new Error("no Chromium: node src/setup.mjs --tests finds or installs one");
  return chromium.launch({ executablePath: browser.executable, args: ["--no-sandbox", "--disable-gpu"] });
}

export interface Opened {
  readonly page: Page;
  /** Faults of scripts, words on the console, requests that left the page. */
  readonly complaints: string[];
}

/** @param strategies texts of the slots */
export async function openLab(
  browser: Browser,
  ecosystem: string,
  strategies: readonly string[],
  run: { readonly seed: string; readonly scale: number; readonly end?: string; readonly replicates: number } = QUICK,
  options: BrowserContextOptions = {},
): Promise<Opened> {
  const context = await browser.newContext({
    ...{ locale: "en-GB", viewport: { width: 1280, height: 900 }, offline: true },
    ...options,
  });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => complaints.push(message.text()));
  page.on("request", (request) => {
    if (/^https?:/.test(request.url())) complaints.push(request.url());
  });
  const state = { ecosystem, assumptions: [], run, strategies: strategies.map((text, id) => ({ id, text })) };
  await page.goto(`${pathToFileURL(PAGE).href}#${await linkOf(state, version())}`);
  return { page, complaints };
}

/** Hashes of final states that the footer shows, once all are known. */
export async function hashes(page: Page): Promise<string[]> {
  await page.waitForFunction(
    () => [...document.querySelectorAll("footer .hash")].every(({ textContent }) => /^[0-9a-f]{8}$/.test(textContent ?? "")),
    undefined,
    { timeout: 2 * PATIENCE },
  );
  return page.locator("footer .hash").allTextContents();
}
