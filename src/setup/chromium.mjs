/** The browser of the tests: where one is found, how Debian gets one, and where the tests read about it. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { lastLines, runCommand } from "./command.mjs";
import { installPackagesOfDebian, whyNoPackages } from "./debian.mjs";
import { Missing } from "./missing.mjs";

/** @typedef {{ executable: string, version: string }} Browser */

const PROGRAMS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const PLACES = [
  "/usr/bin/chromium",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
const IN_PLAYWRIGHT = [
  "chrome-linux/chrome",
  "chrome-linux64/chrome",
  "chrome-mac/Chromium.app/Contents/MacOS/Chromium",
  "chrome-win/chrome.exe",
  "chrome-linux/headless_shell",
];
const REMEDY =
  "install Chromium or Chrome (Debian: apt-get install chromium), " + "or name one you have: CORRIDOR_CHROMIUM=/path/to/chromium";

/**
 * The first browser that answers when asked for its version. `CORRIDOR_CHROMIUM` is taken at its word: if it is
 * set, nothing else is tried.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {Browser | undefined}
 */
export function findChromium(env = process.env) {
  const candidates = env.CORRIDOR_CHROMIUM
    ? [env.CORRIDOR_CHROMIUM]
    : [
        ...PROGRAMS.flatMap((program) => (env.PATH ?? "").split(delimiter).map((folder) => join(folder, program))),
        ...PLACES,
        ...playwrightCache(env),
      ];
  for (const executable of candidates) {
    if (!existsSync(executable)) continue;
    // On Windows the question would open a window.
    if (process.platform === "win32") return { executable, version: "unknown" };
    const { ok, output } = runCommand(executable, ["--version"], { timeout: 30_000 });
    const version = /Chrom\S* .*/.exec(output);
    if (ok && version) return { executable, version: version[0].trim() };
  }
  return undefined;
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {string[]} browsers that Playwright may have downloaded, newest first
 */
function playwrightCache(env) {
  const folders = [
    env.PLAYWRIGHT_BROWSERS_PATH,
    join(homedir(), ".cache", "ms-playwright"),
    join(homedir(), "Library", "Caches", "ms-playwright"),
    join(homedir(), "AppData", "Local", "ms-playwright"),
  ];
  return folders.flatMap((folder) => {
    if (!folder || !existsSync(folder)) return [];
    const browsers = readdirSync(folder).filter((name) => name.startsWith("chromium"));
    const byAge = browsers.sort((a, b) => Number(b.replace(/\D/g, "")) - Number(a.replace(/\D/g, "")));
    return byAge.flatMap((browser) => IN_PLAYWRIGHT.map((path) => join(folder, browser, path)));
  });
}

/** @param {string} root */
const record = (root) => join(root, "dist", "browser.json");

/**
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 * @returns {Browser | undefined} what an earlier set-up found, if it still holds
 */
export function recordedChromium(root, env = process.env) {
  if (!existsSync(record(root))) return undefined;
  const browser = JSON.parse(readFileSync(record(root), "utf8"));
  if (env.CORRIDOR_CHROMIUM && env.CORRIDOR_CHROMIUM !== browser.executable) return undefined;
  return existsSync(browser.executable) ? browser : undefined;
}

/**
 * @param {string} root
 * @param {(line: string) => void} say
 */
export function ensureChromium(root, say) {
  if (recordedChromium(root)) return;
  const named = process.env.CORRIDOR_CHROMIUM;
  let browser = findChromium();
  if (!browser && named) throw new Missing(`CORRIDOR_CHROMIUM=${named} is not a Chromium that starts`, REMEDY);
  if (!browser) {
    installChromium(say);
    browser = findChromium();
  }
  if (!browser) throw new Missing("the chromium package was installed, but its browser does not start", REMEDY);
  mkdirSync(join(root, "dist"), { recursive: true });
  writeFileSync(record(root), `${JSON.stringify(browser, null, 2)}\n`);
  say(`browser for the tests: ${browser.executable} (${browser.version})`);
}

/** @param {(line: string) => void} say */
function installChromium(say) {
  const why = whyNoPackages();
  if (why) throw new Missing(`the tests need Chromium, none was found and ${why} to install it`, REMEDY);
  say("no Chromium found, installing the chromium package with apt-get ...");
  const { ok, output } = installPackagesOfDebian(["chromium"]);
  if (!ok) throw new Missing(`apt-get could not install chromium:${lastLines(output)}`, REMEDY);
}
