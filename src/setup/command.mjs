/** Runs a program to its end and keeps what it said, so that a failure can show the last of it. */
import { spawnSync } from "node:child_process";

/**
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, shell?: boolean, timeout?: number }} [options] timeout in milliseconds
 * @returns {{ ok: boolean, output: string }} whether it ended with status 0, and its stdout and stderr
 */
export function runCommand(program, args, options = {}) {
  const done = spawnSync(program, args, {
    ...options,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = `${done.stdout ?? ""}${done.stderr ?? ""}${done.error ? `${done.error.message}\n` : ""}`;
  return { ok: done.status === 0, output };
}

/**
 * @param {string} output
 * @param {number} lines
 * @returns {string} the last lines, indented, on lines of their own
 */
export function lastLines(output, lines = 15) {
  const tail = output.trimEnd().split("\n").slice(-lines);
  return tail.map((line) => `\n    ${line}`).join("");
}
