import type { Command } from "commander";
import { EXIT, type ExitCode, Failure } from "../../node/failure.ts";
import { type CommandEntry, type Context, collect, type GlobalOptions } from "../command.ts";
import { tellIssues } from "../issues.ts";

interface Options extends GlobalOptions {
  readonly actor: string;
  readonly date: string;
  readonly strategy?: string;
  readonly seed?: string;
  readonly scale?: string;
  readonly start?: string;
  readonly end?: string;
  readonly set?: string[];
  readonly json?: boolean;
}

export const why: CommandEntry = {
  name: "why",
  about: "explain one decision: the options an actor had, each term of the sum, what would have changed it",
  define(command, context) {
    command
      .argument("<scenario>", "name or path of a scenario, or of an ecosystem")
      .requiredOption("-a, --actor <identity>", "smuggler, as named in market_shares.csv or events.csv")
      .requiredOption("-d, --date <date>", "the first review on or after this date, YYYY-MM-DD")
      .option("-s, --strategy <name>", "name or path of a strategy")
      .option("--seed <text>", "seed of the run")
      .option("--scale <persons>", "real persons per simulated migrant")
      .option("--start <date>", "first day, YYYY-MM-DD")
      .option("--end <date>", "last day, YYYY-MM-DD")
      .option("--set <path=value>", "change a number or a switch; may be repeated", collect)
      .option("--json", "print the explanation as JSON")
      .action(
        context.action(async (scenario: string, _: Options, self: Command) =>
          explain(scenario, self.optsWithGlobals<Options>(), context),
        ),
      );
  },
};

async function explain(asked: string, options: Options, { terminal }: Context): Promise<ExitCode> {
  const [{ resolveScenario }, core, { explanationText, weekOf }, { jsonText }, { nearest }] = await Promise.all([
    import("../../node/scenario.ts"),
    import("../../core/index.ts"),
    import("../present/explanation.ts"),
    import("../../formats/json.ts"),
    import("../../core/scenario/nearest.ts"),
  ]);
  const { issues, scenario } = await resolveScenario({ ...options, scenario: asked });
  if ((await tellIssues(issues, terminal, options)) || !scenario) return EXIT.usage;
  const { ecosystem, strategy, settings } = scenario;
  const model = core.compile(ecosystem, strategy, settings, String(settings.seed));
  const week = weekOf(options.date, model.calendar, model.warmupWeeks);
  const found = core.explainDecision(model, options.actor, week);
  if (!("problem" in found)) {
    terminal.out(options.json ? jsonText(found) : explanationText(found, terminal.colors));
    return EXIT.ok;
  }
  if (found.problem === "gone") {
    throw new Failure(
      EXIT.usage,
      `${options.actor} was last in business in the week of ${found.lastWeek}`,
      "ask for an earlier date",
    );
  }
  const meant = nearest(options.actor, found.known);
  throw new Failure(
    EXIT.usage,
    `no smuggler of this run is called ${options.actor}`,
    `${meant === undefined ? "" : `did you mean ${meant}? `}market_shares.csv of the same run names them, such as ${found.known.slice(0, 3).join(", ")}`,
  );
}
