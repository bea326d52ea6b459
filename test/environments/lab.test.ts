/** The lab in Firefox, its thread and all: the hash that the terminal prints. */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { linkOf } from "../../src/lab/link.ts";
import { version } from "../../src/node/version.ts";
import { oneRound, PAGE, QUICK, ROOT } from "../lab/page.ts";
import { saidInFirefox } from "./environments.ts";

const ECOSYSTEM = "central-mediterranean";
const STRATEGY = oneRound("early", "2014-04-07");
/** Milliseconds that a browser may take on a busy machine. */
const LONGEST = 150_000;

/** Looks into the frame until the hashes of both worlds are there. */
const WATCH = `<!doctype html><iframe width="1200" height="800"></iframe><script>
const frame = document.querySelector("iframe");
frame.src = "/lab.html#" + LINK;
const timer = setInterval(() => {
  const found = [...(frame.contentDocument?.querySelectorAll("footer .hash") ?? [])].map((one) => one.textContent);
  if (found.length !== 2 || !found.every((hash) => /^[0-9a-f]{8}$/.test(hash))) return;
  clearInterval(timer);
  fetch("/done", { method: "POST", body: JSON.stringify(found) });
}, 200);
</script>`;

let folder: string;
beforeAll(() => {
  folder = fs.mkdtempSync(join(tmpdir(), "corridor-lab-firefox-"));
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

it(
  "plays the baseline and a strategy to the hashes of the terminal",
  async () => {
    const state = { ecosystem: ECOSYSTEM, assumptions: [], run: QUICK, strategies: [{ id: 0, text: STRATEGY }] };
    const file = join(folder, "early.yaml");
    fs.writeFileSync(file, STRATEGY);
    const link = await linkOf(state, version());
    const said = await saidInFirefox(folder, {
      "/": ["text/html", () => WATCH.replace("LINK", JSON.stringify(link))],
      "/lab.html": ["text/html; charset=utf-8", () => fs.readFileSync(PAGE)],
    });
    console.log(`the lab in Firefox: ${said ?? "not to be had here"}`);
    if (said === undefined) return;
    const { seed, scale, end } = QUICK;
    const played = ["none", file].map((strategy, i) => {
      const argv = ["run", ECOSYSTEM, "--strategy", strategy, "--seed", seed, "--scale", String(scale), "--end", end];
      const { stdout } = spawnSync(
        process.execPath,
        [join(ROOT, "dist/corridor.js"), ...argv, "--out", join(folder, `out-${i}`)],
        {
          encoding: "utf8",
        },
      );
      return /Final state: ([0-9a-f]{8})/.exec(stdout)?.[1];
    });
    expect(new Set(played).size).toBe(2);
    expect(JSON.parse(said)).toEqual(played);
  },
  LONGEST,
);
