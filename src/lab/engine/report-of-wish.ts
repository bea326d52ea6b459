/**
 * What the page plays -> the report that `corridor report` would write of the comparison that `corridor compare` would play: the same plan,
 * analyses and figures, in this thread.
 */
import type { Strategy } from "../../core/index.ts";
import { bindStrategy } from "../../core/scenario/bind.ts";
import type { Table, TableColumn } from "../../core/table.ts";
import { analysed } from "../../experiment/analyses/index.ts";
import { COMPARISON_ANALYSES } from "../../experiment/analyses/kinds.ts";
import { comparisonPlans } from "../../experiment/comparison-document.ts";
import type { Plan } from "../../experiment/plan.ts";
import { playHere } from "../../experiment/play-here.ts";
import { sentenceTable } from "../../experiment/sentences.ts";
import { word } from "../../formats/report-page/provenance.ts";
import type { Evidence } from "../../report/evidence.ts";
import type { FromReader } from "../opened.ts";
import type { Wish } from "../protocol.ts";
import { ecosystemReader, fitInto, readStrategy } from "./documents.ts";
import { landOf } from "./land.ts";
import { openedResult } from "./open-result.ts";
import { openPlayable, type Playable } from "./playable.ts";

/** Never throws for what was wished. @param post told how far it is */
export async function reportOf(wish: Wish, version: string, post: (said: FromReader) => void): Promise<FromReader> {
  const world = await openPlayable(wish, version, ecosystemReader());
  if (!("setting" in world)) return refused(world.map(({ message }) => message));
  const strategies: Strategy[] = [];
  for (const text of wish.strategies) {
    const { value, loaded, issues } = await readStrategy(text);
    const fitted = value && fitInto(world.setting.ecosystem, value, world.setting.settings, loaded);
    if (!fitted?.value) return refused([...issues, ...(fitted?.issues ?? [])].map(({ message }) => message));
    strategies.push(bindStrategy(fitted.value, world.setting.ecosystem));
  }
  const names = [world.baseline, ...strategies].map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) < i);
  if (twice !== undefined) return refused([`two strategies have the name ${twice}; give one of them another`]);
  try {
    const plan = planOf(world, strategies, wish, version);
    const started = new Date().toISOString();
    const { readings, finished, failed } = playHere(plan, (trials) => post({ type: "playing", done: trials, of: plan.trials }));
    if (failed.length > 0) return refused(failed);
    const said = analysed(readings);
    const tables = [...said.flatMap((one) => one.analysed.tables), sentenceTable(said)];
    return {
      type: "opened",
      result: await openedResult(evidenceOf(plan, wish, tables, { started, finished }, readings.specs.periods.columns)),
    };
  } catch (error) {
    return refused([error instanceof Error ? error.message : String(error)]);
  }
}

const refused = (reasons: readonly string[]): FromReader => ({
  type: "refused",
  problem: { key: "opened.unplayed", detail: reasons.join("; ") },
});

function planOf({ setting, baseline }: Playable, strategies: readonly Strategy[], wish: Wish, version: string): Plan {
  const { ecosystem, settings } = setting;
  const { replicates } = wish.run;
  return comparisonPlans({
    ...{ name: `${ecosystem.name}-comparison`, title: ecosystem.title, ecosystem },
    ...{ settings: { ...settings, replicates }, strategies: [baseline, ...strategies] },
    ...{ analyses: COMPARISON_ANALYSES, version, engine: version },
  }).plan();
}

function evidenceOf(
  plan: Plan,
  wish: Wish,
  tables: readonly Table[],
  { started, finished }: { readonly started: string; readonly finished: number },
  columns: readonly TableColumn[],
): Evidence {
  const folder = plan.name;
  return {
    title: plan.title,
    command: commandOf(plan, wish),
    scale: plan.settings.scale,
    changed: wish.assumptions.map(({ path, value }) => `${path}=${value}`),
    ...{ folder, version: plan.version, date: started.slice(0, "YYYY-MM-DD".length) },
    tables: new Map(tables.map((table) => [table.spec.name, table])),
    // As the terminal leaves it, so that what computes a table again is its command.
    files: [{ file: "plan.json", sha256: "" }],
    ecosystems: plan.ecosystems,
    strategies: plan.strategies.map(({ name }) => name),
    titles: new Map(plan.strategies.map(({ name, title }) => [name, title])),
    counts: { finished, failed: 0 },
    land: landOf(),
    meanings: new Map(columns.map(({ name, about }) => [name, about])),
  };
}

/** Plays the same in a terminal, beside the strategies as the page saves them. */
function commandOf({ strategies, settings, name }: Plan, { ecosystem, assumptions, run }: Wish): string {
  const [, ...compared] = strategies.map((strategy) => `${strategy.name}.yaml`);
  const parts = [
    ...["corridor", "compare", ecosystem, ...compared, "-n", String(run.replicates)],
    ...["--seed", run.seed, "--scale", String(run.scale), ...(settings.end === undefined ? [] : ["--end", settings.end])],
    ...assumptions.flatMap(({ path, value }) => ["--set", `${path}=${value}`]),
    ...["--out", name],
  ];
  return parts.map(word).join(" ");
}
