/** What one task of a cluster runs, as lines of a POSIX shell: the same for every engine that starts tasks through one. */
import { EXIT, Failure } from "../failure.ts";
import { shellLine, shellWord } from "./shell-word.ts";

export interface ShardTask {
  /** Node as it is called where the sweep is submitted; a machine that has none there uses the `node` on its PATH. */
  readonly node: string;
  /** What Node runs, with its arguments; the index of the shard follows as the last. */
  readonly command: readonly string[];
  /** Absolute path of the folder in which it runs. */
  readonly folder: string;
  /** Variables by name, beside those that a task inherits from its engine. */
  readonly environment?: Readonly<Record<string, string>>;
}

/**
 * `exec` makes Node the task itself: signals of the engine reach it, and its status is the task's.
 *
 * @param index the index of the shard, as the shell is to compute it
 * @throws Failure (usage) when no shell would take the name of a variable
 */
export function taskLines({ node, command, folder, environment = {} }: ShardTask, index: string): string[] {
  return [
    `cd -- ${shellWord(folder)} || exit ${EXIT.files}`,
    ...Object.entries(environment).map(([name, value]) => `export ${variable(name)}=${shellWord(value)}`),
    `node=${shellWord(node)}`,
    `[ -x "$node" ] || node=$(command -v node) || { echo "$(uname -n) has no Node: $node" >&2; exit 127; }`,
    `exec "$node" ${shellLine(command)} "${index}"`,
  ];
}

function variable(name: string): string {
  if (/^[A-Za-z_]\w*$/.test(name)) return name;
  throw new Failure(EXIT.usage, `invalid name of a variable: ${name}`, "use letters, digits and underscores");
}

/** What a task runs to play a shard, up to its index. @param program what Node runs for `corridor` @param cpus cores of the task */
export const playCommand = (program: string, sweep: string, cpus: number): readonly string[] => [
  ...[program, "sweep", "shard", sweep],
  ...["--workers", `${cpus}`, "--index"],
];
