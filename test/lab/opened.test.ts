/** A folder of results opened in the lab, from a file: the charts and the report of the terminal, and words for what is no result. */
import { createHash } from "node:crypto";
import fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { corridor } from "../cli/sweeps.ts";
import { fixture } from "../fixtures/tiny.ts";
import { launch, oneRound, openLab, QUICK } from "./page.ts";

/** Milliseconds that playing takes on a busy machine. */
const BUSY = 240_000;
const HOSTILE = "<img src=x onerror=alert(1)>";

let browser: Browser;
let root: string;
let page: Page;
let complaints: string[];
beforeAll(async () => {
  root = fs.mkdtempSync(join(tmpdir(), "corridor-opened-"));
  const played = ["compare", fixture("tiny-quick.yaml"), fixture("tiny-shaping.yaml"), "--end", "2016-03-31", "--scale", "400"];
  expect(corridor([...played, "-n", "3", "-o", "compared"], root).status).toBe(0);
  expect(corridor(["report", "compared", "-o", "report.html"], root).status).toBe(0);
  browser = await launch();
  ({ page, complaints } = await openLab(browser, "central-mediterranean", []));
}, BUSY);
afterAll(async () => {
  await browser?.close();
  fs.rmSync(root, { recursive: true, force: true });
});

const open = (folder: string) => page.locator(".opened input[type=file]").setInputFiles(join(root, folder));
const figures = () => page.locator(".opened figure");

/** The outline of land is the page's own, which is coarser. */
const withoutLand = (report: string): string => report.replaceAll(/<path [^>]*d="M[^"]{2000,}"[^>]*>/g, "<land>");

it(
  "draws what the report draws, and saves the report that the terminal writes",
  async () => {
    await open("compared");
    await figures().first().waitFor({ timeout: BUSY });
    const report = fs.readFileSync(join(root, "report.html"), "utf8");
    expect(await figures().count()).toBe(report.match(/<figure /g)?.length);
    expect(await page.locator(".opened figure svg[role=img]").count()).toBe(report.match(/role="img"/g)?.length);
    const [saved] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save the report" }).click(),
    ]);
    expect(saved.suggestedFilename()).toBe("compared.html");
    const own = fs.readFileSync(await saved.path(), "utf8");
    expect(withoutLand(own)).toBe(withoutLand(report));

    // the rows under a chart are those of the file, in full
    const [csv] = await Promise.all([
      page.waitForEvent("download"),
      figures().first().getByRole("button", { name: "CSV" }).click(),
    ]);
    const lines = fs
      .readFileSync(await csv.path(), "utf8")
      .trim()
      .split("\n");
    await figures().first().locator("summary").click();
    expect(await figures().first().locator("tbody tr").count()).toBe(lines.length - 1);
    expect(complaints).toEqual([]);
  },
  BUSY,
);

it(
  "says of a folder that is none, of a damaged and of a missing file, what is wrong",
  async () => {
    const said = async (folder: string) => {
      await open(folder);
      const alert = page.locator(".opened [role=alert]");
      await alert.waitFor({ timeout: BUSY });
      const text = await alert.textContent();
      await page.getByRole("button", { name: "Close the result" }).click();
      return text;
    };
    const at = (folder: string, file: string) => join(root, folder, file);
    fs.mkdirSync(join(root, "holiday"));
    fs.writeFileSync(at("holiday", "photo.txt"), "sun");
    expect(await said("holiday")).toMatch(/“holiday” is no folder of results/);

    for (const folder of ["cut", "flipped", "gone", "bad"])
      fs.cpSync(join(root, "compared"), join(root, folder), { recursive: true });
    fs.truncateSync(at("cut", "effects.csv"), 3000);
    expect(await said("cut")).toMatch(/effects\.csv: 3000 bytes, not \d+/);
    const flipped = at("flipped", "effects.csv");
    fs.writeFileSync(flipped, fs.readFileSync(flipped, "utf8").replace(/1(?=[^1]*$)/, "2"));
    expect(await said("flipped")).toMatch(/effects\.csv: another hash/);
    fs.rmSync(at("gone", "effects.csv"));
    expect(await said("gone")).toMatch(/missing: effects\.csv/);
    fs.writeFileSync(at("bad", "datapackage.json"), "{");
    expect(await said("bad")).toMatch(/datapackage\.json is no JSON/);
  },
  BUSY,
);

