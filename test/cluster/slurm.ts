/**
 * A real Slurm of two nodes on this machine, for one file of tests:
 *
 *   const slurm = await startSlurm(folder);
 *   const job = await slurm.submit(["--array=0-5"], script);
 *   await slurm.wait(job);
 *   await slurm.stop();
 *
 * Its daemons, keys, sockets, state and logs are in the folder; its ports are free ones. Should the tests die before
 * `stop`, a watchdog ends every process of it. Several can run beside each other and beside a Slurm of the system.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import fs from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { submittedJob } from "../../src/node/cluster/sbatch.ts";
import { pathWithDaemons } from "../../src/setup/slurm.mjs";
import { NODES, type NodeName, slurmConf } from "./configuration.ts";
import { freePorts } from "./free-ports.ts";
import { hasEnded, type Task, tasksOf, untilTasks } from "./jobs.ts";
import { killAll, processesWith } from "./processes.mjs";
import { type Run, runIn, startDaemon } from "./programs.ts";

export interface Slurm {
  /** What a program needs in its environment to talk to this Slurm. */
  readonly env: NodeJS.ProcessEnv;
  /** Runs a program in that environment. */
  readonly run: Run;
  /** Gives a batch script to sbatch. @returns the number of the job. @throws Error if sbatch refuses */
  submit(args: readonly string[], script: string): Promise<string>;
  tasks(job: string): Promise<Task[]>;
  /** Waits until the tasks are as wanted, with patience. */
  until(job: string, isAsWanted: (tasks: readonly Task[]) => boolean): Promise<Task[]>;
  /** Waits for the end of all tasks, whatever it is, with patience. */
  wait(job: string): Promise<Task[]>;
  /** Cancels all jobs; ends when none holds a processor any more. */
  clear(): Promise<void>;
  /** As when its power fails: the daemon and everything it runs are gone at once, and the controller is not told. */
  killNode(node: NodeName): Promise<void>;
  /** Starts the daemon of a killed node; ends when the controller has it back. */
  restartNode(node: NodeName): Promise<void>;
  /**
   * First lets it save what has happened. Otherwise a job just submitted would be lost, and a task just started would be
   * started again, refused by its node as a duplicate, and held; Slurm then drains the node.
   */
  killController(): Promise<void>;
  /** Starts the killed controller, from the state it saved; ends when it answers. */
  startController(): Promise<void>;
  /** Ends every process; the folder stays as it is. */
  stop(): Promise<void>;
}

/** In the environment of everything that belongs to this Slurm; its programs read it too. */
const CONF = "SLURM_CONF";
/** In the environment of a daemon and what it starts: which one. A job gets its environment elsewhere. */
const DAEMON = "SLURM_TEST_DAEMON";

const PATIENCE = 90_000; // milliseconds; of a machine that does much else
/** The path of a socket has at most 107 characters; Slurm needs some of them for the names of its own. */
const LONGEST_FOLDER = 60;

/**
 * @param folder existing, empty, with a short and plain path; the caller removes it
 * @throws Error with the ends of the logs if it does not get ready
 */
