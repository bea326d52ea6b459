/**
 * What a user asks to run -> ecosystem + strategy + settings, checked against each other.
 *
 * name or path --load--> scenario or ecosystem --set, options--> parsed documents --check--> ResolvedScenario
 */
import { createHash } from "node:crypto";
import { access } from "node:fs/promises";
import { dirname, extname, join, resolve } from "node:path";
import { compile, metricColumns } from "../core/index.ts";
import type { Issue } from "../core/issue.ts";
import { bindStrategy } from "../core/scenario/bind.ts";
import { checkParts, checkScenario } from "../core/scenario/check.ts";
import { checkTargets } from "../core/scenario/check-targets.ts";
import { formatPath, isMap, type Path } from "../core/scenario/path.ts";
import { type RunSettings, type ScenarioDocument, scenarioSchema } from "../core/scenario/schema/scenario.ts";
import { type Ecosystem, ecosystemSchema, type Strategy, strategySchema } from "../core/scenario/schema/strategy.ts";
import type { LoadedDocument } from "../formats/document.ts";
import { type CheckedDocument, readChecked, type Setting } from "./checked-document.ts";
import { documentKind } from "./document-kind.ts";
import { readSettings, type SettingOptions } from "./settings.ts";

/** What to read, as the options of `corridor run` say it. */
export interface ScenarioRequest extends SettingOptions {
  /** Name or path of a scenario or an ecosystem. */
  readonly scenario: string;
  /** Name or path, instead of the scenario's. */
  readonly strategy?: string;
  /** `path=value`: of the ecosystem, or of the strategy when the path begins with "instruments". */
  readonly set?: readonly string[];
  /** The folder `scenarios`, when not that of this package. */
  readonly shipped?: string;
}

export interface SourceFile {
  readonly file: string;
  readonly sha256: string;
}

/** Checked documents that fit together, as `compile` takes them. */
export interface ResolvedScenario {
  /** Of the scenario, or of the ecosystem when there is no scenario file. */
  readonly name: string;
  readonly title: string;
  readonly ecosystem: Ecosystem;
  readonly strategy: Strategy;
  readonly settings: RunSettings;
  /** Every file that was read. */
  readonly sources: readonly SourceFile[];
}

export interface Resolution {
  /** Errors and warnings, all at once; with an error there is no scenario. */
  readonly issues: Issue[];
  readonly scenario?: ResolvedScenario;
}

/** Never throws for what a user wrote. */
export async function resolveScenario(request: ScenarioRequest): Promise<Resolution> {
  const kind = await documentKind(request.scenario, ["scenario", "ecosystem"], request.shipped);
  if (typeof kind !== "string") return { issues: [kind] };
  const asked = kind === "scenario" ? await readScenario(request) : { ecosystem: request.scenario };
  return "ecosystem" in asked ? resolveParts(asked, request) : asked;
}

/** What a scenario or an experiment names -> checked documents that fit together. Never throws for what a user wrote. */
export async function resolveParts(asked: Asked, request: Omit<ScenarioRequest, "scenario">): Promise<Resolution> {
  const { document, loaded, keys = { ecosystem: ["ecosystem"], strategy: ["strategy"] } } = asked;
  const ecosystem = await readChecked(
    "ecosystem",
    asked.ecosystem,
    ecosystemSchema,
    await settingsFor("ecosystem", request, asked),
    request,
  );
  const strategy = await readChecked(
    "strategy",
    request.strategy ?? asked.strategy ?? "none",
    strategySchema,
    await settingsFor("strategy", request, asked),
    request,
  );
  const run = await readSettings((loaded && statedRun(loaded)) ?? {}, request, (path) => loaded?.locate(path));
  const issues = [
    ...(asked.issues ?? []),
    ...whereNamed(ecosystem, loaded, keys.ecosystem),
    ...(request.strategy === undefined ? whereNamed(strategy, loaded, keys.strategy) : strategy.issues),
    ...run.issues,
  ];
  if (!ecosystem.value || !strategy.value || !run.settings) {
    const isThere = ecosystem.loaded.merged !== undefined;
    const parts = checkParts(isThere ? ecosystem.document : undefined, strategy.document, run.settings);
    const known = new Set(issues.map(({ path }) => formatPath(path)));
    const more = [...parts.ecosystem.map(ecosystem.place), ...parts.strategy.map(strategy.place)];
    return { issues: [...issues, ...more.filter(({ path }) => !known.has(formatPath(path)))] };
  }
  const checked = checkScenario(ecosystem.value, strategy.value, run.settings);
  issues.push(...checked.ecosystem.map(ecosystem.place), ...checked.strategy.map(strategy.place), ...checked.run.map(run.place));
  if (isWrong(issues)) return { issues };
  const model = compile(ecosystem.value, strategy.value, run.settings, String(run.settings.seed));
  const outcomes = metricColumns(model).map(({ name }) => name);
  issues.push(...checkTargets(ecosystem.value, outcomes).map(ecosystem.place));
  if (isWrong(issues)) return { issues };
  const documents = [loaded, ecosystem.loaded, strategy.loaded].filter((one) => one !== undefined);
  return {
    issues,
    scenario: {
      name: document?.name ?? ecosystem.value.name,
      title: document?.title ?? ecosystem.value.title,
      ecosystem: ecosystem.value,
      strategy: bindStrategy(strategy.value, ecosystem.value),
      settings: run.settings,
      sources: sourcesOf(documents),
    },
  };
}

