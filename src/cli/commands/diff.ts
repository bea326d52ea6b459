import type { Command } from "commander";
import { EXIT, type ExitCode, Failure } from "../../node/failure.ts";
import type { CommandEntry, Context, GlobalOptions } from "../command.ts";
import { tellIssues } from "../issues.ts";

interface Options extends GlobalOptions {
  readonly json?: boolean;
}

export const diff: CommandEntry = {
  name: "diff",
  about: "show in what two documents differ, with all they extend; order and spelling do not count",
  define(command, context) {
    command
      .argument("<before>", "name or path")
      .argument("<after>", "name or path of a document of the same kind")
      .option("--json", "print the differences as JSON")
      .action(
        context.action(async (before: string, after: string, _: Options, self: Command) =>
          compare(before, after, self.optsWithGlobals<Options>(), context),
        ),
      );
  },
};

async function compare(before: string, after: string, options: Options, { terminal }: Context): Promise<ExitCode> {
  const [{ documentKind }, { loadDocument }, differ, { jsonText }, { formatPath }] = await Promise.all([
    import("../../node/document-kind.ts"),
    import("../../node/scenario-file.ts"),
    import("../../core/scenario/diff.ts"),
    import("../../formats/json.ts"),
    import("../../core/scenario/path.ts"),
  ]);
  const wanted = ["scenario", "ecosystem", "strategy", "experiment"] as const;
  const kinds = await Promise.all([before, after].map((name) => documentKind(name, wanted)));
  const [first, second] = kinds;
  const unknown = kinds.filter((kind) => typeof kind !== "string");
  if (typeof first !== "string" || typeof second !== "string") {
    await tellIssues(unknown, terminal, options);
    return EXIT.usage;
  }
  if (first !== second) {
    throw new Failure(
      EXIT.usage,
      `${before} is of the kind ${first}, ${after} of the kind ${second}`,
      "compare two documents of one kind",
    );
  }
  const [a, b] = await Promise.all([before, after].map((name) => loadDocument(name, { kind: first })));
  if (!a || !b) throw new Error("two documents were asked for");
  if (await tellIssues([...a.issues, ...b.issues], terminal, options)) return EXIT.usage;
  const changes = differ.diff(a.merged, b.merged);
  if (options.json) {
    terminal.out(jsonText({ changes: changes.map((change) => ({ ...change, path: formatPath(change.path) })) }));
  } else if (changes.length > 0) terminal.out(differ.formatDiff(changes));
  else if (!options.quiet) terminal.err("no difference\n");
  return EXIT.ok;
}
