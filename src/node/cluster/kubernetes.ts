/**
 * A sweep as an Indexed Job of Kubernetes (1.29 or later): a manifest to look at, adapt and apply. Every pod works on the
 * shard of its completion index; the sweep's folder is a claim of a volume that many pods can mount at once.
 */
import { stringify } from "yaml";
import { EXIT, Failure } from "../failure.ts";

export interface IndexedJob {
  /** Name of the job: lower-case letters, digits and dashes. */
  readonly name: string;
  /** Image in which the command is found. */
  readonly image: string;
  /** Program and arguments in the image; the index of the shard follows as the last. */
  readonly command: readonly string[];
  /** How many shards the sweep has. */
  readonly count: number;
  /** Pods at a time. */
  readonly parallelism: number;
  /** Tries of one shard after its first; a shard that fails more often fails alone. */
  readonly retries: number;
  /** Name of the claim (`ReadWriteMany`) of the volume with the sweep. */
  readonly claim: string;
  /** Where pods see that volume. */
  readonly mount: string;
  /** Of one pod, as Kubernetes writes them: `2`, `500m`; `4Gi`. */
  readonly cpus: string;
  readonly memory: string;
  /** Variables by name. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** Kubernetes replaces it in the arguments of a pod of an Indexed Job. */
const INDEX = "$(JOB_COMPLETION_INDEX)";

/** A host name has at most 63 characters, and that of a pod is the job's name with the index after it. */
const LONGEST_NAME = 50;

/**
 * @returns YAML for `kubectl apply -f -`
 * @throws Failure (usage) for a name that Kubernetes would not take
 */
export function indexedJobManifest(job: IndexedJob): string {
  if (!/^[a-z]([-a-z0-9]*[a-z0-9])?$/.test(job.name) || job.name.length > LONGEST_NAME) {
    throw new Failure(
      EXIT.usage,
      `Kubernetes does not take ${job.name} as the name of a job`,
      `use at most ${LONGEST_NAME} lower-case letters, digits and dashes`,
    );
  }
  const resources = { cpu: job.cpus, memory: job.memory };
  const environment = Object.entries({ ...job.environment });
  const container = {
    name: "shard",
    image: job.image,
    command: [...job.command.map(literal), INDEX],
    ...(environment.length > 0 && { env: environment.map(([name, value]) => ({ name, value: literal(value) })) }),
    resources: { requests: resources, limits: { memory: job.memory } },
    volumeMounts: [{ name: "sweep", mountPath: job.mount }],
  };
  const manifest = {
    apiVersion: "batch/v1",
    kind: "Job",
    metadata: { name: job.name },
    spec: {
      completionMode: "Indexed",
      completions: job.count,
      parallelism: Math.min(job.parallelism, job.count),
      backoffLimitPerIndex: job.retries,
      // A pod that was evicted has not failed.
      podFailurePolicy: { rules: [{ action: "Ignore", onPodConditions: [{ type: "DisruptionTarget" }] }] },
      template: {
        spec: {
          restartPolicy: "Never",
          containers: [container],
          volumes: [{ name: "sweep", persistentVolumeClaim: { claimName: job.claim } }],
        },
      },
    },
  };
  return stringify(manifest, { lineWidth: 0 });
}

/** `$(` would start a replacement; two dollars stand for one. */
const literal = (text: string): string => text.replaceAll("$", () => "$$");
