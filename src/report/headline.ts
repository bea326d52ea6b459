/** Which outcomes are said first, and in which words. Everything else is in the tables. */
export interface Headline {
  /** Column of the time series. */
  readonly outcome: string;
  /** Head of a narrow column. */
  readonly label: string;
  /** What the number is, for somebody who has not read the data dictionary. */
  readonly about: string;
  readonly digits: number;
  /** Shown as per cent. */
  readonly percent?: boolean;
}

export const HEADLINES: readonly Headline[] = [
  { outcome: "arrivals", label: "arrivals", about: "persons who reached their destination", digits: 0 },
  { outcome: "deaths", label: "deaths", about: "persons who died on any leg of the journey", digits: 0 },
  {
    outcome: "deaths_per_1000_attempts",
    label: "per 1,000",
    about: "deaths for every 1,000 attempts on the last leg",
    digits: 1,
  },
  {
    outcome: "arrivals_abused_share",
    label: "abused",
    about: "share of the arrivals who had suffered abuse or another harm on the way",
    digits: 0,
    percent: true,
  },
  {
    outcome: "price_published",
    label: "fare",
    about: "mean fare of the last leg as published, USD of 2020",
    digits: 0,
  },
  {
    outcome: "listings",
    label: "listed",
    about: "smugglers and enablers put on a sanctions list for the first time",
    digits: 0,
  },
  {
    outcome: "spend",
    label: "spend",
    about: "what the strategy cost, in the budget units of the ecosystem",
    digits: 2,
  },
];

/** What becomes of people in compounds; only ecosystems that have compounds have these outcomes. */
export const COMPOUND_HEADLINES: readonly Headline[] = [
  { outcome: "kept", label: "kept", about: "persons kept against their will in compounds, mean of the weeks", digits: 0 },
  { outcome: "captives_taken", label: "taken", about: "persons who were kept for the first time", digits: 0 },
  { outcome: "captives_ransomed", label: "ransom", about: "persons let go for ransom", digits: 0 },
  { outcome: "captives_resold", label: "sold", about: "sales of persons from one compound to another", digits: 0 },
  { outcome: "captives_escaped", label: "escaped", about: "persons who got out by themselves", digits: 0 },
  { outcome: "captives_rescued", label: "freed", about: "persons freed when the organiser was prosecuted", digits: 0 },
  {
    outcome: "captives_released",
    label: "let go",
    about: "persons let go because they were worth nothing to anybody",
    digits: 0,
  },
];
