/** What to say of a path that leads nowhere. */
import type { z } from "zod";
import { listed, nearest, quantitiesOf } from "../core/index.ts";
import type { Issue } from "../core/issue.ts";

const SHOWN = 8;

/** @returns message and the rest of an issue */
export function unknownPath(
  text: string,
  { of, documents, schema }: { of: string; documents: readonly object[]; schema: z.ZodType },
): [string, Partial<Issue>] {
  const names = [...new Set(documents.flatMap((document) => quantitiesOf(document, schema).map(({ name }) => name)))];
  const meant = nearest(text, names);
  const near = names.filter((name) => name.split(".")[0] === text.split(".")[0]);
  const some = (near.length > 0 ? near : names).slice(0, SHOWN);
  const every = documents.length > 1 && of === "ecosystem" ? "every ecosystem of the experiment has" : `the ${of} has`;
  return [
    of === "strategy" ? "no strategy of the experiment has it" : `it is not something that ${every}`,
    {
      allowed: `${listed(some)} ...: corridor describe parameters lists all`,
      ...(meant === undefined ? {} : { suggestion: meant }),
    },
  ];
}
