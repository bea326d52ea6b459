import { type OutputFormat, OutputRefusal } from "../output.ts";
import type { StoredResult, StoredTable } from "../stored-result.ts";

export const behaviorspace: OutputFormat = {
  name: "behaviorspace",
  about: "one table as NetLogo's BehaviorSpace writes it, for scripts that read those",
  ending: ".csv",
  dialects: [],
  files({ result, asked = [] }) {
    const [table, ...more] = asked;
    if (more.length > 0) throw new OutputRefusal("BehaviorSpace has one table of measurements", "name one with --table");
    return [{ file: `${result.text.name}-behaviorspace.csv`, bytes: () => encode(result, table) }];
  },
};

async function* encode(result: StoredResult, table: StoredTable | undefined): AsyncGenerator<Uint8Array> {
  const { behaviorSpace } = await import("../behaviorspace.ts");
  const encoder = new TextEncoder();
  for await (const text of behaviorSpace(result, table)) yield encoder.encode(text);
}
