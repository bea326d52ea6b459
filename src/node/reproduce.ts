/** A result played again from what it says of itself, and compared file by file. */
import fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ecosystemSchema, isMap, runSchema, strategySchema } from "../core/index.ts";
import { layCalibration, openCalibration, readCalibration } from "./calibration/calibration-folder.ts";
import { runCalibration } from "./calibration/run-calibration.ts";
import { engine } from "./engine.ts";
import { EXIT, Failure, withFiles } from "./failure.ts";
import { playScenario } from "./play-scenario.ts";
import { MANIFEST } from "./result-folder.ts";
import type { ResolvedScenario } from "./scenario.ts";
import { runSweep } from "./sweep/run-sweep.ts";
import { layPlan, openSweep, readPlan } from "./sweep/sweep-folder.ts";
import { version } from "./version.ts";

export interface ReproduceOptions {
  readonly command: readonly string[];
  readonly workers?: number;
  /** Where the new result is kept; it is removed when absent. */
  readonly out?: string;
}

export interface Reproduced {
  readonly files: readonly { readonly file: string; readonly isSame: boolean }[];
  /** In which ways this program is another one than that of the result. */
  readonly differences: readonly string[];
}

/** @throws Failure when the folder holds no result that can be played again */
export async function reproduceResult(folder: string, options: ReproduceOptions): Promise<Reproduced> {
  const manifest = readManifest(folder);
  const plan = readPlan(folder);
  const calibration = readCalibration(folder);
  const scratch = options.out === undefined ? fs.mkdtempSync(join(tmpdir(), "corridor-")) : undefined;
  const target = options.out ?? join(scratch ?? "", "result");
  try {
    if (plan) {
      layPlan(target, plan);
      const sweep = openSweep(target);
      try {
        await runSweep(sweep, options);
      } finally {
        sweep.close();
      }
    } else if (calibration) {
      layCalibration(target, calibration);
      const at = openCalibration(target);
      try {
        await runCalibration(at, options);
      } finally {
        at.close();
      }
    } else {
      await playScenario(scenarioOf(manifest, folder), {
        ...{ target: { folder: target }, version: String(manifest.corridor?.version), check: false, command: options.command },
        hash: filesOf(manifest).some(({ file }) => file === "hashes.csv"),
        repeat: () => "",
      });
    }
    const again = new Map(filesOf(readManifest(target)).map(({ file, sha256 }) => [file, sha256]));
    return {
      files: filesOf(manifest).map(({ file, sha256 }) => ({ file, isSame: again.get(file) === sha256 })),
      differences: differencesOf(manifest),
    };
  } finally {
    if (scratch !== undefined) fs.rmSync(scratch, { recursive: true, force: true });
  }
}

interface Manifest {
  readonly corridor?: { readonly version?: unknown; readonly build?: unknown };
  readonly engine?: { readonly node?: unknown };
  readonly files?: unknown;
  readonly scenario?: unknown;
}

function readManifest(folder: string): Manifest {
  const path = join(folder, MANIFEST);
  if (!fs.existsSync(path)) {
    throw new Failure(EXIT.usage, `${folder}: there is no ${MANIFEST}`, "name the folder of a finished result");
  }
  const text = withFiles(`read ${path}`, () => fs.readFileSync(path, "utf8"));
  try {
    const found: unknown = JSON.parse(text);
    if (isMap(found)) return found;
  } catch {
    // Said below.
  }
  throw new Failure(EXIT.usage, `${path}: the file is damaged`, "play the scenario again");
}

function filesOf({ files }: Manifest): { file: string; sha256: string }[] {
  const known = Array.isArray(files) ? (files as { file: string; sha256: string }[]) : [];
  return known.filter(({ file }) => file.endsWith(".csv"));
}

/** The scenario as it was resolved, checked again: a manifest is a file that anybody can change. */
function scenarioOf({ scenario }: Manifest, folder: string): ResolvedScenario {
  const wrong = () =>
    new Failure(EXIT.usage, `${folder}: its ${MANIFEST} holds no scenario that can be played`, "play the scenario again");
  if (!isMap(scenario)) throw wrong();
  const ecosystem = ecosystemSchema.safeParse(scenario.ecosystem);
  const strategy = strategySchema.safeParse(scenario.strategy);
  const settings = runSchema.safeParse(scenario.settings);
  if (!ecosystem.success || !strategy.success || !settings.success) throw wrong();
  const { name = "", title = "" } = scenario;
  return {
    ...{ name: String(name), title: String(title), sources: [] },
    ...{ ecosystem: ecosystem.data, strategy: strategy.data, settings: settings.data },
  };
}

function differencesOf({ corridor, engine: made }: Manifest): string[] {
  const found: string[] = [];
  const say = (what: string, there: unknown, here: string) => {
    if (there !== undefined && there !== here) found.push(`${what}: ${String(there)} then, ${here} now`);
  };
  say("Corridor", corridor?.version, version());
  say("build", corridor?.build, engine());
  say("Node", made?.node, process.versions.node);
  return found;
}
