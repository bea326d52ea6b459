/** What documents and catalogues say in English, in the language of the reader where it has been translated. */
import germanAssumptions from "../texts/assumptions/de.json" with { type: "json" };
import germanLimits from "../texts/limits/de.json" with { type: "json" };
import germanNames from "../texts/names/de.json" with { type: "json" };
import type { Language } from "./texts.ts";

/** To be spread over an element: the text, and its language where that is not the language of the page. */
export interface Said {
  readonly children: string;
  readonly lang: string | undefined;
}

type Texts = Readonly<Record<Language, Readonly<Record<string, string>>>>;

/** Titles of what is in shipped ecosystems and strategies. */
const NAMES: Texts = { en: {}, de: germanNames };
/** What numbers and switches of an ecosystem mean. */
const ASSUMPTIONS: Texts = { en: {}, de: germanAssumptions };
const LIMITS: Texts = { en: {}, de: germanLimits };

const said = (texts: Texts, language: Language, text: string): Said => {
  const found = Object.hasOwn(texts[language], text) ? texts[language][text] : undefined;
  return { children: found ?? text, lang: found === undefined && language !== "en" ? "en" : undefined };
};

export const assumptionIn = (language: Language, text: string): Said => said(ASSUMPTIONS, language, text);
export const limitIn = (language: Language, text: string): Said => said(LIMITS, language, text);

/** A title; those that somebody has written stay as they are, in a language that nobody knows. A copy is numbered in brackets. */
export function nameIn(language: Language, title: string): string {
  const [, copied = title, number = ""] = /^(.*)( \(\d+\))$/.exec(title) ?? [];
  return said(NAMES, language, copied).children + number;
}
