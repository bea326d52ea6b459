/** Runs a function of ours in headless Chromium, so that a test can compare the answer with Node's. */
import { join } from "node:path";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import { findChromium, recordedChromium } from "../../src/setup/chromium.mjs";

const ROOT = join(import.meta.dirname, "..", "..");

/** No sandbox, so that root can start it; none of the calls home that a browser makes when it starts. */
export const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The global variable that holds the exports of the bundle in the page. */
const BUNDLE = "underTest";

/**
 * @param entryFile module to bundle, a path from the root of the repository
 * @param call name of one of its exports: a function of one argument, which may be asynchronous
 * @param args its argument, as JSON can carry it
 * @returns what the function returned, as JSON carries it
 * @throws if there is no Chromium, if the module needs Node, or what the function throws
 */
export async function runInChromium(entryFile: string, call: string, args: unknown): Promise<unknown> {
  const code = await bundle(entryFile);
  const browser = await chromium.launch({ executablePath: executable(), args: FLAGS });
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: code });
    const answer: string = await page.evaluate(
      `Promise.resolve(${BUNDLE}[${JSON.stringify(call)}](${JSON.stringify(args)})).then(JSON.stringify)`,
    );
    return JSON.parse(answer);
  } finally {
    await browser.close();
  }
}

async function bundle(entryFile: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, entryFile)],
    bundle: true,
    format: "iife",
    globalName: BUNDLE,
    platform: "browser",
    target: "es2022",
    write: false,
    logLevel: "silent", // errors are thrown with their text
  });
  return outputFiles[0].text;
}

export function executable(): string {
  const browser = recordedChromium(ROOT) ?? findChromium();
  if (!browser) throw new Error("no Chromium: node src/setup.mjs --tests finds or installs one");
  return browser.executable;
}
