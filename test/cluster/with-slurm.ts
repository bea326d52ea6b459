/** Tests that need a Slurm: those of one `describe` share it. */
import fs from "node:fs";
import { afterAll, beforeAll } from "vitest";
import { type Slurm, startSlurm } from "./slurm.ts";
import { describeWhereInstalled, LONGEST } from "./where-installed.ts";

export interface Cluster {
  readonly slurm: Slurm;
  /** For the files of the tests; it is removed after them. */
  readonly folder: string;
}

/** @param body gets the cluster, which is there only while tests run */
export function describeWithSlurm(name: string, body: (cluster: () => Cluster) => void): void {
  describeWhereInstalled(name, () => {
    let cluster: Cluster | undefined;
    beforeAll(async () => {
      const folder = fs.mkdtempSync("/tmp/corridor-slurm-"); // not os.tmpdir(): sockets need a short path
      fs.mkdirSync(`${folder}/slurm`);
      cluster = { slurm: await startSlurm(`${folder}/slurm`), folder };
    }, LONGEST);
    afterAll(async () => {
      if (!cluster) return; // it did not start; its folder tells why
      await cluster.slurm.stop();
      fs.rmSync(cluster.folder, { recursive: true, force: true });
    }, LONGEST);
    body(() => {
      if (!cluster) throw new Error("there is no Slurm outside a test");
      return cluster;
    });
  });
}
