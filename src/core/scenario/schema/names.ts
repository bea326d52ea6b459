/** Names and texts that a user may write: they become file names, column values and page text, so they are plain. */
import { z } from "zod";

const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const LONGEST_NAME = 60;
const LONGEST_TITLE = 160;
const LONGEST_TEXT = 4000;
/** A spreadsheet takes a cell that begins with one of these for a formula. */
const FORMULA = /^[=+\-@\t\r\n]/;
/** Characters that are not seen or that turn the order of others; joiners are left, which several scripts and emoji need. */
const UNSEEN = /(?![\t\n\r\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u;

/** A name: lower-case words of letters and digits joined by hyphens. */
export const name = z
  .string()
  .max(LONGEST_NAME)
  .regex(NAME, { error: "must be lower-case letters and digits in words joined by hyphens, such as north-coast" });

const plain = (longest: number) =>
  z
    .string()
    .min(1)
    .max(longest)
    .refine((text) => !FORMULA.test(text), { error: "must not begin with = + - @ or a tab: a spreadsheet would run it" })
    .refine((text) => !UNSEEN.test(text), { error: "must not contain control characters or others that cannot be seen" });

export const title = plain(LONGEST_TITLE).refine((text) => !/[\r\n]/.test(text), { error: "must be one line" });
export const text = plain(LONGEST_TEXT);

/** A map whose keys are names. */
export const named = <T extends z.ZodType>(value: T) => z.record(name, value);
