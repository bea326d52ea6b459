/**
 * Bundles the policy lab into one page that needs no server and no network: `dist/lab/lab.html`.
 *
 * scenarios, core --esbuild--> program of the engine --text--> page --esbuild--> script; script, style --hashes--> policy of the page
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import { landAround } from "./land.mjs";

const PAGE = join("dist", "lab", "lab.html");
const TARGET = "es2022";

const STAMP = join("dist", "lab", ".built");
/** What the page is made of. */
const PARTS = ["src/lab", "src/core", "src/experiment", "src/formats", "src/charts", "src/report", "src/setup", "scenarios"];
const FILES = ["package.json", "package-lock.json"];

/**
 * @param {string} root
 * @returns {boolean} whether the page is there and made of exactly these sources
 */
export function isLabBuilt(root) {
  const stamp = join(root, STAMP);
  return !existsSync(join(root, "src", "lab")) || (existsSync(stamp) && readFileSync(stamp, "utf8") === hashOfParts(root));
}

/** @param {string} root */
function hashOfParts(root) {
  const hash = createHash("sha256");
  const paths = PARTS.flatMap((part) =>
    existsSync(join(root, part))
      ? readdirSync(join(root, part), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
      : [],
  );
  for (const path of [...FILES.map((file) => join(root, file)), ...paths.sort()]) {
    hash
      .update(`${path.slice(root.length)}\0`)
      .update(readFileSync(path))
      .update("\0");
  }
  return hash.digest("hex");
}

/**
 * @param {string} root
 * @param {(line: string) => void} say
 */
export async function buildLab(root, say) {
  say("bundling the policy lab ...");
  const stamp = hashOfParts(root);
  rmSync(join(root, STAMP), { force: true });
  const { build } = await import("esbuild");
  const documents = await readDocuments(root);
  const shared = /** @type {import("esbuild").BuildOptions & { write: false }} */ ({
    ...{ bundle: true, minify: true, write: false, format: "iife", platform: "browser", target: TARGET, charset: "utf8" },
    ...{ logLevel: "silent", legalComments: "none", jsx: "automatic", jsxImportSource: "preact" },
    define: { "process.env.NODE_ENV": '"production"' },
  });
  /** @param {string} entry @param {Record<string, object>} modules */
  const bundle = async (entry, modules) => {
    const entryPoints = [join(root, "src", "lab", entry)];
    const { outputFiles } = await build({ ...shared, entryPoints, plugins: [given(modules)] });
    return outputFiles?.[0]?.text ?? "";
  };
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const land = { rings: await landAround(documents.places) };
  const program = await bundle("engine/worker.ts", { documents: { ...documents.texts, version }, land });
  const { strategies } = documents.texts;
  const shipped = { ecosystems: documents.playable, strategies, version };
  const script = safe(
    await bundle("page/main.tsx", { shipped, land, worker: { program: gzipSync(program).toString("base64") } }),
  );
  const style =
    (await build({ ...shared, entryPoints: [join(root, "src", "lab", "page", "lab.css")] })).outputFiles?.[0]?.text ?? "";
  mkdirSync(join(root, "dist", "lab"), { recursive: true });
  writeFileSync(join(root, PAGE), page(script, style));
  writeFileSync(join(root, STAMP), stamp);
}

/** @param {string} root */
async function readDocuments(root) {
  const { parse } = await import("yaml");
  /** @param {string} folder @returns {Record<string, string>} */
  const read = (folder) => {
    const at = join(root, "scenarios", folder);
    const files = readdirSync(at).filter((file) => file.endsWith(".yaml"));
    return Object.fromEntries(files.sort().map((file) => [basename(file, ".yaml"), readFileSync(join(at, file), "utf8")]));
  };
  const texts = { ecosystems: read("ecosystems"), strategies: read("strategies") };
  const nodes = Object.values(texts.ecosystems).flatMap((text) => Object.values(parse(text).nodes ?? {}));
  /** @param {any} quantity @returns {number} */
  const plain = (quantity) => quantity?.value ?? quantity;
  const places = nodes.map(({ latitude, longitude }) => ({ latitude: plain(latitude), longitude: plain(longitude) }));
  const playable = Object.entries(texts.ecosystems)
    .map(([name, text]) => ({ name, document: parse(text) }))
    .filter(({ document }) => Object.keys(document.nodes ?? {}).length > 0)
    .map(({ name, document }) => ({ name, title: String(document.title ?? name) }));
  return { texts, places, playable };
}

/**
 * Modules whose exports are data that the build knows.
 * @param {Record<string, object>} modules
 * @returns {import("esbuild").Plugin}
 */
export function given(modules) {
  return {
    name: "corridor",
    setup(build) {
      build.onResolve({ filter: /^corridor:/ }, ({ path }) => ({ path: path.slice("corridor:".length), namespace: "corridor" }));
      // Complaints of the schema library are put into words by the core; its forty languages would be a third of the page.
      build.onLoad({ filter: /zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({ contents: "export {};", loader: "js" }));
      // Modules of ours do nothing by being loaded: what the page does not use of the core stays out of it.
      build.onResolve({ filter: /^\.\.?\/.*\.tsx?$/ }, ({ path, resolveDir }) =>
        resolveDir.includes("node_modules") ? undefined : { path: join(resolveDir, path), sideEffects: false },
      );
      build.onLoad({ filter: /.*/, namespace: "corridor" }, ({ path }) => ({
        contents: JSON.stringify(modules[path] ?? {}),
        loader: "json",
      }));
    },
  };
}

/** A script that stands within a page must not end it. @param {string} script */
const safe = (script) => script.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");

/** @param {string} text */
const hashOf = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** Nothing is loaded from anywhere: what may run is named by its hash, the engine comes out of the page itself. @param {string} script @param {string} style */
function page(script, style) {
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    "worker-src blob:",
    "img-src blob: data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>Corridor policy lab</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<div id="lab"><p>Corridor needs JavaScript to play a simulated world on this page.</p></div>
<script>${script}</script>
</body>
</html>
`;
}
