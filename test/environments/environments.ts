/** Where the same scenario must come to the same bits: each plays a bundle on a run and says a hash of everything that came out. */
import { execFileSync, spawn } from "node:child_process";
import fs from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { findFirefox } from "../../src/setup/firefox.mjs";
import { runInChromium } from "../browser/harness.ts";

export interface Bundle {
  /** A folder of the caller's. */
  readonly folder: string;
  /** A script for Node: reads the run from the file named as its argument, and prints what came out as JSON. */
  readonly script: string;
  /** A file with the run as JSON. */
  readonly run: string;
  /** The same as a module for a page: exports `play`. */
  readonly module: string;
}

export interface Environment {
  readonly name: string;
  /** What came out, as JSON; or undefined where there is no such environment here. */
  play(bundle: Bundle): Promise<string | undefined>;
}

const MOST_BYTES = 1 << 26;
/** Milliseconds that a browser may take on a busy machine. */
const LONGEST = 120_000;

const node = (name: string, args: readonly string[] = [], env: NodeJS.ProcessEnv = {}): Environment => ({
  name,
  play: async ({ script, run }) => playIn(process.execPath, [...args, script, run], env),
});

const playIn = (program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): string =>
  execFileSync(program, args, { encoding: "utf8", maxBuffer: MOST_BYTES, env: { ...process.env, ...env } });

/** Another Node, as the npm registry has it for some platforms. */
const otherNode = (major: number): Environment => ({
  name: `Node ${major}`,
  async play({ folder, script, run }) {
    const name = `node-${process.platform}-${process.arch}`;
    const prefix = join(folder, `node-${major}`);
    try {
      execFileSync("npm", ["install", "--prefix", prefix, "--prefer-offline", "--ignore-scripts", `${name}@${major}`], {
        stdio: "ignore",
      });
    } catch {
      return undefined;
    }
    return playIn(join(prefix, "node_modules", name, "bin", "node"), [script, run]);
  },
});

/** A clock that stands still in another century. */
const CLOCK = `data:text/javascript,${encodeURIComponent(
  "globalThis.Date = class extends Date { constructor(...of) { of.length ? super(...of) : super(0); } static now() { return 0; } };",
)}`;

const chromium: Environment = {
  name: "Chromium",
  play: async ({ run }) =>
    JSON.stringify(await runInChromium("test/browser/simulation.ts", "play", JSON.parse(fs.readFileSync(run, "utf8")))),
};

/** What a server hands out, by path: type and text. */
export type Served = Readonly<Record<string, readonly [string, () => string | Buffer]>>;

/**
 * What a page posts to /done; headless Firefox is driven by nothing else.
 * @param folder of the caller's @returns undefined where there is no Firefox
 */
export async function saidInFirefox(folder: string, files: Served): Promise<string | undefined> {
  const program = findFirefox();
  if (!program) return undefined;
  const profile = join(folder, "firefox");
  fs.mkdirSync(profile);
  return new Promise((resolve, reject) => {
    const server = createServer((request, response) => {
      const [type, body] = files[request.url ?? ""] ?? [];
      if (type && body) response.writeHead(200, { "content-type": type }).end(body());
      else if (request.url === "/done") {
        let text = "";
        request.setEncoding("utf8").on("data", (part: string) => {
          text += part;
        });
        request.on("end", () => {
          response.end();
          end(() => resolve(text));
        });
      } else response.writeHead(404).end();
    });
    const timer = setTimeout(() => end(() => reject(new Error("Firefox did not answer"))), LONGEST);
    let browser: ReturnType<typeof spawn> | undefined;
    const end = (settle: () => void) => {
      clearTimeout(timer);
      browser?.kill("SIGKILL");
      server.closeAllConnections();
      server.close(settle);
    };
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      const args = ["--headless", "--no-remote", "--profile", profile, `http://127.0.0.1:${port}/`];
      browser = spawn(program, args, { stdio: "ignore", env: { ...process.env, HOME: folder } });
    });
  });
}

/** A page that plays and posts what came out. */
const firefox: Environment = {
  name: "Firefox",
  play: ({ folder, run, module }) => {
    const page =
      `<!doctype html><script type="module">import { play } from "/module.js";` +
      `const run = await (await fetch("/run.json")).json();` +
      `await fetch("/done", { method: "POST", body: JSON.stringify(play(run)) });</script>`;
    return saidInFirefox(folder, {
      "/": ["text/html", () => page],
      "/module.js": ["text/javascript", () => fs.readFileSync(module)],
      "/run.json": ["application/json", () => fs.readFileSync(run)],
    });
  },
};

export const ENVIRONMENTS: readonly Environment[] = [
  node("Node, this one"),
  node("time zone Pacific/Auckland", [], { TZ: "Pacific/Auckland" }),
  node("locale tr_TR", [], { LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8" }),
  node("clock of 1970", ["--import", CLOCK]),
  node("no compiler (--jitless)", ["--jitless"]),
  otherNode(22),
  otherNode(24),
  chromium,
  firefox,
];
