/**
 * Identities come from causes, never from counters: who is born where and when does not depend on anybody else,
 * so the same person or actor has the same draws in every strategy.
 */
const ORDINAL_BITS = 15;
const WEEK_BITS = 11;
const SLOT_BITS = 6;
const GENERATION_BITS = 8;
const ENABLER_SLOT_BITS = 7;
const SERVICE_BITS = 5;
const ENABLER_FLAG = 0x80000000;

/** Virtual weeks before the first step, among which the people of the start are numbered. */
export const STOCK_WEEKS = 64;
export const MOST_COMMUNITIES = 1 << (32 - ORDINAL_BITS - WEEK_BITS);
export const MOST_WEEKS = (1 << WEEK_BITS) - STOCK_WEEKS;
export const MOST_BIRTHS_PER_WEEK = 1 << ORDINAL_BITS;
export const MOST_SERVICES = 1 << SERVICE_BITS;
export const MOST_SLOTS = 1 << SLOT_BITS;

/** A migrant born in a step; the `ordinal`-th of its community in that week. */
export function migrantUid(community: number, week: number, ordinal: number): number {
  return ((community << (WEEK_BITS + ORDINAL_BITS)) | ((week + STOCK_WEEKS) << ORDINAL_BITS) | ordinal) >>> 0;
}

/** A migrant who is there at the start. */
export function stockUid(community: number, ordinal: number): number {
  return ((community << (WEEK_BITS + ORDINAL_BITS)) | ordinal) >>> 0;
}

/** A smuggler who enters in a slot of a leg; week -1 for those of the start, whose slots go on in the week bits. */
export function smugglerUid(leg: number, week: number, slot: number): number {
  return (1 + ((leg << (WEEK_BITS + SLOT_BITS)) | ((week + 1 + 4) << SLOT_BITS)) + slot - (week < 0 ? 4 << SLOT_BITS : 0)) >>> 0;
}

/** The enabler of a slot; a replacement is the next generation. */
export function enablerUid(jurisdiction: number, service: number, slot: number, generation: number): number {
  return (
    (ENABLER_FLAG |
      (jurisdiction << (SERVICE_BITS + ENABLER_SLOT_BITS + GENERATION_BITS)) |
      (service << (ENABLER_SLOT_BITS + GENERATION_BITS)) |
      (slot << GENERATION_BITS) |
      (generation & ((1 << GENERATION_BITS) - 1))) >>>
    0
  );
}

const NAME_BASE = 36;

/** The name under which tables and `why` know a smuggler or an enabler. */
export function actorName(uid: number): string {
  return uid >= ENABLER_FLAG ? `e${(uid - ENABLER_FLAG).toString(NAME_BASE)}` : `s${uid.toString(NAME_BASE)}`;
}

/** The name under which `why` knows a migrant: the same person in every strategy. */
export function migrantName(uid: number): string {
  return `m${uid.toString(NAME_BASE)}`;
}

/** Who is meant by a name; undefined when it is the name of nobody. */
export function whoIs(name: string): { readonly role: "smuggler" | "enabler" | "migrant"; readonly uid: number } | undefined {
  const letters = /^([sem])([0-9a-z]{1,7})$/.exec(name);
  if (letters === null) return undefined;
  const number = Number.parseInt(letters[2], NAME_BASE);
  if (letters[1] === "m") return number <= LARGEST_UID ? { role: "migrant", uid: number } : undefined;
  if (number >= ENABLER_FLAG) return undefined;
  return letters[1] === "s" ? { role: "smuggler", uid: number } : { role: "enabler", uid: number + ENABLER_FLAG };
}
const LARGEST_UID = 0xffffffff;
