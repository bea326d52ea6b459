/** How fast this machine is now, beside the one on which the bars were set, and what it gives to two processes at once. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import type { CostOfDraw } from "./random.ts";

/** Nanoseconds on the machine of the bars, by case of random.ts. */
const REFERENCE: Readonly<Record<string, number>> = { "threefry4x32-12, four words a block": 3.4, exp: 6.7 };

export interface Machine {
  readonly node: string;
  /** How many times as long as the reference this machine takes: geometric mean over our own kernels. */
  readonly slowness: number;
  readonly kernels: readonly { readonly name: string; readonly ns: number; readonly reference: number }[];
  /** Work of two processes of plain arithmetic at once, against one: what two threads can gain here. */
  readonly twoProcesses: number;
}

export async function measureMachine(costs: readonly CostOfDraw[]): Promise<Machine> {
  const kernels = costs.flatMap(({ name, nsPerDraw }) => {
    const reference = REFERENCE[name];
    return reference === undefined ? [] : [{ name, ns: nsPerDraw, reference }];
  });
  const logs = kernels.map(({ ns, reference }) => Math.log(ns / reference));
  const slowness = Math.exp(logs.reduce((sum, x) => sum + x, 0) / logs.length);
  return { node: process.version, slowness, kernels, twoProcesses: await gainOfTwo() };
}

/** Prints how many rounds of plain arithmetic it played in half a second, once it hears that all are ready. */
const LOOP = `process.stdin.once("data", () => {
  const end = performance.now() + 500;
  let rounds = 0;
  let x = 1;
  while (performance.now() < end) {
    for (let i = 0; i < 100000; i++) x = (x * 1.0000001 + i) % 1000003;
    rounds++;
  }
  console.log(x > 0 ? rounds : 0);
  process.exit(0);
});
console.log("ready");`;

async function gainOfTwo(): Promise<number> {
  const [one, two] = [await rounds(1), await rounds(2)];
  return two / one;
}

/** Rounds of so many processes together. */
async function rounds(processes: number): Promise<number> {
  const children = Array.from({ length: processes }, () => spawn(process.execPath, ["-e", LOOP]));
  for (const child of children) child.stdout.setEncoding("utf8");
  await Promise.all(children.map((child) => once(child.stdout, "data")));
  const played = children.map((child) => once(child.stdout, "data"));
  for (const child of children) child.stdin.write("go\n");
  return (await Promise.all(played)).reduce((sum, [text]) => sum + Number(text), 0);
}
