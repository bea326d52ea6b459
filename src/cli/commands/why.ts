import { type Command, Option } from "commander";
import type { Asked, Model, WhyProblem } from "../../core/index.ts";
import { EXIT, type ExitCode, Failure } from "../../node/failure.ts";
import { type CommandEntry, type Context, collect, type GlobalOptions } from "../command.ts";
import { tellIssues } from "../issues.ts";

interface Options extends GlobalOptions {
  readonly actor?: string;
  readonly at?: string;
  readonly community?: string;
  readonly decision?: string;
  readonly date: string;
  readonly strategy?: string;
  readonly seed?: string;
  readonly scale?: string;
  readonly start?: string;
  readonly end?: string;
  readonly set?: string[];
  readonly json?: boolean;
}

const EXAMPLES = `
Decisions:
  of a smuggler    conduct (the usual one), services, vessel, fare, capacity, home, name, leg, staying
  of an enabler    clients (the usual one), fee, staying, protection
  of a migrant     journey, work, passage, seat

Examples:
  corridor why <scenario> --actor s1 --date 2016-03-07
  corridor why <scenario> --actor s1 --date 2016-03-07 --decision fare
  corridor why <scenario> --at <hub> --date 2016-03-07                      some migrant who decides there
  corridor why <scenario> --at <hub> --date 2016-03-07 --decision passage
Whoever is drawn by lot is named in the answer, such as m2k9x: --actor m2k9x asks about the same person, under any strategy.
`;

export const why: CommandEntry = {
  name: "why",
  about: "explain a decision: the options somebody had, each term of the sum, what would have changed it",
  define(command, context) {
    command
      .argument("<scenario>", "name or path of a scenario, or of an ecosystem")
      .option("-a, --actor <name>", "a smuggler (s...) or enabler (e...) as named in the tables, or a migrant (m...)")
      .addOption(new Option("--at <place>", "some migrant who decides at this place, drawn by lot").conflicts("actor"))
      .addOption(new Option("--community <name>", "with --at: some migrant of this community").conflicts("actor"))
      .requiredOption("-d, --date <date>", "the first such decision on or after this date, YYYY-MM-DD")
      .option("--decision <name>", "which decision, or any; see below")
      .option("-s, --strategy <name>", "name or path of a strategy")
      .option("--seed <text>", "seed of the run")
      .option("--scale <persons>", "real persons per simulated migrant")
      .option("--start <date>", "first day, YYYY-MM-DD")
      .option("--end <date>", "last day, YYYY-MM-DD")
      .option("--set <path=value>", "change a number or a switch; may be repeated", collect)
      .option("--json", "print the explanation as JSON")
      .addHelpText("after", EXAMPLES)
      .action(
        context.action(async (scenario: string, _: Options, self: Command) =>
          explain(scenario, self.optsWithGlobals<Options>(), context),
        ),
      );
  },
};

async function explain(asked: string, options: Options, { terminal }: Context): Promise<ExitCode> {
  if (options.actor === undefined && options.at === undefined)
    throw new Failure(EXIT.usage, "nobody is asked about", "name somebody with --actor, or a place with --at");
  const [{ resolveScenario }, core, { explanationText, weekOf }, { jsonText }] = await Promise.all([
    import("../../node/scenario.ts"),
    import("../../core/index.ts"),
    import("../present/explanation.ts"),
    import("../../formats/json.ts"),
  ]);
  const { issues, scenario } = await resolveScenario({ ...options, scenario: asked });
  if ((await tellIssues(issues, terminal, options)) || !scenario) return EXIT.usage;
  const { ecosystem, strategy, settings } = scenario;
  const model = core.compile(ecosystem, strategy, settings, String(settings.seed));
  const week = weekOf(options.date, model.calendar, model.warmupWeeks);
  const who = await whoIsAsked(options, model);
  const names = Object.values(core.DECISIONS).flatMap((of) => Object.keys(of));
  const decision =
    options.decision === undefined ? undefined : await known("decision", options.decision, [...new Set(names), "any"]);
  const found = core.explainDecision(model, { who, week, ...(decision === undefined ? {} : { decision }) });
  if ("problem" in found) throw await failureOf(found, options);
  terminal.out(options.json ? jsonText(found) : explanationText(found, terminal.colors));
  return EXIT.ok;
}

async function whoIsAsked({ actor, at, community }: Options, { labels }: Model): Promise<Asked> {
  if (actor !== undefined) return { actor };
  return {
    node: await known("place", at ?? "", labels.node),
    ...(community === undefined ? {} : { community: await known("community", community, labels.community) }),
  };
}

/** The word itself. @throws Failure that names the nearest when it is none of those that are known */
async function known(what: string, word: string, words: readonly string[]): Promise<string> {
  if (words.includes(word)) return word;
  const { nearest } = await import("../../core/scenario/nearest.ts");
  const meant = nearest(word, words);
  const hint = meant === undefined ? "" : `did you mean ${meant}? `;
  throw new Failure(EXIT.usage, `there is no ${what} called ${word}`, `${hint}one of ${words.join(", ")}`);
}

async function failureOf(found: WhyProblem, { actor, at, decision }: Options): Promise<Failure> {
  const whom = actor ?? `any migrant at ${at}`;
  if (found.problem === "gone") {
    const last = `${whom} was last there in the week of ${found.lastWeek} (${found.how})`;
    return new Failure(EXIT.usage, last, "ask for an earlier date");
  }
  if (found.problem === "no decision") {
    const what = decision === undefined || decision === "any" ? "no decision of this kind" : `no decision on ${decision}`;
    const remedy = "ask for an earlier date, or for --decision any; a mechanism that is switched off decides nothing";
    return new Failure(EXIT.usage, `${whom} makes ${what} from then to the end, ${found.until}`, remedy);
  }
  const { nearest } = await import("../../core/scenario/nearest.ts");
  const meant = nearest(whom, found.known);
  const hint = meant === undefined ? "" : `did you mean ${meant}? `;
  const remedy = `${hint}market_shares.csv and enablers.csv of the same run name smugglers (s...) and enablers (e...), such as ${found.known.slice(0, 3).join(", ")}; --at <place> finds a migrant (m...)`;
  return new Failure(EXIT.usage, `nobody of this run is called ${whom}`, remedy);
}
