import type { Command } from "commander";
import { EXIT, type ExitCode, Failure } from "../../node/failure.ts";
import type { CommandEntry, Context, GlobalOptions } from "../command.ts";
import type { Scope, TopicTable } from "../topic.ts";

interface Options extends GlobalOptions {
  readonly json?: boolean;
}

export const describe: CommandEntry = {
  name: "describe",
  about: "explain what there is: strategies, experiments, designs, parameters, metrics ...",
  define(command, context) {
    command
      .argument("[topic]", "a topic, or the name of anything in one; the topics when absent")
      .argument("[ecosystem]", "ecosystem or scenario to describe (default: the first shipped one)")
      .option("--json", "print it as JSON")
      .action(
        context.action(async (topic: string | undefined, of: string | undefined, _: Options, self: Command) =>
          tell(topic, of, self.optsWithGlobals<Options>(), context),
        ),
      );
  },
};

async function tell(wanted: string | undefined, of: string | undefined, options: Options, context: Context): Promise<ExitCode> {
  const [{ TOPICS }, { scopeOf }, { describeTable, describeThing }, { jsonText }] = await Promise.all([
    import("../topics/index.ts"),
    import("../scope.ts"),
    import("../present/description.ts"),
    import("../../formats/json.ts"),
  ]);
  const { out, colors } = context.terminal;
  const show = (table: TopicTable) => out(options.json ? jsonText(objects(table)) : describeTable(table, colors));
  if (wanted === undefined) {
    show({ columns: ["topic", "about"], rows: TOPICS.map(({ name, about }) => [name, about]) });
    return EXIT.ok;
  }
  const scope = scopeOf(of);
  const topic = TOPICS.find(({ name }) => name === wanted || name === `${wanted}s`);
  if (topic) {
    show(await topic.table(scope));
    return EXIT.ok;
  }
  const things = await find(wanted, scope);
  if (options.json) {
    out(
      jsonText(
        things.map(({ topic: name, table, detail }) => ({
          topic: name,
          ...objects(table)[0],
          ...(detail ? { detail: objects(detail) } : {}),
        })),
      ),
    );
  } else out(things.map((thing) => describeThing(thing, colors)).join("\n"));
  return EXIT.ok;
}

const FILE = ".csv";

/** Everything of that name, in any topic. @throws Failure that names the nearest when there is nothing */
async function find(wanted: string, scope: Scope): Promise<{ topic: string; table: TopicTable; detail?: TopicTable }[]> {
  const { TOPICS } = await import("../topics/index.ts");
  const names: string[] = [];
  const found: { topic: string; table: TopicTable; detail?: TopicTable }[] = [];
  // harms.csv is a table, while harms may be more than that.
  const isFile = wanted.endsWith(FILE);
  const name = isFile ? wanted.slice(0, -FILE.length) : wanted;
  for (const topic of TOPICS.filter((one) => !isFile || one.name === "tables")) {
    const { columns, rows } = await topic.table(scope);
    names.push(topic.name, ...rows.map((row) => row[0] ?? ""));
    const own = rows.filter((row) => row[0] === name);
    if (own.length === 0) continue;
    const detail = await topic.detail?.(name, scope);
    found.push({ topic: topic.name, table: { columns, rows: own }, ...(detail ? { detail } : {}) });
  }
  if (found.length > 0) return found;
  const { nearest } = await import("../../core/scenario/nearest.ts");
  const meant = nearest(name, names);
  throw new Failure(
    EXIT.usage,
    `there is nothing called ${wanted}`,
    meant === undefined ? `one of the topics: ${TOPICS.map(({ name }) => name).join(", ")}` : `did you mean ${meant}?`,
  );
}

function objects({ columns, rows }: TopicTable): Record<string, string>[] {
  return rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i] ?? ""])));
}
