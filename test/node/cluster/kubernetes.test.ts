/** The manifest says what an Indexed Job needs; names and values arrive as they were. */
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { type IndexedJob, indexedJobManifest } from "../../../src/node/cluster/kubernetes.ts";
import { Failure } from "../../../src/node/failure.ts";
import { HOSTILE_NAMES } from "./hostile.ts";

const JOB: IndexedJob = {
  name: "sweep-a1b2",
  image: "registry.example/corridor:1",
  command: ["node", "dist/corridor.js", "sweep", "shard", "/sweep", "--index"],
  count: 600,
  parallelism: 40,
  retries: 2,
  claim: "sweeps",
  mount: "/sweep",
  cpus: "1",
  memory: "2Gi",
};

/** As Kubernetes replaces variables in a command: `$(NAME)`, with `$$` for a dollar. */
const expanded = (words: string[], index: number): string[] =>
  words.map((word) => word.replace(/\$\$|\$\((\w+)\)/g, (found, name) => (found === "$$" ? "$" : `<${name}=${index}>`)));

const indexIn = (index: number): string => `<JOB_COMPLETION_INDEX=${index}>`;

describe("an Indexed Job", () => {
  it("has a completion for every shard", () => {
    const { apiVersion, kind, metadata, spec } = parse(indexedJobManifest(JOB));
    expect({ apiVersion, kind, metadata }).toEqual({ apiVersion: "batch/v1", kind: "Job", metadata: { name: "sweep-a1b2" } });
    expect(spec).toMatchObject({ completionMode: "Indexed", completions: 600, parallelism: 40, backoffLimitPerIndex: 2 });
    const { restartPolicy, containers, volumes } = spec.template.spec;
    expect(restartPolicy).toBe("Never"); // or retries per index are refused
    expect(volumes).toEqual([{ name: "sweep", persistentVolumeClaim: { claimName: "sweeps" } }]);
    const [container] = containers;
    expect(container.command).toEqual([...JOB.command, "$(JOB_COMPLETION_INDEX)"]);
    expect(container.volumeMounts).toEqual([{ name: "sweep", mountPath: "/sweep" }]);
    expect(container.resources).toEqual({ requests: { cpu: "1", memory: "2Gi" }, limits: { memory: "2Gi" } });
  });

  it("has no more pods than shards", () => {
    expect(parse(indexedJobManifest({ ...JOB, count: 3 })).spec.parallelism).toBe(3);
  });

  it.each([...HOSTILE_NAMES, "$(JOB_COMPLETION_INDEX)", "$$(HOME)", "yes", "1e3", "- a: b"])("keeps the word %j", (word) => {
    const { spec } = parse(indexedJobManifest({ ...JOB, command: [word], environment: { WORD: word } }));
    const [container] = spec.template.spec.containers;
    expect(expanded(container.command, 5)).toEqual([word, indexIn(5)]);
    expect(expanded([container.env[0].value], 5)).toEqual([word]);
  });

  it.each(["", "Sweep", "sweep_1", "-a", "a-", "a".repeat(51), "a.b"])("is not called %j", (name) => {
    expect(() => indexedJobManifest({ ...JOB, name })).toThrow(Failure);
  });
});