it(
  "takes names in a folder for text",
  async () => {
    fs.cpSync(join(root, "compared"), join(root, "hostile"), { recursive: true });
    for (const file of ["datapackage.json", "manifest.json"]) {
      const path = join(root, "hostile", file);
      const document = JSON.parse(fs.readFileSync(path, "utf8"));
      document.title = HOSTILE;
      fs.writeFileSync(path, JSON.stringify(document));
    }
    const path = join(root, "hostile", "effects.csv");
    const description = join(root, "hostile", "datapackage.json");
    const text = fs.readFileSync(path, "utf8").replaceAll("tiny-shaping", HOSTILE);
    fs.writeFileSync(path, text);
    const document = JSON.parse(fs.readFileSync(description, "utf8"));
    const described = document.resources.find(({ path: of }: { path: string }) => of === "effects.csv");
    described.bytes = Buffer.byteLength(text);
    described.hash = `sha256:${createHash("sha256").update(text).digest("hex")}`;
    fs.writeFileSync(description, JSON.stringify(document));
    await open("hostile");
    await page.locator(".opened h3", { hasText: HOSTILE }).waitFor({ timeout: BUSY });
    expect(await page.locator(".opened img").count()).toBe(0);
    expect(await page.locator(".opened", { hasText: HOSTILE }).count()).toBe(1);
    expect(complaints).toEqual([]);
  },
  BUSY,
);

it(
  "plays what it shows as the terminal compares it, and reports on it",
  async () => {
    const text = oneRound("spring-round", "2014-03-03");
    const { page: own, complaints: words } = await openLab(browser, "central-mediterranean", [text]);
    await own.getByRole("button", { name: "Make a report" }).click();
    await own.locator(".opened figure").first().waitFor({ timeout: BUSY });
    const [saved] = await Promise.all([
      own.waitForEvent("download"),
      own.getByRole("button", { name: "Save the report" }).click(),
    ]);
    const report = fs.readFileSync(await saved.path(), "utf8");
    const command = /corridor (compare central-mediterranean [^<]*)</.exec(report)?.[1] ?? "";
    expect(command).toContain(`spring-round.yaml -n ${QUICK.replicates} --seed lab --scale 1000 --end 2014-12-28`);

    fs.writeFileSync(join(root, "spring-round.yaml"), text);
    expect(corridor(command.split(" "), root).status).toBe(0);
    expect(corridor(["report", "central-mediterranean-comparison", "-o", "again.html"], root).status).toBe(0);
    const again = fs.readFileSync(join(root, "again.html"), "utf8");
    const tables = (page: string) => [...page.matchAll(/href="data:text\/csv[^"]*"/g)].map(([table]) => table);
    expect(tables(report).length).toBeGreaterThan(5);
    expect(tables(report)).toEqual(tables(again));
    expect(words).toEqual([]);
    await own.context().close();
  },
  BUSY,
);

it(
  "takes a folder that is dropped",
  async () => {
    const files = fs.readdirSync(join(root, "compared")).filter((name) => /\.(csv|json)$/.test(name));
    const contents = files.map((name) => [name, fs.readFileSync(join(root, "compared", name), "utf8")] as const);
    await page.evaluate((all) => {
      const transfer = new DataTransfer();
      for (const [name, content] of all) transfer.items.add(new File([content], name));
      const target = document.querySelector(".opened");
      for (const type of ["dragover", "drop"])
        target?.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }));
    }, contents);
    await figures().first().waitFor({ timeout: BUSY });
    expect(await page.locator(".opened h3").textContent()).toMatch(/Regular rounds against abuse compared with No policy/);
    await page.getByRole("button", { name: "Close the result" }).click();
    expect(complaints).toEqual([]);
  },
  BUSY,
);
