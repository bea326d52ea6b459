/**
 * Bundles the program and the threads it starts: `dist/corridor.js` and the parts beside it in `dist/program`. To find and
 * read several hundred modules takes longer than most commands do; the bundle reads some thirty.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { builtMark } from "./build.mjs";

const PROGRAM = join("dist", "corridor.js");
const PARTS = join("dist", "program");
const STAMP = join("dist", ".program");

/** Packages of many small modules. Others are found where npm laid them: some of them find files or threads of their own from there. */
const BUNDLED = /^zod(\/|$)/;

/**
 * @param {string} root
 * @returns {boolean} whether the program is there, made of exactly this build
 */
export function isProgramBundled(root) {
  const stamp = join(root, STAMP);
  return existsSync(stamp) && existsSync(join(root, PROGRAM)) && readFileSync(stamp, "utf8") === stampOf(root);
}

/** @param {string} root */
export async function bundleProgram(root) {
  for (const path of [STAMP, PROGRAM, PARTS]) rmSync(join(root, path), { recursive: true, force: true });
  const stamp = stampOf(root);
  const { build } = await import("esbuild");
  await build({
    absWorkingDir: root,
    entryPoints: {
      corridor: "dist/cli/main.js",
      // beside the parts, where those who start them look
      "program/run-worker": "dist/node/run-worker.js",
      "program/trial-worker": "dist/node/sweep/trial-worker.js",
    },
    outdir: "dist",
    chunkNames: "program/[hash]",
    ...{ bundle: true, splitting: true, format: "esm", platform: "node", target: "node20", charset: "utf8", logLevel: "silent" },
    plugins: [outside],
  });
  writeFileSync(join(root, STAMP), stamp);
}

/** @type {import("esbuild").Plugin} */
const outside = {
  name: "outside",
  setup({ onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === "entry-point" || BUNDLED.test(path) ? undefined : { path, external: true },
    );
  },
};

/** @param {string} root */
function stampOf(root) {
  return `${builtMark(root)}\n${readFileSync(fileURLToPath(import.meta.url), "utf8")}`;
}
