/** Words of the page in the language of the reader; a placeholder stands in braces. */
import german from "../texts/de.json" with { type: "json" };
import english from "../texts/en.json" with { type: "json" };
import germanInstruments from "../texts/instruments/de.json" with { type: "json" };
import germanUnits from "../texts/units/de.json" with { type: "json" };

export const LANGUAGES = { en: english, de: german } as const;
export type Language = keyof typeof LANGUAGES;
export type TextKey = keyof typeof english;
export type Say = (key: TextKey, values?: Readonly<Record<string, string | number>>) => string;

export function startLanguage(): Language {
  const wanted = navigator.language.slice(0, 2);
  return wanted in LANGUAGES ? (wanted as Language) : "en";
}

export function sayIn(language: Language): Say {
  const texts: Readonly<Record<string, string>> = LANGUAGES[language];
  return (key, values = {}) => fill(texts[key] ?? key, values);
}

/** A label of something that has a name of its own; its name in words when there is none. */
export function labelIn(language: Language, group: string, name: string): string {
  const texts: Readonly<Record<string, string>> = LANGUAGES[language];
  const plain = name.replaceAll(/[_-]/g, " ");
  return texts[`${group}.${name}`] ?? plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** What catalogues say of instruments and their fields, which they say in English. */
const INSTRUMENTS: Readonly<Record<Language, Readonly<Record<string, string>>>> = { en: {}, de: germanInstruments };

export const aboutIn = (language: Language, text: string): string => INSTRUMENTS[language][text] ?? text;

/** Units, which tables have in English. */
const UNITS: Readonly<Record<Language, Readonly<Record<string, string>>>> = { en: {}, de: germanUnits };

export const unitIn = (language: Language, unit: string): string => UNITS[language][unit] ?? unit;

function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole));
}

/** Three digits and a word, for axes. */
export const shortIn = (language: Language, value: number): string =>
  formatIn(language, { notation: "compact", maximumSignificantDigits: 3 }).format(value);

/** Making one takes a hundred times as long as using it. */
const formats = new Map<string, Intl.NumberFormat>();

function formatIn(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = JSON.stringify([language, options]);
  const known = formats.get(key) ?? new Intl.NumberFormat(language, options);
  formats.set(key, known);
  return known;
}

/** Numbers as the language writes them. */
export function numberIn(language: Language, value: number, digits?: number): string {
  if (Number.isNaN(value)) return "–";
  const decimals = digits ?? (Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : Math.abs(value) >= 1 ? 2 : 3);
  return formatIn(language, { maximumFractionDigits: decimals }).format(value);
}
