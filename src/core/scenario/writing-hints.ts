/** What people write in place of a number, a date or a yes, and what they should write instead. */
import { parseDate } from "../calendar.ts";

const NUMBER = String.raw`[-+\u2212]?\d+(?:\.\d+)?`;
const PER_CENT = new RegExp(`^(${NUMBER})\\s*(?:%|percent|per cent)$`, "i");
const UNDERSCORES = /^[-+\u2212]?\d[\d_]*_[\d_]*(?:\.\d+)?$/;
const DECIMAL_COMMA = /^[-+\u2212]?\d+,\d+$/;
const THOUSANDS = /^[-+\u2212]?\d{1,3}(?:([,'\u2019 \u00a0\u202f])\d{3})(?:\1\d{3})*(?:\.\d+)?$/;
const THOUSAND_POINTS = /^[-+\u2212]?\d{1,3}(?:(?:\.\d{3}){2,}|(?:\.\d{3})+,\d+)$/;
const NOT_FINITE = /^[-+]?\.?(?:nan|inf|infinity)$/i;
const UNKNOWN = /^(?:na|n\/a|none|unknown|null|nil|\?+|-+)$/i;
const RANGE = new RegExp(`^(${NUMBER})\\s*(?:-|\\.\\.|\u2013|to)\\s*(${NUMBER})$`);
const FRACTION = /^(\d+)\s*\/\s*([1-9]\d*)$/;
const MULTIPLE = new RegExp(`^(${NUMBER})\\s*(k|thousand|m|mn|mio|million|bn|billion)$`, "i");
const MULTIPLES = { k: 1e3, thousand: 1e3, m: 1e6, mn: 1e6, mio: 1e6, million: 1e6, bn: 1e9, billion: 1e9 };
const BEFORE = String.raw`(?:[~<>=\u2248$\u20ac\u00a3]|[a-z]{3}\s)?\s*`;
const WITH_UNIT = new RegExp(`^${BEFORE}(${NUMBER}(?:e[-+]?\\d+)?)\\s*([\\p{L}$\u20ac\u00a3/\u00b0+*~?][^\\d]*)?$`, "iu");
const SIGNIFICANT = 12;

/** A number without the noise of binary fractions: 0.07, not 0.07000000000000001. */
function tidy(value: number): string {
  return String(Number(value.toPrecision(SIGNIFICANT)));
}

function numberIn(text: string): number {
  return Number(text.replace("\u2212", "-").replace(/[^-+.\de]/gi, ""));
}

/** What to write instead of a text that was meant as a number; undefined when it means none. */
export function insteadOfNumber(written: string, unit?: unknown): string | undefined {
  const text = written.trim();
  if (NOT_FINITE.test(text)) return "write a finite number, or leave the key out";
  if (UNKNOWN.test(text)) return "write a number, or leave the key out";
  const perCent = PER_CENT.exec(text)?.[1];
  if (perCent !== undefined) return `write ${tidy(unit === "%" ? numberIn(perCent) : numberIn(perCent) / 100)}`;
  if (UNDERSCORES.test(text)) return `write ${numberIn(text)}, without underscores`;
  if (THOUSANDS.test(text)) {
    const plainly = `write ${numberIn(text)}, without separators`;
    return DECIMAL_COMMA.test(text) ? `${plainly}, or ${text.replace(",", ".")} if the comma is decimal` : plainly;
  }
  if (DECIMAL_COMMA.test(text)) return `write ${numberIn(text.replace(",", "."))}, with a decimal point`;
  if (THOUSAND_POINTS.test(text)) {
    return `write ${numberIn(text.replaceAll(".", "").replace(",", "."))}, without separators`;
  }
  return insteadOfPhrase(text, unit);
}

function insteadOfPhrase(text: string, unit: unknown): string | undefined {
  const range = RANGE.exec(text);
  if (range) return `write one number; a range is written { value: ..., low: ${range[1]}, high: ${range[2]} }`;
  const fraction = FRACTION.exec(text);
  if (fraction) return `write ${Number((Number(fraction[1]) / Number(fraction[2])).toPrecision(6))}`;
  const multiple = MULTIPLE.exec(text);
  if (multiple) {
    const times = MULTIPLES[(multiple[2] as string).toLowerCase() as keyof typeof MULTIPLES];
    return `write ${tidy(numberIn(multiple[1] as string) * times)}`;
  }
  if (text !== "" && Number.isFinite(Number(text))) return `write ${Number(text)} without quotes`;
  const number = WITH_UNIT.exec(text)?.[1];
  if (number === undefined) return undefined;
  return `write ${numberIn(number)} alone${typeof unit === "string" && unit !== "1" ? `; the unit is ${unit}` : ""}`;
}

const YES = /^(?:yes|y|on|true|1)$/i;
const NO = /^(?:no|n|off|false|0)$/i;

/** What to write instead of `yes` or `off`. */
export function insteadOfBoolean(written: unknown): string | undefined {
  const text = String(written).trim();
  if (YES.test(text)) return "write true";
  return NO.test(text) ? "write false" : undefined;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const YEAR_FIRST = /^((?:1[89]|2[01])\d\d)[-/.]?(\d{1,2})?(?:[-/.]?(\d{1,2}))?(?:[T\s].*)?$/;
const YEAR_LAST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/;
const MONTH_NAMED = /^(?:(\d{1,2})\.?\s+)?([a-z]{3})[a-z]*\.?\s+(?:(\d{1,2}),?\s+)?(\d{4})$/i;

/** What to write instead of a date in another notation, or of a date that does not exist. */
export function insteadOfDate(written: unknown): string | undefined {
  const text = String(written).trim();
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) {
    const [, year, month, day] = yearFirst;
    return writeDate(date(year, month ?? "1", day ?? "1")) ?? lastDay(year, month, day);
  }
  const yearLast = YEAR_LAST.exec(text);
  if (yearLast) {
    const [, first, second, year] = yearLast;
    const [dayFirst, monthFirst] = [date(year, second, first), date(year, first, second)];
    if (dayFirst && monthFirst && dayFirst !== monthFirst) {
      return `write ${dayFirst} if the day came first, or ${monthFirst}`;
    }
    return writeDate(dayFirst ?? monthFirst);
  }
  const named = MONTH_NAMED.exec(text);
  const month = named ? MONTHS.indexOf((named[2] as string).toLowerCase()) + 1 : 0;
  return named && month > 0 ? writeDate(date(named[4], String(month), named[1] ?? named[3] ?? "1")) : undefined;
}

/** The calendar date, if there is such a day. */
function date(year = "", month = "", day = ""): string | undefined {
  const text = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return parseDate(text) === undefined ? undefined : text;
}

function writeDate(text: string | undefined): string | undefined {
  return text === undefined ? undefined : `write ${text}`;
}

const LAST_DAYS = ["31", "30", "29", "28"];

/** For 30 February: the last day that month has. */
function lastDay(year = "", month = "", day = ""): string | undefined {
  if (!LAST_DAYS.includes(day)) return undefined;
  const last = LAST_DAYS.map((candidate) => date(year, month, candidate)).find((found) => found !== undefined);
  return last === undefined ? undefined : `that month ends on ${last}`;
}

/** The two parts of `weeks:2`, where the space after the colon was forgotten. */
export function gluedPair(written: string): { key: string; value: string } | undefined {
  const found = /^([\w-]+):(\S+)$/.exec(written);
  return found ? { key: found[1] as string, value: found[2] as string } : undefined;
}
