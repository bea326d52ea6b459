/** Names and texts that a user may write: they become file names, column values and page text, so they are plain. */
import { z } from "zod";

const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const LONGEST_NAME = 60;
const LONGEST_TITLE = 160;
const LONGEST_TEXT = 4000;
/** A spreadsheet takes a cell that begins with one of these for a formula. */
const FORMULA = /^[=+\-@\t\r\n]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/;

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
    .refine((text) => !CONTROL.test(text), { error: "must not contain control characters" });

export const title = plain(LONGEST_TITLE);
export const text = plain(LONGEST_TEXT);

/** A map whose keys are names. */
export const named = <T extends z.ZodType>(value: T) => z.record(name, value);
