/**
 * The policy lab as a reader meets it, in headless Chromium: how long after a change the first weeks that it can alter are on the
 * screen, by the clock, because that is what a reader waits for; and for how long the page answers nothing, by the processor, because
 * machines are shared.
 */
import { existsSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type Bar, time } from "./bars.ts";
import { WATCH, type Watched } from "./lab-watch.ts";
import type { Machine } from "./machine.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const PAGE = `${ROOT}dist/lab/lab.html`;
const REPEATS = 3;
/** Milliseconds that a whole preview may take. */
const LONGEST = 60_000;

export interface LabBench {
  /** Persons per simulated migrant of a preview. */
  readonly scale: string;
  readonly changes: readonly Change[];
  /** Milliseconds by the clock for which the page was blocked while it was opened, and by the processor at most since. */
  readonly blockedOpening: number;
  readonly blocked: number;
  /** From the address to the first curve, and to the end of the first preview. */
  readonly opened: { readonly first: number; readonly whole: number };
}

/** Milliseconds from the event to what is on the screen. */
export interface Change {
  readonly name: string;
  /** To the first weeks that the change can alter: median and largest of the repeats. */
  readonly first: number;
  readonly worst: number;
  /** To the end of the preview. */
  readonly whole: number;
  /** Whether the bar holds for it. */
  readonly isPolicy: boolean;
}

/** @returns why not, where there is no browser or no page */
export async function benchLab(): Promise<LabBench | string> {
  if (!existsSync(PAGE)) return "no page: npm run build";
  const { findChromium, recordedChromium } = await import("../../src/setup/chromium.mjs" as string);
  const found = recordedChromium(ROOT) ?? findChromium();
  if (!found) return "no Chromium: npm run build -- --tests finds or installs one";
  const { chromium } = await import("playwright-core");
  const browser = await chromium.launch({ executablePath: found.executable, args: ["--no-sandbox", "--disable-gpu"] });
  try {
    const page = await browser.newPage({ locale: "en-GB", viewport: { width: 1280, height: 900 } });
    await page.addInitScript(WATCH);
    await page.goto(pathToFileURL(PAGE).href);
    const watched = (expression: string) => page.evaluate(`watch.${expression}`) as Promise<Watched>;
    const opening = await watched(`until(0, "", ${LONGEST})`);
    const blockedOpening = await page.evaluate<number>("watch.blocked()");
    const bar = page.locator(".timeline .span").first();
    const dateOf = async () => dateIn(await bar.getAttribute("aria-label"));

    /** @param act the change, as a reader makes it @param from first day that it can alter */
    const change = async (name: string, isPolicy: boolean, act: () => Promise<string>): Promise<Change> => {
      const times: Watched[] = [];
      for (let i = 0; i < REPEATS; i++) {
        await page.evaluate("watch.arm()");
        const from = await act();
        times.push(await watched(`until(1, ${JSON.stringify(from)}, ${LONGEST})`));
      }
      const firsts = times.map(({ first }) => first).sort((a, b) => a - b);
      const wholes = times.map(({ whole }) => whole).sort((a, b) => a - b);
      return { name, isPolicy, first: middle(firsts), worst: firsts.at(-1) ?? 0, whole: middle(wholes) };
    };

    await browser.startTracing(page, { categories: ["toplevel", "disabled-by-default-devtools.timeline", "devtools.timeline"] });
    const changes: Change[] = [];
    changes.push(
      await change("an instrument is moved to a later date", true, async () => {
        const from = await dateOf();
        await bar.focus();
        await page.keyboard.press("ArrowRight");
        return from;
      }),
      await change("an instrument is moved back to where it was", true, async () => {
        await bar.focus();
        await page.keyboard.press("ArrowLeft");
        return dateOf();
      }),
    );
    const bars = page.locator(".timeline .span");
    const slider = page.locator(".form input[type=range]").first();
    await bars.last().click();
    await slider.waitFor();
    const chosen = page.locator(".timeline .span[aria-pressed=true]");
    changes.push(
      await change("a slider of an instrument is moved", true, async () => {
        await slider.focus();
        await page.keyboard.press("ArrowLeft");
        return dateIn(await chosen.getAttribute("aria-label"));
      }),
    );
    const add = page.getByLabel("Add an instrument");
    let added = 0;
    changes.push(
      await change("an instrument is added", true, async () => {
        const kinds = await add
          .locator("option")
          .evaluateAll((all) => all.slice(1).map((one) => (one as unknown as { value: string }).value));
        await add.selectOption(kinds[added++ % kinds.length] as string);
        return dateIn(await bars.last().getAttribute("aria-label"));
      }),
    );
    const assumption = page.locator(".numbers input[type=checkbox]").first();
    changes.push(
      await change("an assumption is changed: another world, warm-up and all", false, async () => {
        await assumption.focus();
        await page.keyboard.press("Space");
        return "";
      }),
    );
    const scale = await page.getByLabel("Persons per migrant").inputValue();
    await page.locator(".run select").first().selectOption("5");
    await page.getByRole("button", { name: "Play 5 pairs" }).click();
    await page.locator(".finding").first().waitFor({ timeout: LONGEST });
    await page.getByText("runs played.").waitFor({ timeout: LONGEST });
    const blocked = longestTask(JSON.parse((await browser.stopTracing()).toString()));
    return { scale, changes, blockedOpening, blocked, opened: opening };
  } finally {
    await browser.close();
  }
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of the processor. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** Milliseconds of processor time of the longest task of the page. */
function longestTask({ traceEvents }: { readonly traceEvents: readonly TraceEvent[] }): number {
  const mains = traceEvents.filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain");
  const isMain = ({ pid, tid }: TraceEvent) => mains.some((main) => main.pid === pid && main.tid === tid);
  const tasks = traceEvents.filter((event) => /RunTask$/.test(event.name) && isMain(event));
  return Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur / 1000));
}

/** The date that a bar of the timeline is named with. */
const dateIn = (label: string | null): string => /\d{4}-\d{2}-\d{2}/.exec(label ?? "")?.[0] ?? "";

const middle = (sorted: readonly number[]): number => sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;

export function labBars(bench: LabBench, machine: Machine): Bar[] {
  // Each kind of change holds the bar, not their mean.
  const first = Math.max(...bench.changes.filter(({ isPolicy }) => isPolicy).map((change) => change.first));
  return [
    time([`lab, 1:${bench.scale}: from a change to the first curve`, "ms", 150, 100], first, machine),
    time(["lab: the page is blocked for at most", "ms", 50, 25], bench.blocked, machine),
  ];
}

export function labLines(bench: LabBench | string): string[] {
  if (typeof bench === "string") return [`the lab: not measured, ${bench}`];
  const ms = (value: number) => value.toFixed(0);
  return [
    `the lab in Chromium, preview 1:${bench.scale}: first curve after opening ${ms(bench.opened.first)} ms, whole preview ${ms(bench.opened.whole)} ms; blocked while opening ${ms(bench.blockedOpening)} ms, later at most ${ms(bench.blocked)} ms`,
    ...bench.changes.map(
      ({ name, first, worst, whole }) =>
        `  ${name}: first new weeks after ${ms(first)} ms (at worst ${ms(worst)}), whole preview after ${ms(whole)} ms`,
    ),
  ];
}
