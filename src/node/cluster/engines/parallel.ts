/** GNU parallel over ssh: it stays until the shards are played. */
import fs from "node:fs";
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { EXIT, Failure } from "../../failure.ts";
import type { ClusterEngine, Order } from "../engine.ts";
import { parallelCommand } from "../parallel.ts";
import { playCommand } from "../shard-task.ts";

/** This machine. */
const HERE = ":\n";

export const parallel: ClusterEngine = {
  name: "parallel",
  about: "GNU parallel, on machines that one can log in to with ssh",
  takes: ["hosts", "atOnce"],
  async prepare(order) {
    const { options, place, folder, node, program, shards } = order;
    const { cpus, hosts, atOnce = Math.max(1, Math.floor(availableParallelism() / cpus)) } = options;
    const path = hosts === undefined ? undefined : resolve(hosts);
    if (path !== undefined && !fs.existsSync(path)) {
      throw new Failure(
        EXIT.usage,
        `--hosts: there is no file ${path}`,
        "name a file with a host on each line (: is this machine)",
      );
    }
    const number = nextNumber(order);
    const { args, input, environment } = parallelCommand({
      ...{ node, folder, command: playCommand(program, folder, cpus), indices: shards, jobs: atOnce },
      hosts: path ?? join(place, "hosts"),
      jobLog: join(place, `parallel-${number}.log`),
    });
    const list = `parallel-${number}.txt`;
    return {
      files: [{ name: list, text: input }, ...(path === undefined ? [{ name: "hosts", text: HERE }] : [])],
      commands: [{ program: "parallel", args, input: list, environment }],
      next: "should it be stopped, submit again: what is missing is played",
    };
  },
};

/** Each submission keeps an account of its own jobs. */
function nextNumber({ place }: Order): number {
  let number = 1;
  while (fs.existsSync(join(place, `parallel-${number}.txt`)) || fs.existsSync(join(place, `parallel-${number}.log`))) number++;
  return number;
}
