/** Settings of a run given on the command line, laid over those of the scenario. */
import type { Issue } from "../core/issue.ts";
import { explainZod } from "../core/scenario/explain.ts";
import type { Path } from "../core/scenario/path.ts";
import { type RunSettings, runSchema } from "../core/scenario/schema/scenario.ts";

/** As typed. */
export interface SettingOptions {
  readonly seed?: string;
  readonly start?: string;
  readonly end?: string;
  readonly scale?: string;
  readonly replicates?: string;
  readonly record?: string;
}

/** Which option states which setting. */
const OPTIONS = {
  seed: "seed",
  start: "start",
  end: "end",
  scale: "scale",
  replicates: "replicates",
  recordWeeks: "record",
} as const satisfies Partial<Record<keyof RunSettings, keyof SettingOptions>>;
type OptionSetting = keyof typeof OPTIONS;

/** Read as a file would be, so that 1,5 and 10% are explained; seeds and dates are texts. */
const NUMBERS: readonly OptionSetting[] = ["scale", "replicates", "recordWeeks"];
const EVERY = /^every\s*[= ]\s*/;

/** Settings, or what is wrong with them; `place` says where an issue about settings belongs. @param locate where the scenario file states a setting */
export async function readSettings(
  stated: Readonly<Record<string, unknown>>,
  options: SettingOptions,
  locate: (path: Path) => object | undefined,
): Promise<{ settings?: RunSettings; issues: Issue[]; place: (issue: Issue) => Issue }> {
  const given = new Map<string, unknown>();
  for (const [setting, option] of Object.entries(OPTIONS) as [OptionSetting, keyof SettingOptions][]) {
    const text = options[option];
    if (text === undefined) continue;
    given.set(setting, NUMBERS.includes(setting) ? await readNumber(text.replace(EVERY, "")) : text);
  }
  const value = { ...stated, ...Object.fromEntries(given) };
  const parsed = runSchema.safeParse(value);
  const place = (issue: Issue): Issue => {
    const setting = String(issue.path[0]);
    return given.has(setting)
      ? { ...issue, path: [], file: `--${OPTIONS[setting as OptionSetting]}` }
      : { ...issue, path: ["run", ...issue.path], ...locate(["run", ...issue.path]) };
  };
  if (parsed.success) return { settings: parsed.data, issues: [], place };
  const issues = explainZod(parsed.error, value, runSchema).map(({ on: _, ...issue }) => place(issue));
  return { issues, place };
}

async function readNumber(text: string): Promise<unknown> {
  const { readYaml } = await import("../formats/yaml-text.ts");
  const { value, issues } = readYaml(text, "");
  return issues.length > 0 || value === undefined ? text : value;
}
