/**
 * Compiles `src/` to `dist/` (same tree, `.js` for `.ts`). What was compiled is remembered as a hash of the
 * sources, not by time: a checkout, a copy or a wrong clock cannot pass an old build for a new one.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { lastLines, runCommand } from "./command.mjs";
import { Missing } from "./missing.mjs";

const SETTINGS = ["tsconfig.json", "src/core/tsconfig.json", "src/charts/tsconfig.json", "package-lock.json"];
/** What a browser runs is bundled, not compiled: see lab.mjs. */
const PAGE = "src/lab/";

/**
 * @param {string} root
 * @returns {boolean} whether `dist/` holds the compiled form of exactly these sources
 */
export function isBuilt(root) {
  const sources = listSources(root);
  const stamp = stampFile(root);
  return (
    existsSync(stamp) &&
    readFileSync(stamp, "utf8") === hashOf(root, sources) &&
    sources.every((source) => existsSync(outputOf(root, source)))
  );
}

/**
 * @param {string} root
 * @param {(line: string) => void} say
 */
export function build(root, say) {
  say("compiling src/ to dist/ ...");
  const sources = listSources(root);
  // Hashed before compiling: a file saved meanwhile must not pass for compiled.
  const hash = hashOf(root, sources);
  rmSync(stampFile(root), { force: true });
  const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
  let { ok, output } = runCommand(process.execPath, [compiler, "-b"], { cwd: root });
  // The compiler trusts its own notes and does not see that somebody deleted an output.
  if (ok && !sources.every((source) => existsSync(outputOf(root, source)))) {
    ({ ok, output } = runCommand(process.execPath, [compiler, "-b", "--force"], { cwd: root }));
  }
  if (!ok) {
    throw new Missing(
      `src/ does not compile:${lastLines(output, 40)}`,
      "correct the errors above (or return to a released version with git) and run this again",
    );
  }
  mkdirSync(join(root, "dist"), { recursive: true });
  writeFileSync(stampFile(root), hash);
}

/**
 * @param {string} root
 * @returns {string} the mark of what was built: whatever is made of it is made anew when that changes
 */
export const builtMark = (root) => readFileSync(stampFile(root), "utf8");

/** @param {string} root */
const stampFile = (root) => join(root, "dist", ".built");

/**
 * @param {string} root
 * @param {string} source
 */
const outputOf = (root, source) => join(root, source.replace(/^src/, "dist").replace(/\.ts$/, ".js"));

/**
 * @param {string} root
 * @returns {string[]} paths from the root, sorted, with forward slashes
 */
function listSources(root) {
  return readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
    .map((path) => `src/${path.replaceAll("\\", "/")}`)
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".d.ts") && !path.startsWith(PAGE))
    .sort();
}

/**
 * @param {string} root
 * @param {string[]} sources
 */
function hashOf(root, sources) {
  const hash = createHash("sha256");
  // A setting that is gone is a change too.
  for (const path of [...SETTINGS.filter((setting) => existsSync(join(root, setting))), ...sources]) {
    const bytes = readFileSync(join(root, path));
    hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest("hex");
}
