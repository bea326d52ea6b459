/** The fields of a map in a document, from its schema: name, whether it must be there, what is allowed, what it means. */
import type { z } from "zod";

export async function fieldRows(schema: z.ZodObject): Promise<string[][]> {
  const [{ allowed }, { metaOf }] = await Promise.all([
    import("../core/scenario/allowed.ts"),
    import("../core/scenario/schema-walk.ts"),
  ]);
  return Object.entries(schema.shape).map(([name, field]) => {
    const { about, description } = metaOf(field);
    const isRequired = field._zod.optin === undefined;
    // A quantity may be written long; that is said once, in the file reference.
    const words = (allowed(field) ?? "").replace(/, or a map with the keys value, .*$/, "");
    return [name, isRequired ? "yes" : "no", words, String(about ?? description ?? "")];
  });
}
