/** Paths of the YAML files under `scenarios`. */
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const SCENARIOS = fileURLToPath(new URL("../../scenarios/", import.meta.url));

export const shippedFiles = (): string[] =>
  readdirSync(SCENARIOS, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".yaml"))
    .sort()
    .map((path) => SCENARIOS + path);
