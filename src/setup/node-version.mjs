/** Is this Node new enough? The one truth is `engines` in package.json. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Missing } from "./missing.mjs";

/**
 * @param {string} root folder of package.json
 * @param {string} running version of this Node, as in `20.19.0`
 */
export function requireNode(root, running = process.versions.node) {
  const { engines } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const needed = String(engines.node).replace(">=", "");
  if (isOlder(running, needed)) {
    throw new Missing(
      `Node ${running} is too old, ${needed} or newer is needed`,
      "install a newer Node.js (https://nodejs.org, or your system's package manager) and run this again",
    );
  }
}

/**
 * @param {string} left
 * @param {string} right
 * @returns {boolean} whether version `left` comes before version `right`
 */
function isOlder(left, right) {
  const a = left.split(".").map(Number);
  const b = right.split(".").map(Number);
  for (let part = 0; part < 3; part++) {
    const difference = (a[part] ?? 0) - (b[part] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
