/** The keys of a document, each followed by the keys within it. */
import type { z } from "zod";
import { fieldRows } from "./field-rows.ts";

/** Keys that have a topic of their own, by its name. */
const ELSEWHERE: Readonly<Record<string, string>> = { run: "settings", design: "designs" };

export async function keyRows(schema: z.ZodObject, before = ""): Promise<string[][]> {
  const { definition, unwrap } = await import("../core/scenario/schema-walk.ts");
  const rows = await fieldRows(schema);
  const parts = await Promise.all(
    rows.map(async ([name = "", required = "", allowed = "", about = ""]) => {
      const field = schema.shape[name] as z.ZodType;
      const whole = unwrap(field);
      const of = definition(whole);
      const inner = unwrap(of.type === "record" ? of.valueType : whole);
      const isMap = definition(inner).type === "object";
      const key = before + name;
      const topic = ELSEWHERE[key];
      if (topic !== undefined) return [[key, required, `a map: corridor describe ${topic}`, about]];
      // A text says what it is by what it means.
      if (!isMap) return [[key, required, allowed === about ? "a text" : allowed, about]];
      const within = await keyRows(inner as z.ZodObject, `${key}.${of.type === "record" ? "<path>." : ""}`);
      return [[key, required, "a map", about], ...within];
    }),
  );
  return parts.flat();
}
