/** An Indexed Job of Kubernetes: a manifest to look at and to apply. Its pods go over all shards; those done end at once. */
import { join } from "node:path";
import type { ClusterEngine } from "../engine.ts";

const MANIFEST = "job.yaml";
const PODS = 20;
const RETRIES = 2;

export const kubernetes: ClusterEngine = {
  name: "kubernetes",
  about: "an Indexed Job of Kubernetes: writes the manifest only",
  takes: ["mem", "atOnce", "image", "claim", "mount", "retries"],
  async prepare({ plan, count, place, version, options }) {
    const { cpus, mem = "2Gi", atOnce = PODS, image = `corridor:${version}`, claim = "corridor", mount = "/sweep" } = options;
    const { indexedJobManifest } = await import("../kubernetes.ts");
    const manifest = indexedJobManifest({
      ...{ name: `corridor-${plan}`, image, count, parallelism: atOnce, retries: options.retries ?? RETRIES, claim, mount },
      command: ["corridor", "sweep", "shard", mount, "--workers", `${cpus}`, "--index"],
      ...{ cpus: `${cpus}`, memory: mem },
    });
    return {
      files: [{ name: MANIFEST, text: manifest }],
      commands: [],
      next: `look at the image and the claim of a volume that holds this folder, then: kubectl apply -f ${join(place, MANIFEST)}`,
    };
  },
};
