import { behaviorSpace } from "../behaviorspace.ts";
import type { OutputFormat } from "../output.ts";
import { OutputRefusal } from "../output.ts";

export const behaviorspace: OutputFormat = {
  name: "behaviorspace",
  about: "one table as NetLogo's BehaviorSpace writes it, for scripts that read those",
  ending: ".csv",
  dialects: [],
  files({ result, asked = [] }) {
    const [table, ...more] = asked;
    if (more.length > 0) throw new OutputRefusal("BehaviorSpace has one table of measurements", "name one with --table");
    return [{ file: `${result.text.name}-behaviorspace.csv`, bytes: () => encode(behaviorSpace(result, table)) }];
  },
};

async function* encode(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const text of texts) yield encoder.encode(text);
}
