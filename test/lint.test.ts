/** The linter, the formatter and the compiler have nothing to say about any file, tests included. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "..");
const MODULES = join(ROOT, "node_modules");

it.each([
  ["lint and format", join(MODULES, "@biomejs/biome/bin/biome"), ["check", "--error-on-warnings", "."]],
  ["types", join(MODULES, "typescript/bin/tsc"), ["-b", "test"]],
  ["types of the lab", join(MODULES, "typescript/bin/tsc"), ["-p", "src/lab"]],
])("%s", (_, program, args) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: ROOT,
    encoding: "utf8",
  });
  expect(status === 0 ? "" : `${stdout}${stderr}`).toBe("");
});
