/** Time by the clock and of the processor: the second is what a busy machine changes least. */
export interface Spent {
  readonly seconds: number;
  /** Of all threads of this process. */
  readonly cpuSeconds: number;
}

export async function spend(work: () => unknown): Promise<Spent> {
  const [clock, cpu] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(cpu);
  return { seconds: (performance.now() - clock) / 1000, cpuSeconds: (user + system) / 1e6 };
}

/** Processor seconds of the quickest of some repeats. */
export function leastCpuSeconds(repeats: number, work: () => void): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < repeats; i++) {
    const cpu = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(cpu);
    least = Math.min(least, (user + system) / 1e6);
  }
  return least;
}
