/** What of an ecosystem can be judged although something in it is wrong: so that every mistake is said at once. */
import type { z } from "zod";
import type { Issue } from "../issue.ts";
import { isMap } from "./path.ts";
import type { Defining } from "./references.ts";
import { type Ecosystem, ecosystemSchema } from "./schema/strategy.ts";
import { definition, unwrap } from "./schema-walk.ts";

type Key = keyof Ecosystem;

export interface SoundParts {
  /** Sections without any mistake. */
  readonly whole: Partial<Ecosystem>;
  /** Sections of named entries, those entries left out that are wrong. */
  readonly some: Partial<Ecosystem>;
}

/** What the schema accepts of a document that it has refused. */
export function acceptedParts(document: Defining): SoundParts {
  const whole: Record<string, unknown> = {};
  const some: Record<string, unknown> = {};
  for (const [key, schema] of Object.entries(ecosystemSchema.shape)) {
    const parsed = schema.safeParse(document[key]);
    if (parsed.success) whole[key] = parsed.data;
    const entries = parsed.success ? parsed.data : acceptedEntries(schema, document[key]);
    if (isMap(entries)) some[key] = entries;
  }
  return { whole: whole as Partial<Ecosystem>, some: some as Partial<Ecosystem> };
}

/** The entries of a map that its schema accepts one by one; undefined when it is no map of named entries. */
function acceptedEntries(schema: z.ZodType, section: unknown): object | undefined {
  if (!isMap(section) || definition(unwrap(schema)).type !== "record") return undefined;
  const parsed = Object.entries(section).map(([name, value]) => schema.safeParse({ [name]: value }));
  return Object.assign({}, ...parsed.flatMap(({ success, data }) => (success && isMap(data) ? [data] : [])));
}

/** The same without what uses a name that does not exist: it cannot be judged. @param names what was said of names */
export function withoutMisnamed({ whole, some }: SoundParts, names: readonly Issue[]): SoundParts {
  if (names.length === 0) return { whole, some };
  const misnamed = new Set(names.map(({ path }) => path[0]));
  const entries = Object.entries(some).map(([key, section]) => {
    const wrong = new Set(names.filter(({ path }) => path[0] === key).map(({ path }) => path[1]));
    return [key, isMap(section) ? Object.fromEntries(Object.entries(section).filter(([name]) => !wrong.has(name))) : section];
  });
  return {
    whole: Object.fromEntries(Object.entries(whole).filter(([key]) => !misnamed.has(key))) as Partial<Ecosystem>,
    some: Object.fromEntries(entries) as Partial<Ecosystem>,
  };
}

/** A check, and which sections it needs without any mistake, and of which the sound entries are enough. */
export function check<W extends Key = never, S extends Key = never>(
  needs: { readonly whole?: readonly W[]; readonly some?: readonly S[] },
  judge: (parts: Pick<Ecosystem, W | S>) => Issue[],
): (parts: SoundParts) => Issue[] {
  const [whole, some] = [needs.whole ?? [], needs.some ?? []];
  return (parts) => {
    if (whole.some((key) => !(key in parts.whole)) || some.some((key) => !(key in parts.some))) return [];
    const found = [
      ...whole.map((key) => [key, parts.whole[key]] as const),
      ...some.map((key) => [key, parts.some[key]] as const),
    ];
    return judge(Object.fromEntries(found) as Pick<Ecosystem, W | S>);
  };
}