export async function startSlurm(folder: string): Promise<Slurm> {
  if (folder.length > LONGEST_FOLDER || !/^\/[\w./-]+$/.test(folder)) throw new Error(`no folder for a Slurm: ${folder}`);
  const conf = join(folder, "slurm.conf");
  const env = { ...process.env, PATH: pathWithDaemons(), [CONF]: conf };
  const run = runIn(env);
  const log = (daemon: string) => join(folder, `${daemon}.log`);
  const logs = () => ["munge", "controller", ...NODES].map((daemon) => lastOf(log(daemon))).join("");
  const start = (daemon: string, program: string, args: readonly string[]) =>
    startDaemon(program, args, { ...env, [DAEMON]: `${folder}/${daemon}` }, log(daemon));
  const kill = (daemon: string) => killAll(() => processesWith(DAEMON, `${folder}/${daemon}`));

  async function ready(what: string, ask: () => Promise<boolean>, daemon?: ChildProcess): Promise<void> {
    const isAlive = () => !daemon || (daemon.exitCode === null && daemon.signalCode === null);
    for (const end = Date.now() + PATIENCE; isAlive() && Date.now() < end; await sleep(50)) if (await ask()) return;
    throw new Error(`${what} did not get ready\n${logs()}`);
  }
  const startController = async () => {
    const daemon = start("controller", "slurmctld", ["-D"]);
    await ready("the controller", async () => (await run("scontrol", ["ping"])).stdout.includes("is UP"), daemon);
  };
  const startNode = async (node: NodeName) => {
    const daemon = start(node, "slurmd", ["-D", "-N", node]);
    const isUp = async () => {
      const { stdout } = await run("sinfo", ["--noheader", "--nodes", node, "--Format", "StateCompact"]);
      return /^(idle|mix|alloc)\s*$/.test(stdout);
    };
    await ready(node, isUp, daemon);
  };
  const stop = async () => {
    await killAll(() => processesWith(CONF, conf));
    watchdog.kill("SIGKILL");
  };

  const [controller = 0, n1 = 0, n2 = 0] = await freePorts(3);
  for (const name of ["state", ...NODES]) fs.mkdirSync(join(folder, name));
  fs.writeFileSync(conf, slurmConf(folder, { controller, nodes: { n1, n2 } }));
  fs.writeFileSync(join(folder, "munge.key"), randomBytes(128), { mode: 0o600 });
  const watchdog = spawn(process.execPath, [join(import.meta.dirname, "watchdog.mjs"), CONF, conf], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  watchdog.unref();
  try {
    const munge = start("munge", "munged", mungeArguments(folder));
    await ready("munge", async () => (await run("munge", ["--no-input", "--socket", `${folder}/munge`])).status === 0, munge);
    await startController();
    await Promise.all(NODES.map(startNode));
  } catch (error) {
    await stop();
    throw error;
  }

  const until: Slurm["until"] = (job, isAsWanted) =>
    untilTasks(run, job, isAsWanted, PATIENCE).catch((error) => {
      throw new Error(`${error.message}\n${logs()}`);
    });
  return {
    env,
    run,
    submit: async (args, script) => {
      const { status, stdout, stderr } = await run("sbatch", ["--parsable", ...args], { input: script, cwd: folder });
      if (status !== 0) throw new Error(`sbatch refused: ${stderr}`);
      return submittedJob(stdout);
    },
    tasks: async (job) => (await tasksOf(run, job)) ?? [],
    until,
    wait: (job) => until(job, (tasks) => tasks.every(hasEnded)),
    clear: async () => {
      await run("scancel", ["--me"]);
      await ready("an empty queue", async () => {
        const { status, stdout } = await run("squeue", ["--noheader"]);
        return status === 0 && stdout.trim() === "";
      });
    },
    killNode: async (node) => {
      await kill(node);
      await killAll(() => tasksOn(node, conf));
    },
    restartNode: startNode,
    killController: async () => {
      const now = Date.now();
      await run("scontrol", ["reconfigure"]); // which makes it save, within seconds
      const saved = () => fs.statSync(join(folder, "state", "job_state"), { throwIfNoEntry: false })?.mtimeMs ?? 0;
      await ready("the saved state", async () => saved() > now);
      await kill("controller");
    },
    startController,
    stop,
  };
}

const mungeArguments = (folder: string): string[] => [
  "--foreground",
  "--force", // others need not reach its socket, whatever it thinks
  "--num-threads=2",
  `--socket=${folder}/munge`,
  `--key-file=${folder}/munge.key`,
  `--pid-file=${folder}/munge.pid`,
  `--seed-file=${folder}/munge.seed`,
  `--log-file=${folder}/munge.log`,
];

/** What jobs left on a node: they have its name in their environment, not the daemon's mark. */
function tasksOn(node: NodeName, conf: string): number[] {
  const ours = new Set(processesWith(CONF, conf));
  return processesWith("SLURMD_NODENAME", node).filter((pid) => ours.has(pid));
}

/** The end of a log, with its name, as lines of their own. */
function lastOf(log: string): string {
  const text = fs.existsSync(log) ? fs.readFileSync(log, "utf8") : "";
  return `--- ${log}\n${text.split("\n").slice(-15).join("\n")}\n`;
}