/** That a document is not there belongs to the key of the scenario that names it. */
function whereNamed(
  { loaded: { layers }, issues }: CheckedDocument<unknown>,
  scenario: LoadedDocument | undefined,
  path: Path,
): Issue[] {
  const place = scenario?.locate(path);
  if (!place || layers.length > 0) return issues;
  return issues.map((issue) => (issue.line === undefined ? { ...issue, path, ...place } : issue));
}

const isWrong = (issues: readonly Issue[]) => issues.some(({ severity }) => severity === "error");

/** What is wanted, and the document that says so, if one does. */
export interface Asked {
  /** Names or paths. */
  readonly ecosystem: string;
  readonly strategy?: string;
  readonly document?: Pick<ScenarioDocument, "name" | "title" | "set">;
  readonly loaded?: LoadedDocument;
  /** Where the document names the two. */
  readonly keys?: { readonly ecosystem: Path; readonly strategy: Path };
  readonly issues?: readonly Issue[];
}

async function readScenario(request: ScenarioRequest): Promise<Asked | Resolution> {
  const { value: document, loaded, issues } = await readChecked("scenario", request.scenario, scenarioSchema, [], request);
  if (!document) return { issues };
  return {
    document,
    loaded,
    issues,
    ecosystem: await referred(loaded, "ecosystem", document.ecosystem),
    strategy: await referred(loaded, "strategy", document.strategy),
  };
}

/** A name or path in a document counts from the file that states it; a name is looked for beside it first. */
export async function referred(loaded: LoadedDocument, key: string, reference: string): Promise<string> {
  const layer = loaded.layers.findLast(({ value }) => isMap(value) && Object.hasOwn(value, key));
  if (!layer) return reference;
  const beside = join(dirname(layer.id), reference);
  const candidates = extname(reference) === "" ? [".yaml", ".yml", ".json"].map((end) => beside + end) : [beside];
  for (const path of candidates) {
    // The scenario of an ecosystem may have its name and lie beside it.
    if (
      path !== layer.id &&
      (await access(path).then(
        () => true,
        () => false,
      ))
    )
      return path;
  }
  return /[/\\.]/.test(reference) ? resolve(dirname(layer.id), reference) : reference;
}

/** What a scenario file says of its run, as written. */
function statedRun(loaded: LoadedDocument): Record<string, unknown> | undefined {
  const run = isMap(loaded.merged) ? loaded.merged.run : undefined;
  return isMap(run) ? run : undefined;
}

const OF_STRATEGY = /^\s*"?instruments\b/;

/** Those of the scenario file first, then those of the command line, which win. */
async function settingsFor(
  kind: "ecosystem" | "strategy",
  request: Omit<ScenarioRequest, "scenario">,
  asked: Asked,
): Promise<Setting[]> {
  const ofFile = Object.entries(asked.document?.set ?? {}).map(([path, value]): Setting => {
    return {
      text: `${path}=-`,
      read: () => ({ value, issues: [] }),
      place: asked.loaded?.locate(["set", path]),
    };
  });
  return [...ofFile, ...(await typedSettings(request.set ?? []))].filter(
    ({ text }) => OF_STRATEGY.test(text) === (kind === "strategy"),
  );
}

async function typedSettings(texts: readonly string[]): Promise<Setting[]> {
  if (texts.length === 0) return [];
  const { readYaml } = await import("../formats/yaml-text.ts");
  return texts.map((text) => ({ text, read: (value) => readYaml(value, "--set") }));
}

function sourcesOf(documents: readonly LoadedDocument[]): SourceFile[] {
  return documents
    .flatMap(({ layers }) => layers)
    .map(({ file, text }) => ({ file, sha256: createHash("sha256").update(text).digest("hex") }));
}
