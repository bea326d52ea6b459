/**
 * `corridor complete -- <words>`: what a shell asks while somebody types. Commands and options come from the program,
 * names of scenarios and strategies from the shipped files.
 */
import type { Command } from "commander";
import type { DocumentKind } from "../node/scenario-file.ts";

/** Options and arguments that take the name of a document, by command. */
const NAMES = {
  run: { scenario: ["scenario", "ecosystem"], strategy: ["strategy"] },
  why: { scenario: ["scenario", "ecosystem"], strategy: ["strategy"] },
  validate: { files: ["scenario", "ecosystem", "strategy", "experiment", "calibration", "ensemble"], ecosystem: ["ecosystem"] },
  diff: {
    before: ["scenario", "ecosystem", "strategy", "experiment"],
    after: ["scenario", "ecosystem", "strategy", "experiment"],
  },
  sweep: { experiment: ["experiment"] },
  calibrate: { calibration: ["calibration"] },
  expand: { experiment: ["experiment"] },
  compare: { ecosystem: ["ecosystem", "scenario"], strategy: ["strategy"], baseline: ["strategy"], ensemble: ["ensemble"] },
} as const;

/** Adds the command that answers shells. The program has all its others. */
export async function addCompletion(program: Command): Promise<void> {
  const [{ default: tab }, { DOCUMENT_FOLDERS }, { shippedNames }, { TOPICS }, { OUTPUTS }, { templateKinds }, { SCHEMA_NAMES }] =
    await Promise.all([
      import("@bomb.sh/tab/commander"),
      import("../node/scenario-file.ts"),
      import("../node/document-kind.ts"),
      import("./topics/index.ts"),
      import("../formats/outputs/index.ts"),
      import("../node/template.ts"),
      import("../formats/json-schema.ts"),
    ]);
  const known = new Map<string, readonly string[]>();
  for (const kind of Object.keys(DOCUMENT_FOLDERS) as DocumentKind[]) known.set(kind, await shippedNames(kind));
  const root = tab(program, { completionCommandName: "completion-script" });
  for (const [command, places] of Object.entries(NAMES)) {
    for (const [place, kinds] of Object.entries(places as Record<string, readonly string[]>)) {
      const words = kinds.flatMap((kind) => (known.get(kind) ?? []).map((name) => ({ name, about: kind })));
      offer(root.commands.get(command), place, words);
    }
  }
  offer(root.commands.get("describe"), "topic", TOPICS);
  offer(
    root.commands.get("init"),
    "kind",
    templateKinds().map((kind) => ({ name: kind, about: "kind" })),
  );
  offer(
    root.commands.get("schema"),
    "kind",
    SCHEMA_NAMES.map((name) => ({ name, about: "kind" })),
  );
  offer(root.commands.get("export"), "format", OUTPUTS);
  offer(
    root.commands.get("export"),
    "dialect",
    OUTPUTS.flatMap(({ dialects }) => dialects),
  );
}

type Offering =
  NonNullable<Awaited<ReturnType<typeof import("@bomb.sh/tab/commander")["default"]>>["commands"]> extends Map<string, infer C>
    ? C
    : never;

function offer(
  command: Offering | undefined,
  place: string,
  words: readonly { readonly name: string; readonly about: string }[],
): void {
  const holder = command?.options.get(place) ?? command?.arguments.get(place);
  if (!holder) return;
  holder.handler = (complete) => {
    for (const { name, about } of words) complete(name, about);
  };
}
